# Houselights. make run and make test are all that a newcomer needs; make help lists the rest.

# The engine calls the system's libraries without a C compiler, so a machine needs none.
export CGO_ENABLED := 0
PORT ?= 8080
export PORT

go_tool  := go tool -modfile=web/build/go.mod
js       := GOOS=js GOARCH=wasm
# SLIM=0 takes the engine as it is: larger, but not bound to the one version that the cuts are made for. PACKS are the
# addresses where packs may come from, BASE_URL is the address that the site will have: see web/HOSTING.md.
site     := go run -C web/build . $(if $(filter 0,$(SLIM)),-slim=false) $(if $(PACKS),-packs "$(PACKS)") $(if $(BASE_URL),-base "$(BASE_URL)")

.PHONY: run web desktop size bench gallery webkit test check-go check-web test-go test-web go node help

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: go ## build the widget and serve the demo page on http://127.0.0.1:8080 (PORT= changes it)
	$(site) -no-compress
	go run . serve build/web

web: go ## write build/web, the site to put on a host; SLIM=0 leaves the engine as it is; PACKS= the addresses where packs may come from, where that is not anywhere; BASE_URL= the address that it will have, so that WordPress and others embed it by that; LAST= the folder or address of the last deploy, where it is not what lies there
	$(site) $(if $(LAST),-last "$(if $(findstring ://,$(LAST)),$(LAST),$(abspath $(LAST)))")

desktop: go ## write build/desktop/houselights, the program for this machine
	go build -trimpath -ldflags='-s -w' -o build/desktop/ .

size: go ## print what each package and asset weighs in the page; web/build/budget.txt limits it
	$(site) -size

bench: go node web/node_modules ## measure what the widget costs, in one table beside references and goals; PART=start,motion measures only those
	$(site)
	npm --prefix web run --silent bench

gallery: go node web/node_modules ## write build/gallery/index.html: every screen in every shape and theme, to look through
	.ci/install
	npm --prefix web run --silent gallery
	go run ./game/gallery -out build/gallery

test: go node check-go test-go check-web test-web ## pass every test
	@echo "All tests passed."

# What they need, each in one clear line.
go:
	@go version 2>/dev/null | grep -Eq 'go1\.(2[6-9]|[3-9][0-9])' || { echo "Go 1.26 or later is needed: https://go.dev/dl/" >&2; exit 1; }
node:
	@node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null || { echo "Node 20 or later is needed for tests and pictures: https://nodejs.org/" >&2; exit 1; }

check-go: ## format, vet and staticcheck: the quick look before a commit
	@files=$$(gofmt -l main.go main_js.go game assets web/build web/bench); [ -z "$$files" ] || { echo "gofmt would change: $$files" >&2; exit 1; }
	go mod verify >/dev/null
	go vet ./...
	$(js) go vet ./...
	$(go_tool) staticcheck ./...
	$(js) $$($(go_tool) -n staticcheck) ./...
	go vet -C web/build ./...
	$(js) go vet -C web/build ./testgame
	cd web/build && $$(go tool -n staticcheck) ./...

test-go:
	.ci/install
	go test ./...
	go test -C web/build ./...

web/node_modules: web/package-lock.json
	npm --prefix web ci --no-audit --no-fund --loglevel=error
	@touch $@

check-web: web/node_modules
	npm --prefix web run --silent types

webkit: node web/node_modules ## try the widget in WebKitGTK, where Debian's webkit2gtk-driver is installed; what was found is in web/BROWSERS.md
	$(site) -no-compress
	npm --prefix web run --silent webkit

test-web: web/node_modules
	.ci/wordpress
	$(site) -no-compress
	npm --prefix web test --silent

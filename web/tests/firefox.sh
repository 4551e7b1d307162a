#!/bin/sh
# Runs the tests of what lies in a page in Firefox: those of the files named, else of all that are not Chromium's alone
# (BROWSERS.md). A file that fails is run once more, and that is said: over BiDi Playwright now and then loses hold of Firefox.
set -eu
export BROWSER=firefox
[ $# -gt 0 ] || set -- $(ls tests/out/*.test.mjs | grep -vE '/(axe|banks|check|checkrules|packlist|phones|protocol|rounds|scenes|snippets|twins|vectors|way)[.]')
again=
for file; do
  node --test --test-timeout=120000 "$file" || again="$again $file"
done
[ -n "$again" ] || exit 0
echo "Once more in Firefox:$again"
exec node --test --test-timeout=120000 --test-concurrency=1 $again

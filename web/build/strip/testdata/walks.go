// Walks does all for which Go's runtime walks a stack: it grows, is scanned by the garbage collector, panics and recovers,
// is asked for its callers. It prints what comes of it, and ends in a panic.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

type tree struct {
	left, right *tree
	name        string
}

// grow makes garbage on a deep stack that moves while pointers into it are alive.
func grow(depth int, above *int) *tree {
	here := depth + *above
	if depth == 0 {
		runtime.GC()
		return &tree{name: fmt.Sprint(here)}
	}
	t := &tree{left: grow(depth-1, &here), name: strings.Repeat("x", depth%7)}
	if depth%500 == 0 {
		runtime.GC()
	}
	t.right = t.left
	return t
}

func (t *tree) count() int {
	if t == nil {
		return 0
	}
	return 1 + t.left.count() + len(t.name)
}

type keeper struct{ caught []any }

func (k *keeper) keep() {
	if r := recover(); r != nil {
		k.caught = append(k.caught, r)
	}
}

type outer struct{ *keeper }

// try recovers in a method, in one behind a wrapper, and in a closure.
func try(k *keeper, f func()) {
	defer k.keep()
	f()
}

func tryWrapped(o outer, f func()) {
	defer o.keep()
	f()
}

func tryInterface(k interface{ keep() }, f func()) {
	defer k.keep()
	f()
}

type named string

// keepIn is inlined, but for its recover: in the wrapper by which an interface calls it, too.
func (n named) keepIn(caught *[]any) { keepNamed(string(n), caught) }

//go:noinline
func keepNamed(name string, caught *[]any) {
	if r := recover(); r != nil {
		*caught = append(*caught, name, r)
	}
}

// tryInlined defers what calls a recover one function too deep, by a wrapper in which the function between is inlined.
func tryInlined(i interface{ keepIn(*[]any) }, f func()) (caught []any) {
	defer func() { caught = append(caught, recover()) }()
	defer i.keepIn(&caught)
	f()
	return nil
}

// tryTooDeep has a recover that is called by what was deferred, and so recovers nothing.
func tryTooDeep(f func()) (caught any) {
	defer func() { caught = recover() }()
	defer func() {
		func() {
			if recover() != nil {
				panic("recovered too deep")
			}
		}()
	}()
	f()
	return nil
}

func tryLoop(n int) (sum int) {
	defer func() { recover() }()
	for i := range n {
		defer func() { sum += i }()
	}
	panic("loop")
}

// callers are those of this program.
//
//go:noinline
func callers() (names []string) {
	pcs := make([]uintptr, 20)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			names = append(names, frame.Function)
		}
		if !more {
			return names
		}
	}
}

//go:noinline
func fall(n int) {
	if n == 0 {
		panic("the end")
	}
	fall(n - 1)
}

func main() {
	zero, none := 0, []int{}
	fmt.Println(grow(3000, &zero).count())

	k := &keeper{}
	var nothing *tree
	var table map[string]int
	var value any = "text"
	faults := []func(){
		func() { panic(errors.New("given")) },
		func() { fmt.Println(1 / zero) },
		func() { fmt.Println(none[zero+3]) },
		func() { fmt.Println(none[zero+2:]) },
		func() { fmt.Println(nothing.name) },
		func() { table["a"] = 1 },
		func() { fmt.Println(value.(int)) },
	}
	for _, f := range faults {
		try(k, f)
		tryWrapped(outer{k}, f)
		tryInterface(outer{k}, f)
		fmt.Println(tryTooDeep(f))
		n := named("inlined")
		fmt.Println(tryInlined(n, f), tryInlined(&n, f))
	}
	fmt.Println(k.caught...)
	fmt.Println(tryLoop(5))
	fmt.Println(callers())

	var all sync.WaitGroup
	sums := make(chan int, 50)
	for i := range 50 {
		all.Go(func() {
			n := i
			sums <- grow(100+i, &n).count()
			if i%10 == 0 {
				runtime.Goexit()
			}
		})
	}
	all.Wait()
	close(sums)
	sum := 0
	for n := range sums {
		sum += n
	}
	fmt.Println(sum)
	fmt.Println("done")
	fall(3)
}

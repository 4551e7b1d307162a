//go:build !js

package platform

import (
	"sync"
	"time"
)

// alarm wakes the engine when a frame is due, and again until it has heard: while it opens a window, or changes one to full
// screen, the engine throws such wishes away, and a countdown would stand still until somebody moves the mouse.
type alarm struct {
	wake func()

	mu     sync.Mutex
	timer  *time.Timer
	due    time.Time // zero: not set
	urgent bool      // rings whatever is set, until it is heard
}

// patience is the time after which the engine cannot have heard.
const patience = 100 * time.Millisecond

// set has the engine woken after a time.
func (a *alarm) set(wait time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.urgent {
		a.ringIn(wait)
	}
}

// call has the engine woken at once. A frame under way may not have heard why, and so cannot put it off.
func (a *alarm) call() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.urgent = true
	a.ringIn(0)
}

// heard ends a call.
func (a *alarm) heard() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.urgent = false
}

func (a *alarm) ringIn(wait time.Duration) {
	a.due = time.Now().Add(wait)
	if a.timer == nil {
		a.timer = time.AfterFunc(wait, a.ring)
	} else {
		a.timer.Reset(wait)
	}
}

// stop lets the engine sleep.
func (a *alarm) stop() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.urgent {
		return
	}
	a.due = time.Time{}
	if a.timer != nil {
		a.timer.Stop()
	}
}

func (a *alarm) ring() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.due.IsZero() || time.Now().Before(a.due) {
		return // set anew while this was on its way
	}
	a.wake()
	a.timer.Reset(patience)
}

//go:build !js

package platform

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestAlarm checks that the engine is woken on time, again while it does not hear, and no more once it has.
func TestAlarm(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		var woken []time.Duration
		a := alarm{wake: func() { woken = append(woken, time.Since(start)) }}
		a.set(time.Second)
		a.set(2 * time.Second)
		time.Sleep(2*time.Second + patience + time.Millisecond)
		assert.Equal(t, []time.Duration{2 * time.Second, 2*time.Second + patience}, woken)

		a.set(time.Second)
		time.Sleep(time.Second - time.Millisecond)
		assert.Len(t, woken, 2, "the engine has heard, and asked for another time")
		a.stop()
		time.Sleep(time.Hour)
		assert.Len(t, woken, 2)
	})
}

//go:build !js

package platform

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"houselights/game/pack"
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

// TestAlarmCall checks that a call is not lost where a frame under way, which has not heard it, sets or stops the alarm.
func TestAlarmCall(t *testing.T) {
	for name, frame := range map[string]func(*alarm){"sets": func(a *alarm) { a.set(time.Hour) }, "stops": (*alarm).stop} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				woken := 0
				a := alarm{wake: func() { woken++ }}
				a.call()
				frame(&a)
				time.Sleep(patience + time.Millisecond)
				assert.Equal(t, 2, woken, "at once, and again as nobody has heard")
				a.heard()
				frame(&a)
				time.Sleep(time.Minute)
				assert.Equal(t, 2, woken, "the engine sleeps again")
			})
		})
	}
}

// TestTold checks that what comes from elsewhere wakes the engine, arrives once, and that of two titles the last one holds.
func TestTold(t *testing.T) {
	woken := make(chan bool, 100)
	d := &Desktop{alarm: alarm{wake: func() { woken <- true }}}
	p := &pack.Pack{Title: "Mine"}
	go d.Repack(p)
	<-woken
	news, title := d.told()
	assert.Equal(t, []Event{Repacked{p}}, news)
	assert.Empty(t, title)
	d.alarm.stop()
	for len(woken) > 0 {
		<-woken
	}
	go func() {
		d.Entitle("my.json: 1 problem")
		d.Entitle("Mine")
		woken <- false
	}()
	for <-woken {
	}
	<-woken
	news, title = d.told()
	d.alarm.stop()
	assert.Empty(t, news)
	assert.Equal(t, "Mine", title)
}

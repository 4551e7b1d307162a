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
		synctest.Wait()
		assert.Equal(t, []time.Duration{2 * time.Second, 2*time.Second + patience}, woken)

		a.set(time.Second)
		time.Sleep(time.Second - time.Millisecond)
		synctest.Wait()
		assert.Len(t, woken, 2, "the engine has heard, and asked for another time")
		a.stop()
		time.Sleep(time.Hour)
		synctest.Wait()
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
				synctest.Wait()
				assert.Equal(t, 2, woken, "at once, and again as nobody has heard")
				a.heard()
				frame(&a)
				time.Sleep(time.Minute)
				synctest.Wait()
				assert.Equal(t, 2, woken, "the engine sleeps again")
			})
		})
	}
}

// TestTold checks that what comes from elsewhere wakes the engine, arrives once, and that of two titles the last one holds.
func TestTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		woken := 0
		d := &Desktop{alarm: alarm{wake: func() { woken++ }}}
		frame := func() (news []Event, title string) {
			synctest.Wait()
			assert.Positive(t, woken)
			woken = 0
			defer d.alarm.stop()
			return d.told()
		}
		p := &pack.Pack{Title: "Mine"}
		go d.Repack(p)
		news, title := frame()
		assert.Equal(t, []Event{Repacked{p}}, news)
		assert.Empty(t, title)

		go d.Entitle("my.json: 1 problem")
		frame()
		go func() {
			d.Entitle("my.json: 1 problem")
			d.Entitle("Mine")
		}()
		news, title = frame()
		assert.Empty(t, news)
		assert.Equal(t, "Mine", title)
		news, title = d.told()
		assert.Empty(t, news)
		assert.Empty(t, title)
	})
}

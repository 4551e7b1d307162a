package app_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/countdown"
)

// The forms in which releases so far have kept things, as encoding/json has them. They lie in visitors' browsers and
// folders: a change here needs another version of the form.
type (
	savedForm struct {
		Version  int                 `json:"version"`
		Bests    map[string]bestForm `json:"bests,omitempty"`
		Tries    map[string]tryForm  `json:"tries,omitempty"`
		Runs     map[string]runForm  `json:"runs,omitempty"`
		Settings preferencesForm     `json:"settings,omitzero"`
	}
	bestForm struct {
		Points int `json:"points"`
		Right  int `json:"right"`
		Of     int `json:"of"`
	}
	tryForm struct {
		Day      string `json:"day"`
		Scoring  int    `json:"scoring"`
		Points   int    `json:"points"`
		Right    int    `json:"right"`
		Answered int    `json:"answered"`
		Of       int    `json:"of"`
	}
	runForm struct {
		Day  string `json:"day"`
		Days int    `json:"days"`
	}
	preferencesForm struct {
		Lang     string `json:"lang,omitempty"`
		Theme    string `json:"theme,omitempty"`
		Text     int    `json:"text,omitempty"`
		Points   string `json:"points,omitempty"`
		ClockOff bool   `json:"clockOff,omitempty"`
		Motion   string `json:"motion,omitempty"`
		Sound    string `json:"sound,omitempty"`
		Changed  int64  `json:"changed,omitempty"`
	}
	snapshotForm struct {
		Version                int
		Game                   app.Game
		At                     time.Time
		Screen, Return, Paused app.Screen
		Card                   app.Choice
		Play                   app.Play
		Draft                  []int
		Opened, Asked          time.Time
		Before                 bestForm
		HadBest                bool
		Seed                   uint64
		Saved                  savedForm
	}
	resumedForm struct {
		Snapshot snapshotForm
		Seen     time.Time
	}
)

// fill puts random values into all of v, and now and then none.
func fill(v reflect.Value, chance *rand.Rand) {
	if chance.IntN(5) == 0 {
		return
	}
	if at, ok := v.Addr().Interface().(*time.Time); ok {
		*at = time.Unix(chance.Int64N(1<<33), chance.Int64N(1e9)).UTC()
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), chance)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), chance.IntN(4), 4))
		for i := range v.Len() {
			fill(v.Index(i), chance)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 1 + chance.IntN(4) {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(key, chance)
			fill(value, chance)
			v.SetMapIndex(key, value)
		}
	case reflect.String:
		letters := []rune("aZ/-0 \"\\<&>\n\té🍿\u2028\x00")
		text := make([]rune, chance.IntN(9))
		for i := range text {
			text[i] = letters[chance.IntN(len(letters))]
		}
		v.SetString(string(text))
	case reflect.Bool:
		v.SetBool(chance.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(chance.Int64() >> chance.IntN(64) * (1 - 2*chance.Int64N(2)))
	case reflect.Uint64:
		v.SetUint(chance.Uint64())
	case reflect.Float64:
		v.SetFloat(float64(chance.IntN(1000)) / 64)
	}
}

// compatible checks with random values that what encoding/json has written in the old form is read as it reads it, and
// is written so again.
func compatible[Form, T any](t *testing.T, read func([]byte) (T, error), write func(T) string) {
	chance := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		var old Form
		fill(reflect.ValueOf(&old).Elem(), chance)
		data, err := json.Marshal(old)
		require.NoError(t, err)
		got, err := read(data)
		require.NoError(t, err)
		var want T // the names of its fields are those of the form, but for the case of letters
		require.NoError(t, json.Unmarshal(data, &want))
		require.Equal(t, want, got)
		require.Equal(t, string(data), write(got))
	}
}

// message reads and writes by way of a message's text.
func message[M app.Msg](verb string) (read func([]byte) (M, error), write func(M) string) {
	read = func(data []byte) (M, error) {
		m, err := app.Parse(verb + " " + string(data))
		got, _ := m.(M)
		return got, err
	}
	write = func(m M) string { return strings.TrimPrefix(m.Text(), verb+" ") }
	return read, write
}

func TestFormsStay(t *testing.T) {
	t.Run("snapshot", func(t *testing.T) {
		read, write := message[app.Resumed]("resumed")
		compatible[resumedForm](t, read, write)
	})
	t.Run("saved", func(t *testing.T) {
		read, write := message[app.Restored]("restored")
		compatible[savedForm](t, func(data []byte) (app.Saved, error) {
			m, err := read(data)
			return m.Saved, err
		}, func(s app.Saved) string { return write(app.Restored{Saved: s}) })
	})
	t.Run("zone", func(t *testing.T) {
		read, write := message[app.Located]("zone")
		compatible[countdown.Zone](t, func(data []byte) (countdown.Zone, error) {
			m, err := read(data)
			return m.Zone, err
		}, func(z countdown.Zone) string { return write(app.Located{Zone: z}) })
	})
	t.Run("surroundings", func(t *testing.T) {
		read, write := message[app.Placed]("placed")
		compatible[app.Surroundings](t, func(data []byte) (app.Surroundings, error) {
			m, err := read(data)
			return m.Around, err
		}, func(s app.Surroundings) string { return write(app.Placed{Around: s}) })
	})
}

// TestEveryFieldIsKept checks that a field that is added to a type is written and read as well.
func TestEveryFieldIsKept(t *testing.T) {
	chance := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		for _, msg := range []app.Msg{&app.Resumed{}, &app.Located{}, &app.Placed{}} {
			v := reflect.ValueOf(msg).Elem()
			fill(v, chance)
			if r, ok := msg.(*app.Resumed); ok {
				r.Snapshot.Saved.Bests, r.Snapshot.Saved.Tries = nil, nil // an empty map is not written, and read as none
			}
			got, err := app.Parse(msg.Text())
			require.NoError(t, err)
			assert.Equal(t, v.Interface(), got)
		}
	}
}

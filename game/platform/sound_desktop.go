//go:build !js && !ebitenginevmguest

package platform

import (
	"bytes"
	"encoding/binary"
	"errors"
	"log"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/ebitengine/oto/v3"

	"houselights/game/sound"
)

// speaker makes cues heard through the system's sound, which it asks for with the first one, and lets rest after the last.
// Where there is no sound it says so once in the log and is silent from then on: no frame waits for it, and none fails.
//
// It stands on Oto, which the engine's own package audio is made of, and not on that: there a device that is missing, or that
// is pulled out, ends the game, and a hundred times a second somebody looks what is playing, for as long as the program runs.
type speaker struct {
	log  *log.Logger
	cues chan sound.Cue // nil: none has been asked for
}

// play makes the cue heard now. One more may wait while the device opens; what comes too late for its moment is left out.
func (s *speaker) play(c sound.Cue) {
	if s.cues == nil {
		s.cues = make(chan sound.Cue, 1)
		go s.serve()
	}
	select {
	case s.cues <- c:
	default:
	}
}

// serve plays cues for as long as there is a device.
func (s *speaker) serve() { s.log.Printf("no sound from now on: %v", s.playAll()) }

// deviceRest is the time after which the device may rest: longer than any cue, and than what a device keeps back.
const deviceRest = 4 * time.Second

// playAll plays cues until the device fails, and says how.
func (s *speaker) playAll() error {
	if lacksSound() {
		return errors.New("this machine has no sound device")
	}
	device, ready, err := oto.NewContext(&oto.NewContextOptions{SampleRate: sound.Rate, ChannelCount: 1, Format: oto.FormatFloat32LE, ApplicationName: "Houselights"})
	if err != nil {
		return err
	}
	<-ready
	made := map[sound.Cue][]byte{}
	var playing []*oto.Player // one that nobody holds falls silent
	rest := time.NewTimer(deviceRest)
	for {
		if err := device.Err(); err != nil {
			return err
		}
		select {
		case c := <-s.cues:
			if made[c] == nil {
				made[c] = littleEndian(c.Samples())
			}
			if err := device.Resume(); err != nil {
				return err
			}
			player := device.NewPlayer(bytes.NewReader(made[c]))
			player.Play()
			playing = append(slices.DeleteFunc(playing, func(p *oto.Player) bool { return !p.IsPlaying() }), player)
			rest.Reset(deviceRest)
		case <-rest.C:
			playing = nil
			if err := device.Suspend(); err != nil {
				return err
			}
		}
	}
}

// lacksSound reports whether a Linux has neither a sound server nor a card. To open a device all the same would end in the same
// silence, but the system's library would first fill standard error with its complaints.
func lacksSound() bool {
	if runtime.GOOS != "linux" || os.Getenv("PULSE_SERVER") != "" {
		return false
	}
	for _, pattern := range []string{filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "pulse", "native"), "/dev/snd/pcm*p"} {
		if found, err := filepath.Glob(pattern); err != nil || len(found) > 0 {
			return false
		}
	}
	return true
}

func littleEndian(samples []float32) []byte {
	data := make([]byte, 0, 4*len(samples))
	for _, s := range samples {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(s))
	}
	return data
}

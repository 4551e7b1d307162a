//go:build ebitenginevmguest

package platform

import (
	"os"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// guestTPS is how many ticks make a second under the engine's test host.
const guestTPS = 60

// Now is, under the engine's test host, a given start plus ticks: a week passes in minutes, and each run is the same.
func (d *Desktop) Now() time.Time {
	start, err := time.Parse(time.RFC3339, os.Getenv("HOUSELIGHTS_START"))
	if err != nil {
		start = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	}
	return start.Add(time.Duration(ebiten.Tick()) * time.Second / guestTPS)
}

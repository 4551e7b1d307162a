//go:build !ebitenginevmguest

package stage

import "github.com/hajimehoshi/ebiten/v2"

// Economise makes the engine sleep until there is input or a frame has been asked for.
func Economise() {
	ebiten.SetTPS(ebiten.SyncWithFPS)
	//lint:ignore SA1019 what it is deprecated for draws on at full speed; this sleeps
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
}

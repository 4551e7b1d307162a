package platform

import "math"

// cssPixels returns a length in whole device pixels as CSS pixels, of which each takes ratio. It is right to a hundredth, so
// that 660 at a ratio of 1.1 are 600, not a hair less, and another arrangement; times the ratio it rounds to the same again.
func cssPixels(device, ratio float64) float64 { return math.Round(device/ratio*100) / 100 }

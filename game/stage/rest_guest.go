//go:build ebitenginevmguest

package stage

// Economise does nothing under the engine's test host, which decides on every tick.
func Economise() {}

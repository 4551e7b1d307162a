//go:build !js && !ebitenginevmguest

package platform

import "time"

// Now is the time on the wall.
func (d *Desktop) Now() time.Time { return time.Now() }

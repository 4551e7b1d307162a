//go:build !js && !ebitenginevmguest

package platform

import "time"

// Now is the time on the wall, without the monotonic reading, which stands still while a laptop sleeps.
func (d *Desktop) Now() time.Time { return time.Now().Round(0) }

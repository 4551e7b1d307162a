package platform

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCSSPixels(t *testing.T) {
	assert.Equal(t, 600.0, cssPixels(660, 1.1))
	assert.Equal(t, 667.33, cssPixels(1001, 1.5))
	for _, ratio := range []float64{0.25, 0.5, 1, 1.1, 1.25, 4.0 / 3, 1.5, 1.75, 2, 2.625, 3, 5} {
		for device := range 4000 {
			require.Equal(t, float64(device), math.Round(cssPixels(float64(device), ratio)*ratio), "%d at %g", device, ratio)
		}
	}
}

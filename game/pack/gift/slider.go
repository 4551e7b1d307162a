package gift

import (
	"hash/fnv"
	"math/big"
	"slices"

	"houselights/game/pack"
)

const (
	maxDecimals = 3
	maxSteps    = 200
	fewSteps    = 10
	manySteps   = 100               // as fine as a thumb likes it, where the tolerance needs no more
	farthest    = 1_000_000_000_000 // either way, as in a pack
)

// slider makes a scale on which the numbers from low to high are right, and no others: GIFT has none. Where on it they lie
// comes from the text of the question, so that it is the same each time and tells nothing. It fails, in words, where a scale
// of a pack cannot be fine enough.
func slider(low, high *big.Rat, ask string) (s pack.Scale, wrong string) {
	centre := new(big.Rat).Add(low, high)
	centre.Mul(centre, big.NewRat(1, 2))
	unit := int64(1)
	for ; s.Decimals < maxDecimals && !whole(unit, low, high, centre); unit *= 10 {
		s.Decimals++
	}
	if beyond := big.NewRat(farthest, 1); low.Cmp(new(big.Rat).Neg(beyond)) < 0 || high.Cmp(beyond) > 0 {
		return s, "a number beyond 1,000,000,000,000"
	}
	l, h := up(low, unit), -up(new(big.Rat).Neg(high), unit)
	r := min(max(up(centre, unit), l), h)
	if l > h {
		return s, "a number with more than three digits behind the point: give it a tolerance, as 2.718:0.001"
	}
	s.Right, s.Tolerance = r, min(r-l, h-r)
	if s.Step = step(s, l, h); s.Step == 0 {
		return s, "a tolerance for which no slider of 200 steps is fine and wide enough"
	}
	place(&s, (h-l)/s.Step, ask)
	if last := farthest * int(unit); s.Min < -last || s.Max > last { // it is so far out that the scale ends with it
		s.Min, s.Max = max(s.Min, -last), min(s.Max, last)
	}
	return s, ""
}

// whole reports whether some numbers are whole ones of a unit's part.
func whole(unit int64, all ...*big.Rat) bool {
	for _, n := range all {
		if !new(big.Rat).Mul(n, big.NewRat(unit, 1)).IsInt() {
			return false
		}
	}
	return true
}

// up returns a number in parts of a unit, rounded up.
func up(n *big.Rat, unit int64) int {
	n = new(big.Rat).Mul(n, big.NewRat(unit, 1))
	quotient, rest := new(big.Int).DivMod(n.Num(), n.Denom(), new(big.Int)) // rounds down
	if rest.Sign() > 0 {
		quotient.Add(quotient, big.NewInt(1))
	}
	return int(quotient.Int64())
}

// step returns the longest step that people count in by which the right number can be reached, or at least one that is close
// enough to it; 0 where there is none. From low to high all are right. Steps of two come last, since they tell odd from even.
func step(s pack.Scale, low, high int) int {
	most := max(1, abs(s.Right)/10, s.Tolerance/5)
	for _, by := range [][]int{{1, 5}, {2}} {
		if found := longest(s, low, high, most, by); found > 0 {
			return found
		}
	}
	return 0
}

// longest returns the longest step of some powers of ten.
func longest(s pack.Scale, low, high, most int, by []int) int {
	var all []int
	for power := 1; power <= most; power *= 10 {
		for _, n := range by {
			all = append(all, n*power)
		}
	}
	for _, exact := range []bool{true, false} {
		for _, step := range slices.Backward(all) {
			hits := steps(low, high, step)
			same := hits == steps(s.Right-s.Tolerance, s.Right+s.Tolerance, step)
			if step <= most && hits > 0 && same && 4*hits <= maxSteps && (!exact || s.Right%step == 0) {
				return step
			}
		}
	}
	return 0
}

// steps counts the multiples of a step from low to high.
func steps(low, high, step int) int { return floor(high, step) - floor(low-1, step) }

// floor divides and rounds down.
func floor(n, by int) int {
	if n < 0 {
		return -((-n + by - 1) / by)
	}
	return n / by
}

func abs(n int) int { return max(n, -n) }

// place says where the scale begins and ends: at zero, where that is not too far, and else not far from the right number.
// Wide is how many steps lie within the tolerance.
func place(s *pack.Scale, wide int, ask string) {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(ask))
	tenths := 3 + int(sum.Sum32()%5) // of the scale below the right number: 3 to 7
	least := max(fewSteps, 4*(wide+1))
	from := abs(s.Right) / s.Step // steps from zero
	if n := max(least, 10*from/tenths, from+wide); from > 0 && from <= 15*maxSteps/20 && n <= maxSteps {
		n = min((n+4)/5*5, maxSteps)
		if s.Right > 0 {
			s.Max = n * s.Step
		} else {
			s.Min = -n * s.Step
		}
		return
	}
	n := max(least, manySteps)
	n = min((n+9)/10*10, maxSteps)
	s.Min = (floor(s.Right, s.Step) - n*tenths/10) * s.Step
	if rounded := floor(s.Min, 10*s.Step) * 10 * s.Step; rounded+n*s.Step > s.Right+s.Tolerance {
		s.Min = rounded
	}
	s.Max = s.Min + n*s.Step
}

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
	years       = 100               // of a scale on which a year is to be found
	farthest    = 1_000_000_000_000 // either way, as in a pack
)

// slider makes a scale on which the numbers from low to high are right, and no others: GIFT has none. It begins at zero, where
// the numbers allow steps that are long enough for that. Where on it the right one lies comes from the text of the question, so
// that it is the same each time and tells nothing. It fails, in words, where a scale of a pack cannot be fine enough.
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
	f := fit{Scale: s, low: up(low, unit), high: -up(new(big.Rat).Neg(high), unit), last: farthest * int(unit), tenths: tenths(ask)}
	if f.low > f.high {
		return s, "a number with more than three digits behind the point, which is as many as a slider has"
	}
	f.Right = min(max(up(centre, unit), f.low), f.high)
	f.Tolerance = min(f.Right-f.low, f.high-f.Right)
	if !f.place() {
		return s, "a tolerance for which no slider of 200 steps is fine and wide enough"
	}
	return f.Scale, ""
}

// tenths is how much of a scale lies below the right number, 3 to 7, by the text of the question.
func tenths(ask string) int {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(ask))
	return 3 + int(sum.Sum32()%5)
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

// fit is a scale on its way.
type fit struct {
	pack.Scale
	low, high int // between them all is right, and nothing else
	last      int // the farthest end that a scale may have
	tenths    int // below the right number, where the scale does not begin at zero
}

// place finds the step and the ends, and reports whether there are such.
func (f *fit) place() bool {
	if f.isYear() {
		f.Step = 1
		f.around(years, f.tenths/2+6) // 7 to 9 tenths below it: what has happened did not happen far in the future
		return true
	}
	end := f.end()
	for _, step := range f.steps() {
		if 5*step*maxSteps >= 4*end { // a little less will do
			f.Step = step
			f.fromZero(end)
			return true
		}
	}
	all := f.steps()
	if len(all) == 0 {
		return false
	}
	f.Step = slices.Max(all)
	f.around(maxSteps, f.tenths)
	return true
}

// isYear reports whether the right number looks like a year; round ones are mostly others.
func (f *fit) isYear() bool {
	return f.Decimals == 0 && f.low >= 1000 && f.high <= 2100 && f.Right%100 != 0 && 4*(f.high-f.low) <= years
}

// end is how far a scale from zero should go: to a hundred, as for a share of something, or to some two or three times the right
// number; and far enough that not all of it is right.
func (f *fit) end() int {
	n := abs(f.Right)
	end := 10 * n / f.tenths
	if f.Decimals == 0 && n > 10 && f.low > -100 && f.high < 100 {
		end = 100
	}
	return max(end, 4*(f.high-f.low), fewSteps, n)
}

// steps are those that people count in and by which a right number can be reached: at first such as lead to the very one, and
// among these at first the shortest. Without a tolerance there is none of two: it would tell odd from even.
func (f *fit) steps() []int {
	var exact, near []int
	for power := 1; power <= max(abs(f.Right), f.Tolerance, 1); power *= 10 {
		for _, step := range []int{power, 2 * power, 5 * power} {
			hits := multiples(f.low, f.high, step)
			same := hits == multiples(f.Right-f.Tolerance, f.Right+f.Tolerance, step)
			switch {
			case hits == 0 || !same || 4*hits > maxSteps:
			case f.Right%step != 0:
				near = append(near, step)
			case step != 2*power || f.low != f.high:
				exact = append(exact, step)
			}
		}
	}
	return append(exact, near...)
}

// fromZero makes a scale between zero and an end.
func (f *fit) fromZero(end int) {
	n := (end + f.Step - 1) / f.Step
	n = min(max((n+4)/5*5, fewSteps), maxSteps) * f.Step
	if f.Right < 0 {
		f.Min = -min(n, f.last)
	} else {
		f.Max = min(n, f.last)
	}
}

// around makes a scale of so many steps, with some tenths of it below the right number.
func (f *fit) around(steps, tenths int) {
	f.Min = (floor(f.Right, f.Step) - steps*tenths/10) * f.Step
	f.Min = floor(f.Min, 10*f.Step) * 10 * f.Step
	f.Max = min(f.Min+steps*f.Step, f.last)
	f.Min = max(f.Min, -f.last)
}

// multiples counts the multiples of a step from low to high.
func multiples(low, high, step int) int { return floor(high, step) - floor(low-1, step) }

// floor divides and rounds down.
func floor(n, by int) int {
	if n < 0 {
		return -((-n + by - 1) / by)
	}
	return n / by
}

func abs(n int) int { return max(n, -n) }

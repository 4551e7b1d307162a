package debug

// Left out: where in the game's source a call came from, which takes go/build. Safe, because it is only written into
// logs that nobody of the public reads.

// CallerType says what kind of code has called.
type CallerType int

// The kinds of callers.
const (
	CallerTypeNone CallerType = iota
	CallerTypeRegular
	CallerTypeInternal
)

// FirstCaller knows none.
func FirstCaller() (file string, line int, callerType CallerType) { return "", 0, CallerTypeNone }

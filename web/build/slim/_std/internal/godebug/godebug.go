// Package godebug knows the settings of the $GODEBUG environment variable, none of which is ever set in a page.
//
// Left out: reading and following them, narrowing a change down by them, and counting in runtime/metrics what they
// change: 20 kB of what a visitor fetches, most of it the list of all metrics. Safe, because a browser has no environment.
// What a go.mod with an older version of Go would keep as it was is as in the newest, in the page alone.
package godebug

// Setting is a setting that has its default.
type Setting struct{ name string }

func New(name string) *Setting { return &Setting{name} }

func (s *Setting) Name() string       { return s.name }
func (s *Setting) Undocumented() bool { return false }
func (s *Setting) String() string     { return s.name + "=" }
func (s *Setting) Value() string      { return "" }
func (s *Setting) IncNonDefault()     {}

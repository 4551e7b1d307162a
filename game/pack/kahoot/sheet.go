package kahoot

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"houselights/game/pack/bank"
)

// table is what is in the cells of a sheet.
type table struct {
	sheet sheet
	rows  []row // those with anything in them but their number
	more  bool  // there are more of them
	head  int   // of rows: the headings, and -1 where there are none
	layout
}

// row is a row of a sheet, up to its last cell that is filled.
type row struct {
	number  int      // from 1
	cells   []string // as the author sees them, on one line each
	raw     []string // as they are kept, without the format of numbers
	pending []int    // columns of formulas that have no value
	drawn   bool     // a picture lies on it
}

// layout says in which columns, from 0, a table has what. Those that are missing are -1.
type layout struct {
	ask     int
	answers [4]int
	seconds int
	right   int
}

// at returns the layout of Kahoot's template, with the questions in any column.
func at(ask int) layout {
	return layout{ask, [4]int{ask + 1, ask + 2, ask + 3, ask + 4}, ask + 5, ask + 6}
}

// The template has its headings here.
const (
	templateHead = 8 // row, from 1
	templateAsk  = 1 // column, from 0
)

// cell returns a cell of a row; "" where there is none.
func (r *row) cell(column int) string { return within(r.cells, column) }

func within(all []string, i int) string {
	if i < 0 || i >= len(all) {
		return ""
	}
	return all[i]
}

// table reads the cells of a sheet.
func (b *book) table(s sheet) (*table, error) {
	shown, err := b.file.Rows(s.name)
	if err != nil {
		return nil, fmt.Errorf("the sheet %q cannot be read: give it a short name of letters and digits", s.name)
	}
	defer shown.Close()
	raw, err := b.file.Rows(s.name)
	if err != nil {
		return nil, errDamaged
	}
	defer raw.Close()
	t := &table{sheet: s, head: -1}
	part := b.parts[s.part]
	for n := 1; shown.Next() && raw.Next(); n++ {
		r := row{number: n}
		for _, f := range part.formulas[n] {
			if b.stale || !f.valued {
				r.pending = append(r.pending, f.column)
			}
		}
		if r.cells, err = shown.Columns(); err != nil {
			return nil, errDamaged
		}
		if r.raw, err = raw.Columns(excelize.Options{RawCellValue: true}); err != nil {
			return nil, errDamaged
		}
		b.cells += len(r.cells)
		for i, cell := range r.cells {
			b.shown += len(cell)
			r.cells[i] = tidy(cell)
		}
		bare := r.isBare()
		if b.cells > maxCells || b.shown > maxShown || !bare && len(t.rows) == maxRows {
			t.more = true
			break
		}
		if bare {
			continue
		}
		t.rows = append(t.rows, r)
	}
	if shown.Error() != nil || raw.Error() != nil {
		return nil, errDamaged
	}
	return t, nil
}

// tidy returns a text on one line, with no space around it.
func tidy(cell string) string { return strings.TrimSpace(lines.Replace(cell)) }

var lines = strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "\u2028", " ", "\u2029", " ")

// isBare reports whether there is nothing in the row but its number: the template has a hundred of such.
func (r *row) isBare() bool {
	filled := 0
	for _, cell := range r.cells {
		if cell != "" {
			if filled++; filled > 1 || !isWhole(cell) {
				return false
			}
		}
	}
	return len(r.pending) == 0
}

func isWhole(cell string) bool { return cell != "" && strings.Trim(cell, "0123456789") == "" }

// findHead looks for the row of headings and, by what they say, for the columns. Reports whether there is one.
func (t *table) findHead() bool {
	for _, find := range []func(*row) (layout, bool){headings, limits} {
		for i := range t.rows {
			if l, ok := find(&t.rows[i]); ok {
				t.head, t.layout = i, l
				return true
			}
		}
	}
	return false
}

// headings reads a row of headings in English, in whichever order they stand.
func headings(r *row) (layout, bool) {
	column := func(from int, starts ...string) int {
		for i := from; i < len(r.cells); i++ {
			key := strings.ToLower(strings.Join(strings.Fields(r.cells[i]), ""))
			for _, start := range starts {
				if rest, ok := strings.CutPrefix(key, start); ok && strings.IndexAny(rest, "0123456789") != 0 {
					return i
				}
			}
		}
		return -1
	}
	first := column(0, "answer1")
	ask := -1
	for next := column(0, "question"); next >= 0 && next < first; next = column(next+1, "question") {
		ask = next // the one beside the answers: "Question number" may stand before
	}
	if ask < 0 {
		return layout{}, false
	}
	l := layout{ask: ask, answers: [4]int{first}, seconds: column(0, "time"), right: column(0, "correct", "rightanswer")}
	for i := 1; i < len(l.answers); i++ {
		l.answers[i] = column(0, fmt.Sprintf("answer%d", i+1))
	}
	if l.right < 0 {
		l.right = at(ask).right
	}
	return l, true
}

// limits reads a row of headings in any language: Kahoot's list the time limits.
func limits(r *row) (layout, bool) {
	for i, cell := range r.cells {
		all := digits.FindAllString(cell, -1)
		ask := i - 5
		if slices.Contains(all, "5") && slices.Contains(all, "120") && slices.Contains(all, "240") && r.cell(ask) != "" && r.cell(ask+1) != "" {
			return at(ask), true
		}
	}
	return layout{}, false
}

var digits = regexp.MustCompile(`\d+`)

// looksLikeTemplate reports whether a sheet without headings has questions where the template has them, and lays it out so.
func (t *table) looksLikeTemplate() bool {
	t.layout = at(templateAsk)
	for i, r := range t.rows {
		if r.number <= templateHead {
			t.head = i
		}
	}
	return slices.ContainsFunc(t.items(), func(item bank.Item) bool { return item.LeftOut == "" })
}

// below returns the rows below the headings.
func (t *table) below() []row { return t.rows[t.head+1:] }

func (t *table) hasQuestions() bool {
	return slices.ContainsFunc(t.below(), func(r row) bool { return r.cell(t.ask) != "" || r.cell(t.answers[0]) != "" })
}

// unread says which columns with anything in them are not read. A number to the left of the question is the question's.
func (t *table) unread() []string {
	rows := map[int]int{} // by column
	for _, r := range t.below() {
		for i, cell := range r.cells {
			if cell != "" && !(i < t.ask && isWhole(cell)) && !t.reads(i) {
				rows[i]++
			}
		}
	}
	columns := make([]int, 0, len(rows))
	for i := range rows {
		columns = append(columns, i)
	}
	slices.Sort(columns)
	var notes []string
	for n, i := range columns {
		if n == maxUnread {
			return append(notes, fmt.Sprintf("and %d more columns are not read", len(columns)-n))
		}
		heading := ""
		if t.head >= 0 {
			heading = t.rows[t.head].cell(i)
		}
		if heading != "" {
			heading = fmt.Sprintf(" (%q)", bank.Brief(heading))
		}
		have := fmt.Sprintf("%d rows have", rows[i])
		if rows[i] == 1 {
			have = "1 row has"
		}
		note := fmt.Sprintf("column %s%s is not read: %s something in it", columnName(i), heading, have)
		if i == t.ask-1 {
			note += "; if that is the questions, move them below their heading"
		}
		notes = append(notes, note)
	}
	return notes
}

const maxUnread = 5 // columns that are named

func (l *layout) reads(column int) bool {
	return column == l.ask || column == l.seconds || column == l.right || slices.Contains(l.answers[:], column)
}

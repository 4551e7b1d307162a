package kahoot

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"houselights/game/pack/bank/banktest"
)

// FuzzCells reads sheets whose rows are lines and whose cells end in tabs, as they are shown and, in raw, as they are kept.
func FuzzCells(f *testing.F) {
	head := "Question\tAnswer 1\tAnswer 2\tAnswer 3\tAnswer 4\tTime limit\tCorrect\n"
	for _, seed := range [][2]string{
		{head + "Q?\ta\tb\tc\td\t20\t1,3", ""},
		{head + "Q?\tTrue\tFalse\t\t\t20 sec\tTRUE", "\n\t1\t0\t\t\t20\t1"},
		{head + "Q?\t50%\t1969-07-20\t#N/A\t\t1 min\t1-Mar\tx", "\n\t0.5\t25404\t\t\t\t45717"},
		{"1\t¿?\ta\tb\tc\td\t5, 10, 120, 240\tx\n2\tQ?\ta\tb\t\t\t99999999999\t13", ""},
		{"\n\n\n\n\n\n\n\n1\tQ?\ta\tb\t\t\t\tb", ""},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, shown, raw string) {
		sheet := &table{head: -1}
		kept := strings.Split(raw, "\n")
		for i, line := range strings.Split(shown, "\n") {
			r := row{number: i + 1, cells: strings.Split(line, "\t")}
			if r.raw = r.cells; i < len(kept) {
				r.raw = strings.Split(kept[i], "\t")
			}
			if len(r.cells) > excelize.MaxColumns {
				return
			}
			for j, cell := range r.cells {
				r.cells[j] = tidy(cell)
			}
			if !r.isBare() {
				sheet.rows = append(sheet.rows, r)
			}
		}
		if quizzes, notes, err := choose([]*table{sheet}); err == nil {
			banktest.Check(t, collect(quizzes, notes), excelize.TotalRows)
		}
	})
}

package kahoot

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/htmlindex"
)

// part is a part of a workbook, with what only reading it by ourselves can tell.
type part struct {
	data     []byte
	elements int // and attributes
	isSheet  bool
	drawing  string            // of a sheet: id of the part with what lies over its cells
	formulas map[int][]formula // of a sheet, by row
	texts    int               // that the cells of a sheet call by number, or that the list of them has
	stale    bool              // of a workbook: the values of all formulas are yet to be calculated
}

// formula is a cell with a formula.
type formula struct {
	column int  // from 0
	valued bool // there is a value beside it
}

// check reads the part to its end. It refuses what the library would read wrongly without a word, or for hours.
func (p *part) check() error {
	p.formulas = map[int][]formula{}
	c := checker{part: p, counts: map[string]int{}}
	for d := decoder(p.data); ; {
		token, err := d.Token()
		switch {
		case err == io.EOF && p.elements > 0:
			return nil
		case err != nil:
			return errDamaged
		}
		switch token := token.(type) {
		case xml.StartElement:
			err = c.start(token)
		case xml.CharData:
			err = c.text(token)
		case xml.EndElement:
			c.end(token)
		}
		if err != nil {
			return err
		}
	}
}

// checker reads a part, token by token.
type checker struct {
	*part
	at     position
	depth  int
	counts map[string]int // of elements that may not be many
}

func (c *checker) start(token xml.StartElement) error {
	c.elements += 1 + len(token.Attr)
	if c.depth++; c.depth > maxDepth || len(token.Attr) > maxAttrs {
		return errLarge
	}
	name := token.Name.Local
	c.at.element = name
	switch name {
	case "sheetData":
		c.isSheet = true
	case "drawing":
		c.drawing = attr(token, "id")
	case "row", "c":
		if c.isSheet {
			return c.at.next(token)
		}
	case "calcPr":
		full := attr(token, "fullCalcOnLoad")
		c.stale = full == "1" || full == "true"
	case "si":
		c.at.text = 0
		c.texts++
	case "f":
		c.at.formula = true
	case "numFmt", "sheet": // each of them is gone through again for each that needs one
		if c.counts[name]++; c.counts[name] > 1000 || len(attr(token, "formatCode")) > maxFormat {
			return errLarge
		}
	}
	return nil
}

func (c *checker) text(token xml.CharData) error {
	at := &c.at
	if at.element == "t" || at.element == "v" {
		if at.text += len(token); at.text > maxText {
			return errLarge
		}
	}
	value := bytes.TrimSpace(token)
	if at.element != "v" || len(value) == 0 {
		return nil
	}
	at.value = true
	if at.kind != "s" {
		return nil
	}
	i, err := strconv.Atoi(string(value))
	if err != nil || i < 0 {
		return errDamaged
	}
	c.texts = max(c.texts, i+1)
	return nil
}

func (c *checker) end(token xml.EndElement) {
	c.depth--
	at := &c.at
	if token.Name.Local == "c" && at.formula {
		c.formulas[at.row] = append(c.formulas[at.row], formula{at.column - 1, at.value})
	}
	if token.Name.Local == "v" && at.kind == "str" {
		at.value = true // of a formula, an empty text
	}
	at.element = ""
}

func attr(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// position is where in a sheet, or in the list of texts, a part is being read.
type position struct {
	row, column    int // from 1
	kind           string
	formula, value bool // of the cell
	element        string
	text           int // bytes, of the cell or the text
}

// next goes to a row or a cell, which must be behind the one before: the library puts cells that are not into others.
func (at *position) next(token xml.StartElement) error {
	name := attr(token, "r")
	if token.Name.Local == "row" {
		row := at.row + 1
		if name != "" {
			var err error
			if row, err = strconv.Atoi(name); err != nil {
				return errDamaged
			}
		}
		if row <= at.row || row > excelize.TotalRows {
			return errDamaged
		}
		*at = position{row: row}
		return nil
	}
	column := at.column + 1
	if name != "" {
		var row int
		var err error
		if column, row, err = excelize.CellNameToCoordinates(name); err != nil || row != at.row {
			return errDamaged
		}
	}
	if column <= at.column {
		return errDamaged
	}
	*at = position{row: at.row, column: column, kind: attr(token, "t")}
	return nil
}

func decoder(data []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		encoding, err := htmlindex.Get(label)
		if err != nil {
			return nil, err
		}
		return encoding.NewDecoder().Reader(r), nil
	}
	return d
}

package kahoot

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"houselights/game/pack"
)

// What a workbook may have, so that one that is made to do harm takes neither long nor more than some 100 MB. A quiz of
// 10,000 questions has a tenth of it.
const (
	maxXML      = 12 << 20   // bytes of all parts together, unpacked
	maxInSheets = 3_000_000  // XML elements and attributes in the sheets, of which one row is held at a time
	maxInOthers = 300_000    // elements and attributes in all other parts, which are held all at once
	maxDepth    = 50         // elements within each other
	maxAttrs    = 200        // attributes of an element
	maxText     = 4 * 32_767 // bytes of a text; Excel has 32,767 characters in a cell at most
	maxFormat   = 1000       // bytes in the format of a number; Excel has 255 characters at most
	maxCells    = 4_000_000  // cells, with empty ones to the left of filled ones
	maxShown    = 16 << 20   // bytes of all cells together
	maxRows     = pack.MaxQuestions + 100
)

var (
	errDamaged   = errors.New("the spreadsheet is damaged: open it in a spreadsheet program and save it again")
	errLarge     = errors.New("the spreadsheet is larger than any quiz: copy the questions into a new one")
	errProtected = errors.New("the spreadsheet is protected by a password: save it without one")
	errOld       = errors.New("it is an old spreadsheet, .xls: save it as .xlsx")
	errBinary    = errors.New("it is a spreadsheet in another form, .xlsb: save it as .xlsx")
	errOpen      = errors.New("it is a spreadsheet in another form, .ods or .numbers: save it as .xlsx")
	errOther     = errors.New("it is no spreadsheet, whatever its name says: save the quiz as .xlsx")
)

// book is an open workbook.
type book struct {
	file   *excelize.File
	parts  map[string]*part // of XML, by name in the zip
	sheets []sheet          // in the order that the author sees
	stale  bool             // the values of all formulas are yet to be calculated: where a program writes no true ones, it says so
	cells  int              // read so far
	shown  int              // bytes in them
}

// sheet is a sheet of a workbook, with the name of its part.
type sheet struct{ name, part string }

// open reads a file up to its sheets.
func open(data []byte) (*book, error) {
	if err := foreign(data); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errDamaged
	}
	b := &book{parts: map[string]*part{}}
	if err := b.unpack(z.File); err != nil {
		return nil, err
	}
	if err := b.findSheets(); err != nil {
		return nil, err
	}
	packed, err := b.pack()
	if err != nil {
		return nil, err
	}
	options := excelize.Options{
		UnzipSizeLimit: 2 * maxXML, UnzipXMLSizeLimit: 2 * maxXML, // equal, so that nothing is put on the disk
		ShortDatePattern: "yyyy-mm-dd", // stands for the one of the author's system, which the file does not tell
	}
	if b.file, err = excelize.OpenReader(bytes.NewReader(packed), options); err != nil {
		return nil, errDamaged
	}
	return b, nil
}

// foreign says which other kind of file it is, where that can be told.
func foreign(data []byte) error {
	utf16 := func(s string) []byte { return []byte(strings.Join(strings.Split(s, ""), "\x00")) }
	switch {
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")): // what Office had before zip, and still has around encrypted files
		if bytes.Contains(data, utf16("EncryptedPackage")) {
			return errProtected
		}
		return errOld
	case !bytes.HasPrefix(data, []byte("PK")):
		return errOther
	}
	return nil
}

// partName returns a name in a zip as it ought to be: some programs write it as Windows would.
func partName(name string) string { return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/") }

// wanted reports whether a part of a workbook says anything of what is in its cells, or of what lies over them.
func wanted(name string) bool {
	name = strings.ToLower(name)
	for _, other := range []string{"docprops/", "customxml/", "xl/theme/", "xl/media/", "xl/charts/", "xl/calcchain", "xl/comments",
		"xl/threadedcomments/", "xl/persons/", "xl/pivot", "xl/richdata/", "xl/externallinks/", "xl/printersettings/", "xl/ctrlprops/", "xl/revisions/"} {
		if strings.HasPrefix(name, other) {
			return false
		}
	}
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

// unpack reads and checks the parts of a workbook. The library does not check them, and takes the end of what it can read of
// a part for the end of the part.
func (b *book) unpack(files []*zip.File) error {
	names := map[string]bool{}
	size, inSheets, inOthers := 0, 0, 0
	for _, f := range files {
		name := partName(f.Name)
		names[strings.ToLower(name)] = true
		if !wanted(name) {
			continue
		}
		data, err := readPart(f, maxXML-size)
		if err != nil {
			return err
		}
		size += len(data)
		p := &part{data: data}
		if err := p.check(); err != nil {
			return err
		}
		b.stale = b.stale || p.stale
		if p.isSheet {
			inSheets += p.elements
		} else {
			inOthers += p.elements
		}
		if inSheets > maxInSheets || inOthers > maxInOthers {
			return errLarge
		}
		b.parts[name] = p
	}
	switch {
	case names["xl/workbook.bin"]:
		return errBinary
	case names["content.xml"] || names["index/document.iwa"]:
		return errOpen
	case !names["[content_types].xml"]:
		return errOther
	}
	return b.checkTexts()
}

// checkTexts checks that there are all texts that the cells call by number: where one is not, the library takes the cell for
// empty.
func (b *book) checkTexts() error {
	texts := 0
	for name, p := range b.parts {
		if strings.EqualFold(name, "xl/sharedStrings.xml") {
			texts = p.texts
		}
	}
	for _, p := range b.parts {
		if p.isSheet && p.texts > texts {
			return errDamaged
		}
	}
	return nil
}

// readPart returns a file of a zip, which may be of so many bytes at most.
func readPart(f *zip.File, most int) ([]byte, error) {
	if f.UncompressedSize64 > uint64(most) {
		return nil, errLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, errDamaged
	}
	defer r.Close()
	data, err := io.ReadAll(r) // it fails where there is more than the zip says
	if err != nil {
		return nil, errDamaged
	}
	return data, nil
}

// pack puts the parts into a zip again, without all that is of no use here, such as pictures.
func (b *book) pack() ([]byte, error) {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for name, p := range b.parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return packed.Bytes(), err
}

// findSheets lists the sheets of the workbook that are tables.
func (b *book) findSheets() error {
	targets, types := b.relations("")
	for id, main := range targets {
		p := b.parts[main]
		if types[id] != "officeDocument" || p == nil {
			continue
		}
		var workbook struct {
			Sheets []struct {
				Name  string     `xml:"name,attr"`
				Attrs []xml.Attr `xml:",any,attr"`
			} `xml:"sheets>sheet"`
		}
		if err := decoder(p.data).Decode(&workbook); err != nil {
			return errDamaged
		}
		parts, _ := b.relations(main)
		for _, s := range workbook.Sheets {
			for _, attr := range s.Attrs {
				if part := parts[attr.Value]; attr.Name.Local == "id" && b.parts[part] != nil && b.parts[part].isSheet {
					b.sheets = append(b.sheets, sheet{s.Name, part})
				}
			}
		}
	}
	if len(b.sheets) == 0 {
		return errOther
	}
	return nil
}

// columnName returns the letters of a column, from 0.
func columnName(column int) string {
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		return fmt.Sprint(column + 1)
	}
	return name
}

package kahoot_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"houselights/game/pack"
	"houselights/game/pack/bank"
	"houselights/game/pack/bank/banktest"
	"houselights/game/pack/kahoot"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden reads files that other programs have written: LibreOffice, openpyxl and ExcelJS.
func TestGolden(t *testing.T) { banktest.Golden(t, kahoot.Read, *update) }

var headings = []any{nil, "Question - max 120 characters",
	"Answer 1 - max 75 characters", "Answer 2 - max 75 characters", "Answer 3 - max 75 characters", "Answer 4 - max 75 characters",
	"Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one"}

// workbook returns a file with the rows in its first sheet, from row 1 on, and what is done to it then.
func workbook(t testing.TB, rows [][]any, edit func(*excelize.File)) []byte {
	f := excelize.NewFile()
	fill(t, f, "Sheet1", rows)
	if edit != nil {
		edit(f)
	}
	var file bytes.Buffer
	require.NoError(t, f.Write(&file))
	return file.Bytes()
}

func fill(t testing.TB, f *excelize.File, sheet string, rows [][]any) {
	for i, row := range rows {
		for j, cell := range row {
			if cell != nil {
				name, err := excelize.CoordinatesToCellName(j+1, i+1)
				require.NoError(t, err)
				require.NoError(t, f.SetCellValue(sheet, name, cell))
			}
		}
	}
}

// template returns rows with Kahoot's headings in the eighth and questions, from column B on, in those below.
func template(questions ...[]any) [][]any {
	rows := [][]any{nil, {nil, "Quiz template"}, nil, nil, nil, nil, nil, headings}
	for i, question := range questions {
		rows = append(rows, append([]any{i + 1}, question...))
	}
	return rows
}

var rivers = []any{"Which river is the longest?", "Elbe", "Danube", "Rhine", "Loire", 20, "2"}

// say puts a question in a line.
func say(item bank.Item) string {
	if item.LeftOut != "" {
		return strings.TrimSpace(item.Where + " left out: " + item.LeftOut)
	}
	q := item.Question
	s := fmt.Sprintf("%s | %s", strings.Join(q.Right, ", "), strings.Join(q.Wrong, ", "))
	switch q.Kind {
	case pack.TrueFalse:
		s = fmt.Sprint("statement, ", q.True)
	case pack.SeveralOf:
		s = "several: " + s
	}
	if q.Seconds != 0 {
		s += fmt.Sprintf(" in %d s", q.Seconds)
	}
	return strings.Join(append([]string{s}, item.Changes...), "; ")
}

// TestRow reads rows of the template, from the column of the question on.
func TestRow(t *testing.T) {
	for name, c := range map[string]struct {
		row  []any
		want string
	}{
		"one of":           {rivers, "Danube | Elbe, Rhine, Loire in 20 s"},
		"several of":       {[]any{"Q?", "a", "b", "c", "d", 20, "1,3"}, "several: a, c | b, d in 20 s"},
		"with a space":     {[]any{"Q?", "a", "b", "c", "d", 20, "1, 3"}, "several: a, c | b, d in 20 s"},
		"with a semicolon": {[]any{"Q?", "a", "b", "c", "d", 20, "3;1"}, "several: a, c | b, d in 20 s"},
		"twice":            {[]any{"Q?", "a", "b", "c", "d", 20, "3, 3"}, "c | a, b, d in 20 s"},
		"with a word": {[]any{"Q?", "a", "b", "c", "d", 20, "1 and 3"},
			`several: a, c | b, d in 20 s; "1 and 3", given as the correct answer, is taken for answers 1 and 3`},
		"wide digits":               {[]any{"Q?", "a", "b", "c", "d", "２０", "１，３"}, "several: a, c | b, d in 20 s"},
		"a number":                  {[]any{"Q?", "a", "b", nil, nil, 20, 1.0}, "a | b in 20 s"},
		"1.0 as a text":             {[]any{"Q?", "a", "b", nil, nil, "20.0", "1.0"}, "a | b in 20 s"},
		"a comma taken for a point": {[]any{"Q?", "a", "b", "c", nil, 20, 1.3}, "several: a, c | b in 20 s"},
		"a comma that got lost": {[]any{"Q?", "a", "b", "c", nil, 20, 13},
			"left out: the correct answers are not clear, since 13 can stand for 1,3: write them as a text, '1,3"},
		"commas that got lost": {[]any{"Q?", "a", "b", "c", "d", 20, 134},
			"left out: the correct answers are not clear, since 134 can stand for 1,3,4: write them as a text, '1,3,4"},
		"taken for a date": {[]any{"Q?", "a", "b", "c", nil, 20, time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)},
			"left out: the correct answers are not clear, since they were taken for a date or a time, Mar-25: write them as a text, '1,3"},
		"an empty one is right": {[]any{"Q?", "a", "b", nil, nil, 20, 3},
			"left out: answer 3, which is said to be correct, is empty: fill it or correct column H"},
		"number 5": {[]any{"Q?", "a", "b", nil, nil, 20, 5},
			"left out: answer 5, which is said to be correct, is not read: put it among the first four, or correct column H"},
		"number 0": {[]any{"Q?", "a", "b", nil, nil, 20, "1,0"},
			"left out: 0 is not the number of an answer, as it should be in column H: write 1 to 4"},
		"none is right": {[]any{"Q?", "a", "b", nil, nil, 20}, "left out: no correct answer is given: write its number in column H"},
		"a letter": {[]any{"Q?", "a", "b", nil, nil, 20, "C"},
			`left out: "C", given as the correct answer, is none of the answers: write its number in column H`},
		"the text of the answer": {[]any{"Q?", "Elbe", "Po", nil, nil, 20, "po"}, "Po | Elbe in 20 s"},
		"a text that is there twice": {[]any{"Q?", "Elbe", "Po", "Po", nil, 20, "Po"},
			`left out: "Po", given as the correct answer, is none of the answers: write its number in column H`},
		"a year that is the answer": {[]any{"Q?", 1969, 1970, nil, nil, 20, 1970}, "1970 | 1969 in 20 s"},
		"a text with a digit": {[]any{"Q?", "Henry 4", "Henry 5", "Henry 6", "Henry 7", 20, "Henry 4"},
			"Henry 4 | Henry 5, Henry 6, Henry 7 in 20 s"},
		"the texts of two answers": {[]any{"Q?", "Elbe", "Po", "Rhine", nil, 20, "rhine; Elbe"}, "several: Elbe, Rhine | Po in 20 s"},
		"one of the texts is none": {[]any{"Q?", "Elbe", "Po", "Rhine", nil, 20, "Rhine, Don"},
			`left out: "Rhine, Don", given as the correct answer, is none of the answers: write its number in column H`},
		"an answer that is a number": {[]any{"Q?", 2, 3, 4, 5, 20, 3},
			`4 | 2, 3, 5 in 20 s; "3", given as the correct answer, is taken for the number of an answer, and so not for the answer "3"`},
		"all are right": {[]any{"Q?", "a", "b", nil, nil, 20, "1,2"},
			"left out: all its answers are right: add a wrong one, or take right ones out of column H"},
		"one answer":              {[]any{"Q?", "a", nil, nil, nil, 20, 1}, "left out: it has one answer: write two to four"},
		"no answers":              {[]any{"Q?"}, "left out: it has no answers: write two to four"},
		"no question":             {[]any{nil, "a", "b", nil, nil, 20, 1}, "row 9 left out: it has no question: write it in column B"},
		"a gap":                   {[]any{"Q?", "a", nil, "c", nil, 20, 3}, "c | a in 20 s"},
		"true":                    {[]any{"So.", "True", "False", nil, nil, 20, 1}, "statement, true in 20 s"},
		"false, in another order": {[]any{"So.", "FALSE", nil, "TRUE", nil, 20, 1}, "statement, false in 20 s"},
		"true, as a value":        {[]any{"So.", true, false, nil, nil, 20, true}, "statement, true in 20 s"},
		"true in Vietnamese":      {[]any{"So.", "Đúng", "Sai", nil, nil, 20, 2}, "statement, false in 20 s"},
		"true in two languages":   {[]any{"So.", "Vrai", "Falsch", nil, nil, 20, 2}, "Falsch | Vrai in 20 s"},
		"true, false and perhaps": {[]any{"So.", "True", "False", "Perhaps", nil, 20, 2}, "False | True, Perhaps in 20 s"},
		"numbers":                 {[]any{"Q?", 1969, 1970.0, 0.1 + 0.2, 1e20, 20, 1}, "1969 | 1970, 0.3, 100000000000000000000 in 20 s"},
		"line ends":               {[]any{"Q\n?", "a\r\nb", " c ", nil, nil, 20, 1}, "a b | c in 20 s"},
		"an error": {[]any{"Q?", "a", "#N/A", nil, nil, 20, 1},
			"left out: column D has the error #N/A: write what should be there"},
		"no time limit":           {[]any{"Q?", "a", "b", nil, nil, nil, 1}, "a | b"},
		"a time limit in words":   {[]any{"Q?", "a", "b", nil, nil, "20 sec", 1}, "a | b in 20 s"},
		"a time limit in letters": {[]any{"Q?", "a", "b", nil, nil, "30s", 1}, "a | b in 30 s"},
		"a time limit in minutes": {[]any{"Q?", "a", "b", nil, nil, "1 min", 1},
			`a | b; the time limit "1 min" is not read: write seconds, 5 to 240`},
		"a time limit that is short": {[]any{"Q?", "a", "b", nil, nil, 3, 1}, "a | b in 5 s; the time limit of 3 seconds becomes 5"},
		"a time limit that is long": {[]any{"Q?", "a", "b", nil, nil, "99999999999999999999", 1},
			"a | b in 240 s; the time limit of 99999999999999999999 seconds becomes 240"},
		"a time limit with a fraction": {[]any{"Q?", "a", "b", nil, nil, 7.5, 1}, `a | b; the time limit "7.5" is not read: write seconds, 5 to 240`},
	} {
		b, err := kahoot.Read(workbook(t, template(c.row), nil))
		if assert.NoError(t, err, name) && assert.Len(t, b.Items, 1, name) {
			assert.Equal(t, c.want, say(b.Items[0]), name)
			assert.Equal(t, 9, b.Items[0].Line, name)
			assert.Empty(t, b.Notes, name)
		}
	}
}

// TestSheet reads sheets that are laid out in other ways.
func TestSheet(t *testing.T) {
	translated := []any{nil, "Pregunta", "Respuesta 1", "Respuesta 2", "Respuesta 3", "Respuesta 4",
		"Tiempo: 5, 10, 20, 30, 60, 90, 120 o 240", "Correcta"}
	for name, c := range map[string]struct {
		rows  [][]any
		edit  func(*excelize.File)
		want  []string // questions, each with its row
		notes []string
	}{
		"rows that are empty": {template(rivers, nil, nil, []any{nil, nil, nil, nil, nil, 20}, rivers), nil,
			[]string{"9 Danube | Elbe, Rhine, Loire in 20 s", "13 Danube | Elbe, Rhine, Loire in 20 s"}, nil},
		"headings in the first row and column": {[][]any{{"question", "answer 1", "ANSWER 2", "Answer 3", "Answer 4", "Time", "Correct"},
			{"Q?", "a", "b", nil, nil, 20, 1}}, nil,
			[]string{"2 a | b in 20 s"}, nil},
		"headings in another order": {[][]any{{"Question number", "Correct answer", "Question", "Answer 1", "Answer 2"}, {1, 2, "Q?", "a", "b"}}, nil,
			[]string{"2 b | a"}, nil},
		"translated": {[][]any{{"Vragen"}, translated, {nil, "¿Q?", "a", "b", nil, nil, 20, 1}}, nil, []string{"3 a | b in 20 s"}, nil},
		"no headings": {[][]any{nil, nil, nil, nil, nil, nil, nil, {nil, "?", "?"}, {1, "Q?", "a", "b", nil, nil, 20, 1}}, nil, []string{"9 a | b in 20 s"},
			[]string{"it has no row of headings that is known, and is read like Kahoot's template, from row 9 and column B on"}},
		"more columns": {[][]any{append(headings, "Source"), {"x", "Q?", "a", "b", nil, nil, 20, 1, "an atlas"},
			{2, "R?", "a", "b", nil, nil, 20, 1, "a map", 7}}, nil,
			[]string{"2 a | b in 20 s", "3 a | b in 20 s"},
			[]string{"column A is not read: 1 row has something in it; if that is the questions, move them below their heading",
				`column I ("Source") is not read: 2 rows have something in it`, "column J is not read: 1 row has something in it"}},
		"more sheets": {[][]any{{"Read this"}}, func(f *excelize.File) {
			for _, name := range []string{"One", "Two", "Empty"} {
				_, err := f.NewSheet(name)
				require.NoError(t, err)
				if name != "Empty" {
					fill(t, f, name, template(rivers))
				}
			}
		}, []string{"9 Danube | Elbe, Rhine, Loire in 20 s", "9 Danube | Elbe, Rhine, Loire in 20 s"}, nil},
		"what the author sees": {template([]any{"Q?", 0.5,
			time.Date(1969, 7, 20, 0, 0, 0, 0, time.UTC), 1234.5, nil, 20, 1}), func(f *excelize.File) {
			for cell, format := range map[string]int{"C9": 9, "D9": 14, "E9": 4, "G9": 2, "H9": 2} {
				style, err := f.NewStyle(&excelize.Style{NumFmt: format})
				require.NoError(t, err)
				require.NoError(t, f.SetCellStyle("Sheet1", cell, cell, style))
			}
		}, []string{"9 50% | 1969-07-20, 1,234.50 in 20 s; " +
			"the date in column D is written 1969-07-20: where it should look otherwise, make it a text"}, nil},
		"rich text": {template(rivers), func(f *excelize.File) {
			require.NoError(t, f.SetCellRichText("Sheet1", "D9", []excelize.RichTextRun{{Text: "The "}, {Text: "Danube", Font: &excelize.Font{Bold: true}}}))
		}, []string{"9 The Danube | Elbe, Rhine, Loire in 20 s"}, nil},
		"a formula without a value": {template(rivers), func(f *excelize.File) {
			require.NoError(t, f.SetCellFormula("Sheet1", "D9", "1+1"))
			require.NoError(t, f.SetCellValue("Sheet1", "D9", nil))
			require.NoError(t, f.SetCellFormula("Sheet1", "D9", "1+1"))
		}, []string{"9 left out: column D has a formula that was never calculated: open the file in a spreadsheet program and save it again"}, nil},
		"a picture": {template(rivers, rivers), func(f *excelize.File) {
			var picture bytes.Buffer
			require.NoError(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 1, 1))))
			for _, cell := range []string{"A1", "D10"} {
				require.NoError(t, f.AddPictureFromBytes("Sheet1", cell, &excelize.Picture{Extension: ".png", File: picture.Bytes()}))
			}
		}, []string{"9 Danube | Elbe, Rhine, Loire in 20 s",
			"10 left out: a picture or other drawing lies on its row, which cannot be shown: say in words what it shows, and remove it"}, nil},
	} {
		b, err := kahoot.Read(workbook(t, c.rows, c.edit))
		if !assert.NoError(t, err, name) {
			continue
		}
		var got []string
		for _, item := range b.Items {
			got = append(got, fmt.Sprintf("%d %s", item.Line, say(item)))
		}
		assert.Equal(t, c.want, got, name)
		assert.Equal(t, c.notes, b.Notes, name)
	}
}

// TestRefused gives Read what is no quiz.
func TestRefused(t *testing.T) {
	good := workbook(t, template(rivers), nil)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"nothing":    {nil, "no spreadsheet"},
		"text":       {[]byte("Question,Answer 1\n"), "no spreadsheet, whatever its name says: save the quiz as .xlsx"},
		"an old one": {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"), "old spreadsheet, .xls: save it as .xlsx"},
		"a protected one": {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"),
			"protected by a password: save it without one"},
		"a binary one": {zipped(t, map[string]string{"[Content_Types].xml": "<Types/>", "xl/workbook.bin": ""}), ".xlsb: save it as .xlsx"},
		"OpenDocument": {zipped(t, map[string]string{"mimetype": "", "content.xml": "<a/>"}), ".ods or .numbers: save it as .xlsx"},
		"Numbers":      {zipped(t, map[string]string{"Index/Document.iwa": ""}), ".ods or .numbers: save it as .xlsx"},
		"a document":   {zipped(t, map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}), "no spreadsheet"},
		"other sheets": {workbook(t, [][]any{{"Name", "Marks"}, {"A", 5}}, nil), "no questions are found: the spreadsheet of a quiz has"},
		"no rows":      {workbook(t, nil, nil), "no questions are found"},
		"no questions": {workbook(t, template(nil, nil), nil), "no question below the row of headings"},
		"a report": {workbook(t, template(rivers), func(f *excelize.File) {
			require.NoError(t, f.SetSheetName("Sheet1", "Final Scores"))
		}), "the report on a game"},
		"cut short":                {good[:len(good)/2], "damaged"},
		"a byte changed":           {changed(good, "xl/worksheets/sheet1.xml"), "damaged"},
		"broken XML":               {edited(t, good, "xl/worksheets/sheet1.xml", "</sheetData>", "<sheetData>"), "damaged"},
		"a raw &":                  {edited(t, good, "xl/sharedStrings.xml", "Danube", "Danube & co"), "damaged"},
		"no sheet":                 {edited(t, good, "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/sheet7.xml"), "no spreadsheet"},
		"rows in no order":         {edited(t, good, "xl/worksheets/sheet1.xml", `<row r="9"`, `<row r="2"`), "damaged"},
		"cells in no order":        {edited(t, good, "xl/worksheets/sheet1.xml", `r="E9"`, `r="B9"`), "damaged"},
		"an entity":                {edited(t, good, "xl/sharedStrings.xml", "Danube", "&lol;"), "damaged"},
		"a text that is not there": {edited(t, good, "xl/worksheets/sheet1.xml", `t="s"><v>1</v>`, `t="s"><v>99</v>`), "damaged"},
		"a text before the first":  {edited(t, good, "xl/worksheets/sheet1.xml", `t="s"><v>1</v>`, `t="s"><v>-1</v>`), "damaged"},
	} {
		_, err := kahoot.Read(c.data)
		assert.ErrorContains(t, err, c.want, name)
	}
}

// TestHostile reads files that were made to take all memory, or for ever.
func TestHostile(t *testing.T) {
	good := workbook(t, template(rivers), nil)
	const sheetXML, stringsXML, stylesXML = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
	for name, c := range map[string]struct {
		part, before, with string
		times              int
		after, want        string // of the error; "" where it is read
	}{
		"a bomb":                     {sheetXML, "</worksheet>", " ", 100 << 20, "", "larger than any quiz"},
		"texts":                      {stringsXML, "</sst>", "<si/>", 1_000_000, "", "larger than any quiz"},
		"as many texts as may be":    {stringsXML, "</sst>", "<si><t>a</t></si>", 140_000, "", ""},
		"as many styles as may be":   {stylesXML, "</cellXfs>", `<xf numFmtId="1" fontId="1"/>`, 90_000, "", ""},
		"formats":                    {stylesXML, "<fonts", `<numFmt numFmtId="200" formatCode="0"/>`, 2000, "", "larger than any quiz"},
		"a long text":                {stringsXML, "Danube", "_x0041_", 100_000, "", "larger than any quiz"},
		"attributes":                 {stylesXML, "<fonts", `<a `, 1, strings.Repeat(`a="" `, 300) + "/>", "larger than any quiz"},
		"elements within each other": {sheetXML, "</worksheet>", "<a>", 100_000, strings.Repeat("</a>", 100_000), "larger than any quiz"},
		"the last row":               {sheetXML, "</sheetData>", `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`, 1, "", ""},
		"a row behind it":            {sheetXML, "</sheetData>", `<row r="1048577"><c r="A1048577"><v>1</v></c></row>`, 1, "", "damaged"},
		"rows to the last column":    {sheetXML, "</sheetData>", wide(200_000), 1, "", ""},
	} {
		_, err := kahoot.Read(edited(t, good, c.part, c.before, strings.Repeat(c.with, c.times)+c.after+c.before))
		if c.want == "" {
			assert.NoError(t, err, name)
		} else {
			assert.ErrorContains(t, err, c.want, name)
		}
	}
}

// wide returns XML of rows with a number in the last column.
func wide(rows int) string {
	var b strings.Builder
	for i := range rows {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%[1]d"><v>1</v></c></row>`, i+100)
	}
	return b.String()
}

// TestMoreThanAPackHolds checks that reading ends, and that it is said.
func TestMoreThanAPackHolds(t *testing.T) {
	b, err := kahoot.Read(large(t, pack.MaxQuestions+200))
	require.NoError(t, err)
	assert.Equal(t, pack.MaxQuestions+99, len(b.Items))
	assert.Equal(t, []string{"what is below row 10107 is not read, since there is more than 10000 questions need: split the file"}, b.Notes)
}

func TestIs(t *testing.T) {
	assert.True(t, kahoot.Is(workbook(t, nil, nil)))
	assert.True(t, kahoot.Is(zipped(t, map[string]string{`XL\Workbook.xml`: ""})))
	assert.False(t, kahoot.Is(zipped(t, map[string]string{"word/document.xml": ""})))
	assert.False(t, kahoot.Is([]byte("Question,Answer 1")))
	assert.False(t, kahoot.Is(nil))
}

func zipped(t testing.TB, files map[string]string) []byte {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for name, text := range files {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(w, text)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return file.Bytes()
}

// unzipped returns the parts of a file.
func unzipped(t testing.TB, data []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		files[f.Name] = string(text)
	}
	return files
}

// edited returns the file with a text in one of its parts replaced, the first time that it is there.
func edited(t testing.TB, data []byte, part, from, to string) []byte {
	files := unzipped(t, data)
	require.Contains(t, files[part], from)
	files[part] = strings.Replace(files[part], from, to, 1)
	return zipped(t, files)
}

// changed returns the file with a byte of one of its parts changed.
func changed(data []byte, part string) []byte {
	data = bytes.Clone(data)
	data[bytes.Index(data, []byte(part))+len(part)+40] ^= 1
	return data
}

// large returns a file of many questions.
func large(t testing.TB, questions int) []byte {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	require.NoError(t, err)
	require.NoError(t, w.SetRow("A8", headings))
	for i := range questions {
		row := []any{i + 1, fmt.Sprintf("What is the number of this question, which is question %d?", i)}
		for answer := range 4 {
			row = append(row, fmt.Sprintf("It has number %d", i+answer))
		}
		require.NoError(t, w.SetRow(fmt.Sprintf("A%d", i+9), append(row, 20, "1")))
	}
	require.NoError(t, w.Flush())
	var file bytes.Buffer
	require.NoError(t, f.Write(&file))
	return file.Bytes()
}

// BenchmarkRead reads 5,000 questions.
func BenchmarkRead(b *testing.B) {
	data := large(b, 5000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		_, err := kahoot.Read(data)
		require.NoError(b, err)
	}
}

func FuzzRead(f *testing.F) {
	good := workbook(f, template(rivers, []any{"So.", true, false, nil, nil, "20 sec", 1.3}), nil)
	for _, seed := range [][]byte{good, good[:len(good)/2], changed(good, "xl/worksheets/sheet1.xml"), {}, []byte("PK\x03\x04"),
		edited(f, good, "xl/worksheets/sheet1.xml", `r="B9"`, `r="XFD9"`), edited(f, good, "xl/sharedStrings.xml", "<t>", "<r><t>"),
		edited(f, good, "xl/styles.xml", `numFmtId="0"`, `numFmtId="14"`)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		kahoot.Is(data)
		if b, err := kahoot.Read(data); err == nil {
			banktest.Check(t, b, excelize.TotalRows)
		}
	})
}

// FuzzParts reads files whose parts are anything: few that FuzzRead tries are a zip.
func FuzzParts(f *testing.F) {
	const sheetXML, stringsXML, stylesXML, relsXML = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"
	files := unzipped(f, workbook(f, template(rivers), nil))
	f.Add(files[sheetXML], files[stringsXML], files[stylesXML], files[relsXML])
	f.Add(strings.Replace(files[sheetXML], `t="s"`, `t="d" s="1"`, 1), files[stringsXML], `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[$-409]d/m;@"/>`+
		`</numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`, files[relsXML])
	f.Fuzz(func(t *testing.T, sheet, texts, styles, rels string) {
		files := maps.Clone(files)
		files[sheetXML], files[stringsXML], files[stylesXML], files[relsXML] = sheet, texts, styles, rels
		if b, err := kahoot.Read(zipped(t, files)); err == nil {
			banktest.Check(t, b, excelize.TotalRows)
		}
	})
}

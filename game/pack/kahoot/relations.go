package kahoot

import (
	"encoding/xml"
	"path"
	"strings"
)

// relation is what a part says of another that belongs to it.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relations returns the names of the parts that belong to a part, by the ids that it calls them, and the types of the relations.
func (b *book) relations(of string) (targets, types map[string]string) {
	var all struct {
		Relations []relation `xml:"Relationship"`
	}
	targets, types = map[string]string{}, map[string]string{}
	dir, file := path.Split(of)
	if p := b.parts[dir+"_rels/"+file+".rels"]; p == nil || decoder(p.data).Decode(&all) != nil {
		return targets, types
	}
	for _, r := range all.Relations {
		target := partName(r.Target)
		if !strings.HasPrefix(r.Target, "/") {
			target = path.Join(dir, target)
		}
		targets[r.ID], types[r.ID] = target, path.Base(r.Type)
	}
	return targets, types
}

// findDrawings marks the rows of a sheet on which pictures or other drawings lie.
func (b *book) findDrawings(t *table) error {
	targets, _ := b.relations(t.sheet.part)
	p := b.parts[targets[b.parts[t.sheet.part].drawing]]
	if p == nil {
		return nil
	}
	drawn := map[int]bool{}
	d := decoder(p.data)
	for {
		token, err := d.Token()
		if err != nil {
			break // the end: it was checked before
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "from" {
			var from struct {
				Row int `xml:"row"` // from 0
			}
			if err := d.DecodeElement(&from, &start); err != nil {
				return errDamaged
			}
			drawn[from.Row+1] = true
		}
	}
	for i := range t.rows {
		t.rows[i].drawn = drawn[t.rows[i].number]
	}
	return nil
}

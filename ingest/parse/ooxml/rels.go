package ooxml

import (
	"path"
	"strings"

	"congvan/ingest/parse/markup"
	"congvan/ingest/parse/pack"
)

// rels are the relations of a part: to which other parts of the container it leads. Relations
// that lead out of it are not kept.
type rels []relation

type relation struct{ id, kind, target string }

// relations reads the relations of a part: word/_rels/document.xml.rels of word/document.xml.
func relations(z *pack.Zip, part string) rels {
	dir, name := path.Split(part)
	content, err := z.Read(dir + "_rels/" + name + ".rels")
	if err != nil {
		return nil
	}
	var found rels
	s := markup.New(content, 20)
	for s.Next() && len(found) < 100_000 {
		if s.Kind != markup.Start || string(s.Name) != "Relationship" || s.Value("TargetMode") == "External" {
			continue
		}
		target := s.Value("Target")
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(dir, target)
		}
		found = append(found, relation{s.Value("Id"), path.Base(s.Value("Type")), target})
	}
	return found
}

// part is the target of the first relation of a kind, otherwise where such parts usually stand.
func (r rels) part(kind, usual string) string {
	for _, one := range r {
		if one.kind == kind {
			return one.target
		}
	}
	return usual
}

// target is where the relation with this id leads, "" when there is none.
func (r rels) target(id string) string {
	for _, one := range r {
		if one.id == id {
			return one.target
		}
	}
	return ""
}

// mainPart is the part that the container starts with.
func mainPart(z *pack.Zip, usual string) string {
	if z.Has(usual) {
		return usual
	}
	return relations(z, "").part("officeDocument", usual)
}

package ooxml

import (
	"strconv"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
	"congvan/ingest/parse/pack"
)

// Presentation reads a PPTX: the texts and tables of its slides in their order, a slide a page.
func Presentation(z *pack.Zip, limits form.Limits) form.Raw {
	main := mainPart(z, "ppt/presentation.xml")
	content, err := z.Read(main)
	if err != nil {
		return form.Fail("pptx", pack.StatusOf(err), "%v", err)
	}
	links := relations(z, main)
	var parts []string
	s := markup.New(content, 200)
	for s.Next() {
		if s.Kind == markup.Start && string(s.Name) == "sldId" {
			// <p:sldId id="256" r:id="rId2"/>: two attributes of one local name
			parts = append(parts, links.target(relationOf(s)))
		}
	}
	if len(parts) == 0 {
		for i := 1; z.Has("ppt/slides/slide" + strconv.Itoa(i) + ".xml"); i++ {
			parts = append(parts, "ppt/slides/slide"+strconv.Itoa(i)+".xml")
		}
	}
	flow := &form.Flow{Limit: limits.Text}
	var fault error
	for i, part := range parts {
		if i > 0 {
			flow.Page()
		}
		slide, err := z.Read(part)
		if err == nil {
			err = writeSlide(flow, slide, limits)
		}
		if fault == nil {
			fault = err
		}
	}
	text := flow.String()
	if flow.Over {
		return form.Fail("pptx", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	raw := form.Good("pptx", text)
	raw.Pages = len(parts)
	raw.Title, raw.Author = coreProperties(z)
	outcome(&raw, fault)
	return raw
}

// relationOf is the attribute of an element that names a relation: the one that starts with rId.
func relationOf(s *markup.Scanner) string {
	for _, v := range s.Values("id") {
		if len(v) > 0 && (v[0] < '0' || v[0] > '9') {
			return v
		}
	}
	return ""
}

// writeSlide writes the paragraphs and tables of a slide.
func writeSlide(flow *form.Flow, content []byte, limits form.Limits) error {
	s := markup.New(content, limits.Nesting)
	enc, in := charset.Unknown, false
	for s.Next() {
		name := string(s.Name)
		switch s.Kind {
		case markup.Text:
			if in {
				flow.Run(string(s.Bytes()), enc)
			}
		case markup.Start:
			switch name {
			case "t":
				in = true
			case "r":
				enc = charset.Unknown
			case "latin":
				enc, _ = charset.ByFont(s.Value("typeface"))
			case "br":
				flow.Break()
			case "tbl":
				flow.OpenTable()
			case "tr":
				flow.OpenRow()
			case "tc":
				if s.Value("hMerge") != "1" {
					flow.OpenCell(s.Int("gridSpan", 1), 1)
				} else {
					s.Skip()
				}
			case "Fallback":
				s.Skip()
			}
		case markup.End:
			switch name {
			case "t":
				in = false
			case "p":
				flow.Break()
			case "tc":
				flow.CloseCell()
			case "tr":
				flow.CloseRow()
			case "tbl":
				flow.CloseTable(form.BordersDrawn)
			}
		}
	}
	return s.Err()
}

package corpustest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
)

// The parts of a DOCX file besides the text: as few as a reader asks for.
const (
	docxTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	docxRelations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	docxBegin = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	docxEnd   = `</w:body></w:document>`
)

// DOCX is the dispatch as a Word file, a paragraph a line.
func (d Dispatch) DOCX() ([]byte, error) {
	var body bytes.Buffer
	body.WriteString(docxBegin)
	for line := range strings.Lines(d.Text) {
		body.WriteString(`<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">`)
		if err := xml.EscapeText(&body, []byte(strings.TrimSuffix(line, "\n"))); err != nil {
			return nil, err
		}
		body.WriteString(`</w:t></w:r></w:p>`)
	}
	body.WriteString(docxEnd)
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range []struct {
		name    string
		content []byte
	}{
		{"[Content_Types].xml", []byte(docxTypes)},
		{"_rels/.rels", []byte(docxRelations)},
		{"word/document.xml", body.Bytes()},
	} {
		w, err := z.Create(part.name)
		if err == nil {
			_, err = w.Write(part.content)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

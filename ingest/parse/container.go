package parse

import (
	"bytes"

	"congvan/corpus"
	"congvan/ingest/parse/archive"
	"congvan/ingest/parse/biff"
	"congvan/ingest/parse/cfb"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/mail"
	"congvan/ingest/parse/odf"
	"congvan/ingest/parse/ooxml"
	"congvan/ingest/parse/pack"
	"congvan/ingest/parse/slides"
	"congvan/ingest/parse/word"
)

// zipped tells office files from archives by their members.
func zipped(content []byte, o Options) Raw {
	z, err := pack.Open(content, o.Limits)
	if err != nil {
		return form.Fail("zip", corpus.StatusDamaged, "%v", err)
	}
	switch {
	case z.Has("word/document.xml"):
		return ooxml.Document(z, o.Limits)
	case z.Has("xl/workbook.xml"):
		return ooxml.Workbook(z, o.Limits)
	case z.Has("ppt/presentation.xml"):
		return ooxml.Presentation(z, o.Limits)
	case z.Has("content.xml") && z.Has("META-INF/manifest.xml"):
		return openDocumentFile(z, o)
	}
	return archive.Zip(z, o.Limits)
}

// openDocumentFile reads an OpenDocument file, whose first member names its kind.
func openDocumentFile(z *pack.Zip, o Options) Raw {
	kind, _ := z.Read("mimetype")
	return odf.Read(z, openDocument(kind), o.Limits)
}

// openDocument is the form that a media type of OpenDocument, somewhere in head, names.
func openDocument(head []byte) string {
	switch {
	case bytes.Contains(head, []byte("oasis.opendocument.spreadsheet")):
		return "ods"
	case bytes.Contains(head, []byte("oasis.opendocument.presentation")):
		return "odp"
	}
	return "odt"
}

// compound tells the files of Office 97–2003, and those that a password locks, by their streams.
func compound(content []byte, o Options) Raw {
	f, err := cfb.Open(content)
	if err != nil {
		return form.Fail("cfb", corpus.StatusDamaged, "%v", err)
	}
	switch {
	case f.Has("EncryptedPackage"):
		return form.Fail("cfb", corpus.StatusProtected, "needs a password")
	case f.Has("WordDocument"):
		return word.Read(f, o.Limits)
	case f.Has("PowerPoint Document"):
		return slides.Read(f, o.Limits)
	case f.Has("__properties_version1.0"):
		return mail.ReadOutlook(f, o.Limits)
	case f.Has("Workbook"), f.Has("Book"):
		return biff.Read(f, o.Limits)
	}
	return form.Fail("cfb", corpus.StatusUnsupported, "a compound file of no known kind")
}

package parse

import (
	"congvan/corpus"
	"congvan/ingest/parse/cfb"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/ooxml"
	"congvan/ingest/parse/pack"
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
	}
	return form.Fail("zip", corpus.StatusUnsupported, "not read yet")
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
	}
	return form.Fail("cfb", corpus.StatusUnsupported, "a compound file of no known kind")
}

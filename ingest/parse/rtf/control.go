package rtf

import (
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
)

// control reads a control word or symbol.
func (r *reader) control() {
	r.at++
	if r.at >= len(r.b) {
		return
	}
	c := r.b[r.at]
	if c < 'a' || c > 'z' {
		r.at++
		r.symbol(c)
		return
	}
	from := r.at
	for r.at < len(r.b) && (r.b[r.at] >= 'a' && r.b[r.at] <= 'z' || r.b[r.at] >= 'A' && r.b[r.at] <= 'Z') && r.at-from < 40 {
		r.at++
	}
	word := string(r.b[from:r.at])
	n, has := r.parameter()
	if r.at < len(r.b) && r.b[r.at] == ' ' {
		r.at++
	}
	if word == "u" {
		if has {
			r.unicode(n)
		}
		return
	}
	if r.skip > 0 { // a control word counts as one character for a reader without Unicode
		r.skip--
		if word != "par" && word != "cell" && word != "row" {
			return
		}
	}
	r.flush()
	starred := r.starred
	r.starred = false
	if word == "bin" {
		r.at = min(r.at+max(n, 0), len(r.b))
		return
	}
	r.word(word, n, has, starred)
}

// parameter reads the number behind a control word.
func (r *reader) parameter() (n int, has bool) {
	negative := false
	if r.at+1 < len(r.b) && r.b[r.at] == '-' && r.b[r.at+1] >= '0' && r.b[r.at+1] <= '9' {
		negative = true
		r.at++
	}
	for digits := 0; r.at < len(r.b) && r.b[r.at] >= '0' && r.b[r.at] <= '9'; digits++ {
		if digits < 10 {
			n = n*10 + int(r.b[r.at]-'0')
		}
		r.at++
		has = true
	}
	if negative {
		n = -n
	}
	return n, has
}

// symbol reads a control symbol.
func (r *reader) symbol(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.b) {
			b := hex(r.b[r.at])<<4 | hex(r.b[r.at+1])
			r.at += 2
			r.bytes([]byte{b})
		}
	case '\\', '{', '}':
		r.bytes([]byte{c})
	case '~':
		r.flush()
		r.text("\u00a0", charset.Unknown)
	case '_':
		r.bytes([]byte{'-'})
	case '*':
		r.starred = true
	case '\r', '\n':
		r.flush()
		r.paragraph()
	}
}

func hex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 0
}

// nowhere are destinations that show nothing in the text.
var nowhere = map[string]bool{
	"colortbl": true, "stylesheet": true, "listtable": true, "listoverridetable": true, "revtbl": true, "rsidtbl": true,
	"generator": true, "pict": true, "objdata": true, "objclass": true, "objname": true, "fldinst": true, "bkmkstart": true, "bkmkend": true,
	"filetbl": true, "themedata": true, "colorschememapping": true, "datastore": true, "latentstyles": true, "xmlnstbl": true,
	"mmathPr": true, "wgrffmtfilter": true, "pnseclvl": true, "annotation": true, "atnid": true, "atnauthor": true, "atnref": true,
	"atndate": true, "atnicn": true, "shprslt": true, "nonshppict": true, "sp": true, "footnotesep": true, "ftnsep": true, "ftnsepc": true,
	"ftncn": true, "aftnsep": true, "aftnsepc": true, "aftncn": true, "info": true, "template": true, "falt": true, "panose": true,
	"xe": true, "tc": true, "rxe": true, "txe": true, "listname": true, "pgptbl": true, "background": true, "docvar": true, "userprops": true,
	"ffname": true, "formfield": true, "datafield": true, "keywords": true, "operator": true, "company": true, "category": true,
}

// visible are destinations that begin with \* and are shown all the same.
var visible = map[string]bool{"shptxt": true, "shpinst": true, "pn": false, "pntext": true, "listtext": true, "ud": true, "footnote": true, "fldrslt": true}

func (r *reader) word(word string, n int, has, starred bool) {
	if r.destination(word, starred) {
		return
	}
	switch word {
	case "par", "sect", "page", "softline":
		r.paragraph()
	case "line", "lbr", "column":
		r.enterCell()
		r.flow.Break()
	case "tab":
		if r.now.place == placeFlow && !r.now.hidden {
			if r.now.label {
				break
			}
			r.enterCell()
			r.flow.Tab()
		}
	case "emdash":
		r.text("—", charset.Unknown)
	case "endash":
		r.text("–", charset.Unknown)
	case "lquote":
		r.text("‘", charset.Unknown)
	case "rquote":
		r.text("’", charset.Unknown)
	case "ldblquote":
		r.text("“", charset.Unknown)
	case "rdblquote":
		r.text("”", charset.Unknown)
	case "bullet":
		r.text("•", charset.Unknown)
	case "emspace", "enspace", "qmspace":
		r.text(" ", charset.Unknown)
	case "f":
		if r.now.place == placeFontName {
			r.defining = n
			r.fonts[n] = font{}
		} else {
			r.now.font = n
		}
	case "fcharset":
		if r.now.place == placeFontName && len(r.fonts) < 10_000 {
			f := r.fonts[r.defining]
			f.charset = n
			r.fonts[r.defining] = f
		}
	case "ansicpg":
		r.page = n
	case "deff":
		r.now.font = n
	case "uc":
		r.now.unicodeSkip = max(min(n, 10), 0)
	case "plain":
		r.now.hidden, r.now.caps, r.now.deleted = false, false, false
	case "v":
		r.now.hidden = !has || n != 0
	case "caps":
		r.now.caps = !has || n != 0
	case "deleted":
		r.now.deleted = !has || n != 0
	default:
		r.tableWord(word, n)
	}
}

// destination handles words that say where their group's text goes.
func (r *reader) destination(word string, starred bool) bool {
	switch {
	case nowhere[word] && word != "info":
		r.now.place = placeNowhere
		return true
	case r.now.place == placeNowhere && word != "title" && word != "author" && word != "upr" && word != "ud" && word != "result" && word != "shptxt":
		return true
	}
	switch word {
	case "info":
		r.now.place, r.now.about = placeNowhere, true
	case "fonttbl":
		r.now.place = placeFontName
	case "title":
		if !r.now.twice {
			r.now.place = placeTitle
		}
	case "author":
		if !r.now.twice {
			r.now.place = placeAuthor
		}
	case "header", "headerl", "headerr", "headerf":
		r.divert(&r.header)
	case "footer", "footerl", "footerr", "footerf":
		r.divert(&r.footer)
	case "footnote":
		if len(r.notes) < 100_000 && r.now.place == placeFlow {
			note := &form.Flow{Limit: r.limits.Text / 4}
			r.notes = append(r.notes, note)
			r.flow.Text("[" + itoa(len(r.notes)) + "]")
			r.divert(note)
		}
	case "upr": // the same twice: without Unicode, which is passed over, and with it
		r.now.place, r.now.twice = placeNowhere, true
	case "ud":
		r.now.twice = false
		if !r.now.about {
			r.now.place = placeFlow
		}
	case "listtext", "pntext":
		r.now.label = true
	case "shptxt":
		if r.now.place == placeFlow {
			r.enterCell()
			r.flow.Break()
		}
		r.now.place, r.now.shape = placeFlow, true
	case "shpinst", "shp", "shpgrp", "do", "dptxbxtext":
		if word == "dptxbxtext" {
			r.now.shape = true
		}
	case "result", "object", "field", "fldrslt":
		if word == "result" {
			r.now.place = placeFlow
		}
	default:
		if starred && !visible[word] {
			r.now.place = placeNowhere
			return true
		}
		return false
	}
	return true
}

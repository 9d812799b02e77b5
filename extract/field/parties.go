package field

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/extract/layout"
)

// addressees reads the list behind "Kính gửi:". Lines in brackets that give the list a name, or an
// address, are none.
func (p *Page) addressees() []corpus.Found[string] {
	pieces := p.run(layout.Addressee)
	if len(pieces) == 0 {
		return nil
	}
	first := p.slice(pieces[0].Range)
	f := layout.Folded{}
	f.Set(first, 60)
	label := 0
	if f.HasPrefix("kinh g") || len(f.B) >= 8 && layout.Near(f.B[:8], "kinh gui", 1) {
		label = 8
		for label < len(f.B) && (f.B[label] == ' ' || f.B[label] == ':' || f.B[label] == ';' || f.B[label] == '.') {
			label++
		}
	}
	pieces[0].Start += int(f.At[min(label, len(f.B))])
	return p.members(pieces, "addressee/list")
}

// recipients reads the list under "Nơi nhận:", each with its note; "Lưu" is one of them.
func (p *Page) recipients() []corpus.Found[string] {
	var pieces []layout.Piece
	for _, piece := range p.Layout.Sign {
		if piece.Cue == layout.Addressee || len(pieces) > 0 && piece.Cue == layout.Office && isCodes(p.slice(piece.Range)) {
			pieces = append(pieces, piece)
		}
	}
	return p.members(pieces, "recipient/list")
}

// members joins the lines of a list to its members: a dash, or the end of the one before by ";" or
// ".", starts a new one.
func (p *Page) members(pieces []layout.Piece, rule string) []corpus.Found[string] {
	var out []corpus.Found[string]
	confidence := 0.97
	if p.noisy {
		confidence = 0.8
	}
	start, end := 0, 0
	flush := func() {
		if end <= start {
			return
		}
		for _, r := range p.split(start, end) {
			value := squeeze(p.slice(r), "")
			value = withoutAddress(trimMember(value))
			if value != "" && !isNote(value) {
				out = append(out, p.found(value, r.Start, r.End, rule, confidence))
			}
		}
		start, end = 0, 0
	}
	dashed := false
	for _, piece := range pieces {
		s := p.slice(piece.Range)
		if s == "" {
			continue
		}
		n := layout.DashLength(s)
		if n == 0 && end > start && rule == "recipient/list" && isFile(p.text()[start:end]) && !goesOn(p.text()[start:end], s) {
			break
		}
		closed := end > start && isClosed(p.text()[start:end])
		listed := end > start && !dashed && rule == "addressee/list" && layout.StartsOrgan(s) && isWordEnd(p.text()[start:end])
		if n > 0 || listed || closed && !startsLowerOrNote(s) || isNote(s) && !startsLowerOrNote(s) {
			flush()
			start = piece.Start + n
			dashed = dashed || n > 0
		} else if end == 0 {
			start = piece.Start
		}
		if isNote(s) && closed {
			flush()
			continue
		}
		end = piece.End
	}
	flush()
	return out
}

// isFile tells the last member of a list, the file copy: "- Lưu: VT, TT." (NĐ 30/2020 annex I, box
// 9b). What stands below it is of the other column or of the next document.
func isFile(s string) bool {
	f := layout.Folded{}
	f.Set(s, 8)
	return f.HasPrefix("luu ") || f.HasPrefix("luu:") || string(f.B) == "luu"
}

// goesOn reports whether a line continues the member that said so far: after a comma or inside
// brackets, or in lower case, and no office.
func goesOn(said, line string) bool {
	said = strings.TrimRight(said, " ")
	f := layout.Folded{}
	f.Set(line, 60)
	if is, _ := layout.CapacityOf(f.B); is != "" || layout.OfficeLength(f.B) > 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(line)
	return strings.HasSuffix(said, ",") || strings.HasSuffix(said, "-") || strings.Count(said, "(") > strings.Count(said, ")") || unicode.IsLower(r) && !isClosed(said)
}

// split cuts a line that holds several members: "Bộ Y tế; Bộ Tài chính".
func (p *Page) split(start, end int) []layout.Range {
	var out []layout.Range
	depth, from := 0, start
	for i := start; i < end; i++ {
		switch p.text()[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ';':
			if depth <= 0 {
				out = append(out, p.trim(from, i))
				from = i + 1
			}
		}
	}
	out = append(out, p.trim(from, end))
	kept := out[:0]
	for _, r := range out {
		if r.End > r.Start && countLetters(p.slice(r)) > 1 {
			kept = append(kept, r)
		}
	}
	return kept
}

// trim leaves out white space, dashes and final marks at the ends of a range.
func (p *Page) trim(start, end int) layout.Range {
	text := p.text()
	for start < end && strings.IndexByte(" \t\n|", text[start]) >= 0 {
		start++
	}
	start += layout.DashLength(text[start:end])
	for end > start && strings.IndexByte(" \t\n|;.,:", text[end-1]) >= 0 {
		end--
	}
	return layout.Range{Start: start, End: end}
}

func trimMember(s string) string {
	s = strings.TrimRight(s, " ;.,:/*")
	for _, signed := range []string{"(Đã ký)", "(đã ký)"} { // of the other column
		if rest, ok := strings.CutSuffix(s, signed); ok {
			return strings.TrimRight(rest, " ;.,:/*")
		}
	}
	return s
}

// withoutAddress drops an address in brackets behind a name: "… Việt Nam (KCN Mỹ Xuân A, phường
// Mỹ Xuân, thị xã Phú Mỹ)".
func withoutAddress(s string) string {
	k := strings.LastIndexByte(s, '(')
	if k <= 0 || s[len(s)-1] != ')' || strings.IndexByte(s[k:], ',') < 0 {
		return s
	}
	f := layout.Fold(s[k+1:])
	for _, w := range []string{"kcn ", "so nha", "so ", "phuong ", "xa ", "duong ", "quan ", "thi xa ", "dia chi", "khu cong nghiep", "lo ", "thi tran "} {
		if f.HasPrefix(w) {
			return strings.TrimSpace(s[:k])
		}
	}
	return s
}

// isClosed reports whether an item is complete: it ends with ";" or ".".
func isClosed(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, ";") || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "...")
}

func startsLowerOrNote(s string) bool { return s[0] >= 'a' && s[0] <= 'z' }

// isWordEnd reports whether s ends with a letter.
func isWordEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// isNote tells a line in brackets: "(Sau đây gọi chung là BHXH các tỉnh)", "(KCN Mỹ Xuân A, …)".
func isNote(s string) bool {
	s = strings.TrimRight(s, " .;,")
	return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")
}

func countLetters(s string) int {
	n := 0
	for _, r := range s {
		if r > ' ' && !strings.ContainsRune("-–.,;:/*~|", r) {
			n++
		}
	}
	return n
}

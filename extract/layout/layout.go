package layout

import "strings"

// Zone is the part of the page that a line belongs to (NĐ 30/2020 annex I, part I, section IV).
type Zone uint8

// The zones.
const (
	Furniture  Zone = iota // blank lines, rules, page numbers, buttons of a web page
	Letterhead             // quốc hiệu, organs, number, place and date, type, subject, addressees
	Properties             // label and value lines of a web page: "Ngày ban hành: 12/9/2022"
	Preamble               // căn cứ, xét, theo đề nghị: what the document rests on
	Body                   // nội dung
	Closing                // "Trên đây là …", the last paragraphs before the signature
	Signature              // quyền hạn, chức vụ, họ tên
	Recipients             // nơi nhận
	Appendix               // phụ lục, and all lines of a document that this one promulgates
	Related                // a web page's list of related documents
	Stamp                  // signature stamps, incoming stamps, copy blocks (sao y, sao lục)
)

// Line is a line of the text without its line break.
type Line struct {
	Start, End int // bytes of Text
	Zone       Zone
	Node       int // the innermost node that holds the line, -1 for none
	Part       int // the part that holds the line
}

// Kind is the kind of a node's marker.
type Kind uint8

// The kinds, from the outside in; a document has its own order of some of them.
const (
	Division   Kind = iota // Phần thứ nhất, Phần I
	Chapter                // Chương I
	Section                // Mục 1
	Subsection             // Tiểu mục 1
	Article                // Điều 5
	Roman                  // I.
	Capital                // A.
	Unnamed                // a section whose heading the text lost: numbering starts again
	Decimal                // 1. or 1.1.
	Letter                 // a) b) … đ)
	Dash                   // -
	Plus                   // +
	Paragraph              // a paragraph without a marker
)

// Node is a labelled part of the text, or a paragraph.
type Node struct {
	Kind    Kind
	Label   string // "V", "1", "1.1", "đ", "Điều 5"; "" for dashes, paragraphs and unnamed sections
	Parent  int    // index of the node around it, -1 for none
	Level   int    // 1 is the outermost
	Part    int    // the part that holds it
	Start   int    // first byte of the marker
	Body    int    // first byte after the marker and its space
	Own     int    // end of its own text: where its first child starts, line break left out
	End     int    // end of the whole subtree
	Heading bool   // its own text is a title: short, or in capitals, and parts follow under it
}

// Range is a run of bytes [Start, End) of the text.
type Range struct{ Start, End int }

// IsZero reports whether there is no range.
func (r Range) IsZero() bool { return r == Range{} }

// Table is a table of the text; each row has as many cells as the header, an empty cell is an
// empty range.
type Table struct {
	Range
	Caption Range // the line above that names the table
	Header  []Range
	Rows    [][]Range
	Part    int
}

// Role is what a part is in the file.
type Role uint8

// The roles.
const (
	Main     Role = iota // the document itself
	Attached             // the plan or regulation that a decision promulgates
	Annex                // phụ lục
	Copy                 // bản sao y, sao lục: the block that certifies a copy
)

// Part is one of the documents of a file, or an appendix. The first is Main; parts follow each
// other and cover the text.
type Part struct {
	Range
	Role  Role
	Title Range // "PHỤ LỤC I", "KẾ HOẠCH"
}

// Layout is the form of one text.
type Layout struct {
	Text   string
	Lines  []Line
	Nodes  []Node // in the order of the text
	Tables []Table
	Parts  []Part
	Head   []Piece // the boxes of the first part's letterhead
	Sign   []Piece // the boxes of its end: recipients, office, names
	cues   []Cue   // of each line, by its wording alone
}

// LineText is the text of line i.
func (l *Layout) LineText(i int) string { return l.Text[l.Lines[i].Start:l.Lines[i].End] }

// Cue is what the wording of line i says.
func (l *Layout) Cue(i int) Cue { return l.cues[i] }

// Path is the labels from the outermost node to this one: "V.1.b", "Điều 9.1.a". Dashes,
// paragraphs and unnamed sections add nothing; nor do the chapters around an article.
func (l *Layout) Path(node int) string {
	var labels [16]string
	k := len(labels)
	for ; node >= 0 && k > 0; node = l.Nodes[node].Parent {
		n := &l.Nodes[node]
		if n.Label == "" {
			continue
		}
		if k < len(labels) && n.Kind == Decimal && strings.HasPrefix(labels[k], n.Label+".") {
			continue // 2 above 2.1
		}
		k--
		labels[k] = n.Label
		if n.Kind == Article {
			break
		}
	}
	return strings.Join(labels[k:], ".")
}

// Slice is the text of a range.
func (l *Layout) Slice(r Range) string { return l.Text[r.Start:r.End] }

package duty

import (
	"strings"

	"congvan/extract/layout"
	"congvan/extract/phrase"
)

// plan says which columns of a table assign tasks; -1 is a column that it does not have.
type plan struct {
	width                   int // 0: no table of tasks
	end                     int // where its last table ends
	number, task            int
	lead, partner, deadline int
	leads                   bool // the column is of those who lead, not just of those who act
}

// role is what a column of such a table holds.
type role int

const (
	roleNumber role = iota + 1
	roleTask
	roleLead
	roleDoer
	rolePartner
	roleDeadline
	roleOther
	roles
)

// headings are words of column headings, each with the column that it speaks for and how strongly:
// "Thời gian thực hiện" is a time, "Đơn vị thực hiện" a unit, "Nội dung thực hiện" a task.
var headings = func() *phrase.Lexicon {
	l := phrase.NewLexicon()
	for _, row := range []struct {
		role   role
		weight int
		words  string
	}{
		{roleNumber, 9, "stt|tt|số tt|số thứ tự"},
		{roleTask, 4, "nhiệm vụ|công việc|nội dung|nội dung công việc|hạng mục công việc|tên nhiệm vụ|việc cần làm|đầu việc"},
		{roleTask, 3, "hoạt động|giải pháp|biện pháp|đề án|hạng mục|phần việc|chỉ đạo"},
		{roleLead, 8, "chủ trì|đầu mối|chủ quản"},
		{roleDoer, 3, "đơn vị|cơ quan|bộ phận|phòng, ban|người|cán bộ|tổ chức"},
		{roleDoer, 5, "phân công|trách nhiệm|chịu trách nhiệm|được giao|đơn vị thực hiện|cơ quan thực hiện|người thực hiện|đơn vị chịu trách nhiệm"},
		{roleDoer, 4, "phụ trách|theo dõi"},
		{roleDoer, 1, "thực hiện"},
		{rolePartner, 9, "phối hợp"},
		{rolePartner, 6, "tham gia"},
		{roleDeadline, 7, "thời gian|thời hạn|thời điểm|hoàn thành|tiến độ|hạn hoàn thành|ngày hoàn thành|lộ trình|mốc thời gian"},
		{roleDeadline, 2, "ngày|tháng|quý|hạn"},
		{roleOther, 9, "đơn vị tính|đvt|ghi chú|kinh phí|số lượng|địa điểm|văn bản|số ký hiệu|ký hiệu|trích yếu|ngày ban hành|cơ quan ban hành|chỉ tiêu|điểm|mã số|số tiền|dự toán|họ và tên|họ tên|chức vụ|thành phần tham gia|đối tượng"},
		{roleOther, 6, "sản phẩm|kết quả|đầu ra|hình thức|căn cứ"},
	} {
		for words := range strings.SplitSeq(row.words, "|") {
			l.Add(words, int(row.role)<<4|row.weight)
		}
	}
	return l
}()

// tasks reports whether the table assigns tasks.
func (p *plan) tasks() bool { return p.width > 0 && p.task >= 0 && p.lead >= 0 }

// planOf reads the heading of a table. head is how many of its rows still belong to the heading:
// "Phân công thực hiện" above "Chủ trì" and "Phối hợp".
func (f *finder) planOf(t *layout.Table) (p plan, head int) {
	if len(t.Header) < 2 {
		return plan{}, 0
	}
	columns, weights := make([]role, len(t.Header)), make([]int, len(t.Header))
	for k, c := range t.Header {
		columns[k], weights[k] = f.columnRole(c)
	}
	if len(t.Rows) > 0 {
		head = f.secondHeading(t.Rows[0], columns)
	}
	p = plan{width: len(columns), number: -1, task: -1, lead: -1, partner: -1, deadline: -1}
	for k, r := range columns {
		switch {
		case r == roleNumber && p.number < 0:
			p.number = k
		case r == roleTask && p.task < 0:
			p.task = k
		case r == roleLead && !p.leads, r == roleDoer && (p.lead < 0 || !p.leads && weights[k] > weights[p.lead]):
			p.lead, p.leads = k, r == roleLead
		case r == rolePartner && p.partner < 0:
			p.partner = k
		case r == roleDeadline && p.deadline < 0:
			p.deadline = k
		}
	}
	return p, head
}

// columnRole is what a column heading says its column holds, and how strongly.
func (f *finder) columnRole(c layout.Range) (best role, weight int) {
	var scores [roles]int
	f.part = phrase.Scan(f.part[:0], f.text, c.Start, min(c.End, c.Start+200))
	for i := 0; i < len(f.part); {
		n, v := headings.Match(f.part[i:])
		if n == 0 {
			i++
			continue
		}
		r := role(v >> 4)
		scores[r] = max(scores[r], v&15)
		i += n
	}
	for r, s := range scores {
		if s > weight {
			best, weight = role(r), s
		}
	}
	return best, weight
}

// secondHeading reads a first row whose cells divide the columns above them; 1 when it is one.
func (f *finder) secondHeading(row []layout.Range, columns []role) int {
	found := false
	for k, c := range row {
		if n := c.End - c.Start; n > 60 || k < len(columns) && columns[k] == roleTask && n > 0 && k > 0 {
			return 0
		}
		if r, w := f.columnRole(c); (r == roleLead || r == rolePartner) && w > 5 && k < len(columns) {
			found = true
		}
	}
	if !found {
		return 0
	}
	for k, c := range row {
		if r, w := f.columnRole(c); w > 5 && k < len(columns) {
			columns[k] = r
		}
	}
	return 1
}

// goesOn reports whether a table without a heading goes on with the one before: a line that names a
// group of tasks stands between the two.
func (f *finder) goesOn(p *plan, t *layout.Table) bool {
	l, width := f.in.Layout, len(t.Header)
	if p.width == 0 {
		return false
	}
	for _, c := range t.Header {
		if r, _ := f.columnRole(c); r == roleNumber || r == roleOther {
			return false // a heading of its own
		}
	}
	if len(t.Rows) > 0 {
		width = len(t.Rows[0])
	}
	return width == p.width && t.Start-p.end < 600 && strings.Count(l.Text[p.end:t.Start], "\n") <= 3
}

// cell is the cell of a column, an empty range where the row has none.
func (p *plan) cell(row []layout.Range, column int) layout.Range {
	if column < 0 || column >= len(row) {
		return layout.Range{}
	}
	return row[column]
}

// heading reports whether a row has nothing but a number and a title.
func (p *plan) heading(row []layout.Range) bool {
	for k, c := range row {
		if k != p.number && k != p.task && c.End > c.Start {
			return false
		}
	}
	return true
}

// label is the number of a row: "3", "1.2", "II", "a".
func (p *plan) label(text string, row []layout.Range) string {
	c := p.cell(row, p.number)
	s := strings.Trim(text[c.Start:c.End], " .)(")
	if len(s) == 0 || len(s) > 8 || strings.ContainsAny(s, " \t,;:/") {
		return ""
	}
	return s
}

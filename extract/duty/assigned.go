package duty

import (
	"sort"

	"congvan/corpus"
	"congvan/extract/gazetteer"
	"congvan/extract/layout"
	"congvan/extract/phrase"
)

// RuleTable is the rule of a duty that a row of a table assigns.
const RuleTable = "table"

// assigned reads the tables that assign tasks (bảng phân công nhiệm vụ): a row is a duty, its
// columns say who leads, who takes part and by when.
func (f *finder) assigned() {
	f.timing, f.target = 0, 0
	f.taskTables(func(t *layout.Table, p *plan, rows [][]layout.Range) {
		if f.in.Layout.Parts[t.Part].Role != layout.Copy && f.namesUnits(p, rows) {
			f.rows(p, rows, f.tablePath(t))
		}
	})
}

// taskTables visits the tables that assign tasks, each with its columns and the rows below its
// heading. A table without a heading of its own may go on with the one before.
func (f *finder) taskTables(visit func(t *layout.Table, p *plan, rows [][]layout.Range)) {
	var last plan
	for k := range f.in.Layout.Tables {
		t := &f.in.Layout.Tables[k]
		rows := t.Rows
		if p, head := f.planOf(t); p.tasks() {
			last, rows = p, rows[head:]
		} else if !f.goesOn(&last, t) {
			last.width = 0
			continue
		} else if len(t.Header) > 0 {
			rows = append([][]layout.Range{t.Header}, rows...)
		}
		last.end = t.End
		visit(t, &last, rows)
	}
}

// order puts the duties in the order of the text again.
func (f *finder) order() {
	if f.unordered {
		sort.SliceStable(f.out, func(a, b int) bool { return f.out[a].Action.Span.Start < f.out[b].Action.Span.Start })
	}
}

// tablePath is the path of the section that a table stands in.
func (f *finder) tablePath(t *layout.Table) string {
	lines := f.in.Layout.Lines
	at := sort.Search(len(lines), func(i int) bool { return lines[i].End >= t.Start })
	if at < len(lines) && lines[at].Node >= 0 {
		return f.in.Layout.Path(lines[at].Node)
	}
	return ""
}

// namesUnits reports whether the column of those who act names units in half of its filled cells.
func (f *finder) namesUnits(p *plan, rows [][]layout.Range) bool {
	filled, named := 0, 0
	for _, row := range rows[:min(len(rows), 60)] {
		if c := p.cell(row, p.lead); c.End > c.Start {
			filled++
			if list, _ := f.in.Units.Units(f.mentions[:0], f.text, f.scanCell(c), 0, true); len(list) > 0 {
				named++
			}
		}
	}
	return named > 0 && 2*named >= filled
}

// cellUnits are the units that a cell names, whatever stands between them. Between semicolons a
// short name in capitals is one, known or not: "VNPT Đông Hà".
func (f *finder) cellUnits(c layout.Range) []gazetteer.Mention {
	f.scanCell(c)
	f.mentions = f.mentions[:0]
	for i := 0; i < len(f.tokens); {
		before := len(f.mentions)
		list, next := f.in.Units.Units(f.mentions, f.text, f.tokens, i, true)
		f.mentions = list
		if k := len(list) - 1; k >= before && next > i {
			next = f.wholeUnit(next, &f.mentions[k])
		}
		if next <= i || len(list) == before {
			if n, _ := partnerWords.Match(f.tokens[i:]); n > 0 { // Sở Y tế phối hợp Sở Tài chính
				break
			}
			next = i + 1
			if end := segmentEnd(f.tokens, i); i == 0 || f.tokens[i-1].Mark(';') {
				if f.tokens[i].Is(phrase.Capital) && end-i <= 8 {
					f.mentions = append(f.mentions, gazetteer.Mention{Start: f.tokens[i].Start, End: f.tokens[end-1].End, First: i, Last: end, Next: end})
					next = end
				}
			}
		}
		i = next
	}
	return f.mentions
}

// wholeUnit lets a name that the register does not know go on to the next mark, as nothing else
// stands in a list of units: "các nhóm sáng tạo". It gives the token after the name.
func (f *finder) wholeUnit(next int, m *gazetteer.Mention) int {
	end := segmentEnd(f.tokens, next)
	if m.Known || end == next || end-next > 8 || next != m.Last {
		return next
	}
	for i := next; i < end; i++ {
		_, class := phrase.Predicate(f.tokens[i:])
		if class == phrase.Lead || class == phrase.Join || class == phrase.Duty || class == phrase.Order || f.tokens[i].Is(phrase.Capital) {
			return next
		}
	}
	m.Last, m.Next, m.End = end, end, f.tokens[end-1].End
	return end
}

// scanCell makes the words of a cell the tokens that are read.
func (f *finder) scanCell(c layout.Range) []phrase.Token {
	f.tokens = phrase.Scan(f.tokens[:0], f.text, c.Start, min(c.End, c.Start+longestCell))
	return f.tokens
}

// segmentEnd is the token after the words that begin at s[i], up to the next mark but a dash.
func segmentEnd(s []phrase.Token, i int) int {
	for i < len(s) && (s[i].Is(phrase.Word) || s[i].Mark('-') || s[i].Mark('&')) {
		i++
	}
	return i
}

// longestCell bounds, in bytes, what is read of a cell with units.
const longestCell = 1500

// rows makes a duty of each row that has a task and someone who does it.
func (f *finder) rows(p *plan, rows [][]layout.Range, section string) {
	var lead, with []party
	role := corpus.RoleResponsible
	for _, row := range rows {
		task := p.cell(row, p.task)
		task.End = f.taskEnd(task)
		if task.End-task.Start < shortestTask {
			continue
		}
		if c := p.cell(row, p.lead); c.End > c.Start {
			f.cellUnits(c)
			if lead = f.parties(); len(lead) == 0 {
				continue
			}
			role = corpus.RoleResponsible
			if p.leads || leadsWork(f.tokens, 0) || endsInLead(f.tokens) {
				role = corpus.RoleLead
			}
			with = f.partners(f.tokens, 0)
		} else if p.heading(row) || len(lead) == 0 {
			lead = nil // what a row without columns names is a group of tasks
			continue
		}
		partners := with
		if c := p.cell(row, p.partner); c.End > c.Start {
			f.cellUnits(c)
			partners = append(partners[:len(partners):len(partners)], f.parties()...)
		}
		f.row(p, row, task, section, lead, partners, role)
	}
}

// shortestTask is, in bytes, what is too short to be a task: "Tổng".
const shortestTask = 12

// row emits the duty of one row.
func (f *finder) row(p *plan, row []layout.Range, task layout.Range, section string, lead, partners []party, role corpus.Role) {
	action := clean(f.text[task.Start:task.End])
	if label := p.label(f.text, row); label != "" {
		if section != "" {
			label = section + "." + label
		}
		section = label
	}
	o := corpus.Obligation{
		Action:   corpus.Found[string]{Value: action, Span: f.in.Ruler.Span(task.Start, task.End), Rule: RuleTable, Confidence: confidences[RuleTable]},
		Modality: corpus.Must, Section: section, Rule: RuleTable, Confidence: confidences[RuleTable],
	}
	for _, q := range lead {
		o.Actors = append(o.Actors, f.actor(q, role, RuleTable))
	}
	for _, q := range partners {
		if !within(q, lead) {
			o.Actors = append(o.Actors, f.actor(q, corpus.RoleCoordinate, RuleTable))
		}
	}
	f.attach(&o, task.Start, task.End)
	if c := p.cell(row, p.deadline); c.End > c.Start {
		f.attachTimes(&o, c.Start, c.End)
	}
	o.ID = f.identity(o.Section, action)
	f.out = append(f.out, o)
	f.unordered = true
}

// attachTimes gives an obligation the times that stand in another cell of its row.
func (f *finder) attachTimes(o *corpus.Obligation, start, end int) {
	times := f.in.Timings
	for k := sort.Search(len(times), func(k int) bool { return times[k].Start >= start }); k < len(times) && times[k].End <= end; k++ {
		o.Timing = append(o.Timing, times[k].Value)
	}
}

// taskEnd is the end of a task without what joins it to the next.
func (f *finder) taskEnd(c layout.Range) int {
	for c.End > c.Start {
		switch f.text[c.End-1] {
		case ';', ',', ' ', ':':
			c.End--
			continue
		}
		break
	}
	return c.End
}

// endsInLead reports whether a cell says so after the name: "Sở Y tế (chủ trì)".
func endsInLead(cell []phrase.Token) bool {
	for i := range cell {
		if _, class := phrase.Predicate(cell[i:]); class == phrase.Lead {
			return true
		}
	}
	return false
}

// Deadlines are the cells of the columns that say by when the task of a row is to be done, in the
// order of the text: a date that stands there alone is a deadline.
func Deadlines(l *layout.Layout) [][2]int {
	var cells [][2]int
	f := finder{in: Input{Layout: l}, text: l.Text}
	f.taskTables(func(_ *layout.Table, p *plan, rows [][]layout.Range) {
		for _, row := range rows {
			if c := p.cell(row, p.deadline); c.End > c.Start {
				cells = append(cells, [2]int{c.Start, c.End})
			}
		}
	})
	return cells
}

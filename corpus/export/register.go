package export

import (
	"strings"

	"congvan/corpus"
)

// incomingColumns are those of the register of incoming documents (sổ đăng ký văn bản đến),
// NĐ 30/2020 annex IV, VI.2, in their order and words.
var incomingColumns = []string{"Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản",
	"Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú"}

// incomingRow is a document in that register. What people fill in by hand stays empty.
type incomingRow struct {
	Arrived  string `json:"arrival_date,omitempty"`
	Author   string `json:"author,omitempty"`
	Number   string `json:"number,omitempty"`
	Issued   string `json:"issued,omitempty"`
	About    string `json:"about,omitempty"`
	Receiver string `json:"receiver,omitempty"`
	Note     string `json:"note,omitempty"`
}

func (r incomingRow) cells() []string {
	return []string{r.Arrived, "", r.Author, r.Number, r.Issued, r.About, r.Receiver, "", "", r.Note}
}

func (o Options) incomingOf(r *corpus.Record) row {
	return incomingRow{Arrived: o.arrived(r), Author: r.Issuer.Value, Number: r.Number.Value, Issued: dayOf(r.Issued.Value),
		About: about(r), Receiver: receivers(r), Note: urgencyOf(r)}
}

// followUpColumns are those of the register that follows incoming documents up (sổ theo dõi
// giải quyết văn bản đến), annex IV, VIII.2.
var followUpColumns = []string{"Số đến", "Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản", "Đơn vị hoặc người nhận",
	"Thời hạn giải quyết", "Tiến độ giải quyết", "Số, ký hiệu văn bản trả lời", "Ghi chú"}

// followUpRow is a duty in that register.
type followUpRow struct {
	Document string `json:"document"`
	Receiver string `json:"receiver,omitempty"`
	Due      string `json:"due,omitempty"`
	Progress string `json:"progress"`
	Reply    string `json:"reply,omitempty"`
	Note     string `json:"note,omitempty"`
}

func (r followUpRow) cells() []string {
	return []string{"", r.Document, r.Receiver, r.Due, r.Progress, r.Reply, r.Note}
}

// progress are the states in the words of the register.
var progress = map[string]string{"": "Đang giải quyết", "open": "Đang giải quyết", "done": "Đã giải quyết", "not_ours": "Không thuộc trách nhiệm"}

func (o Options) followUpOf(r *corpus.Record) []row {
	document := strings.Join(present(r.Type.Value, r.Number.Value, dayOf(r.Issued.Value), r.Issuer.Value), ", ")
	var rows []row
	for _, duty := range o.present(r) {
		var state State
		if o.State != nil {
			state = o.State(r, duty.ID)
		}
		var units, due []string
		for _, a := range duty.Actors {
			if a.Role != corpus.RoleCoordinate {
				units = append(units, a.Value)
			}
		}
		for _, t := range duty.Timing {
			due = append(due, t.Text)
		}
		note := strings.Join(present(duty.Action.Value, state.Note), " – ")
		rows = append(rows, followUpRow{document, strings.Join(units, "; "), strings.Join(due, "; "), progress[state.State], state.Reply, note})
	}
	return rows
}

func (o Options) arrived(r *corpus.Record) string {
	if o.Arrived == nil {
		return ""
	}
	return dayOf(o.Arrived(r))
}

// dayOf is a date as registers write it: 05/03/2020.
func dayOf(d corpus.Date) string {
	if !d.IsDay() {
		return d.String()
	}
	return d.Time().Format("02/01/2006")
}

func about(r *corpus.Record) string {
	subject := r.Subject.Value
	if subject == "" {
		subject = r.Source.Title
	}
	return strings.Join(present(r.Type.Value, subject), " ")
}

func receivers(r *corpus.Record) string {
	var names []string
	for _, a := range r.Addressees {
		names = append(names, a.Value)
	}
	return strings.Join(names, "; ")
}

func urgencyOf(r *corpus.Record) string {
	return strings.Join(present(r.Urgency.Value, r.Secrecy.Value), ", ")
}

func present(values ...string) []string {
	var out []string
	for _, v := range values {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

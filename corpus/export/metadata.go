package export

import (
	"encoding/json"
	"strconv"

	"congvan/corpus"
)

// metadataColumns are the names that NĐ 30/2020 annex VI gives the metadata of a document.
var metadataColumns = []string{"TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "OrganName", "Subject", "Language", "PageAmount", "Position", "FullName",
	"ToOrganName", "Priority", "DueDate"}

// metadata is a document in the words of annex VI, as document management systems read it. The
// lengths are the annex's: CodeNumber 11 characters, CodeNotation 30, Subject 500.
type metadata struct {
	TypeName     string      `json:"TypeName,omitempty"`
	CodeNumber   string      `json:"CodeNumber,omitempty"`
	CodeNotation string      `json:"CodeNotation,omitempty"`
	IssuedDate   corpus.Date `json:"IssuedDate,omitzero"`
	OrganName    string      `json:"OrganName,omitempty"`
	Subject      string      `json:"Subject,omitempty"`
	Language     string      `json:"Language"`
	PageAmount   int         `json:"PageAmount,omitempty"`
	SignerInfo   *signerInfo `json:"SignerInfo,omitempty"`
	To           []organ     `json:"To,omitempty"`
	Priority     string      `json:"Priority,omitempty"`
	DueDate      corpus.Date `json:"DueDate,omitzero"` // the earliest date by which something is to be done
}

type signerInfo struct {
	Position string `json:"Position,omitempty"`
	FullName string `json:"FullName,omitempty"`
}

type organ struct {
	OrganName string `json:"OrganName"`
}

func (m metadata) cells() []string {
	signer := signerInfo{}
	if m.SignerInfo != nil {
		signer = *m.SignerInfo
	}
	to, err := json.Marshal(m.To)
	if err != nil || m.To == nil {
		to = nil // strings always encode
	}
	pages := ""
	if m.PageAmount > 0 {
		pages = strconv.Itoa(m.PageAmount)
	}
	return []string{m.TypeName, m.CodeNumber, m.CodeNotation, m.IssuedDate.String(), m.OrganName, m.Subject, m.Language, pages, signer.Position, signer.FullName,
		string(to), m.Priority, m.DueDate.String()}
}

func metadataOf(r *corpus.Record) row {
	m := metadata{TypeName: first(r.Type.Value, 100), CodeNotation: first(r.Number.Symbol, 30), IssuedDate: r.Issued.Value, OrganName: first(r.Issuer.Value, 200),
		Subject: first(r.Subject.Value, 500), Language: "vi", PageAmount: r.Source.Pages, Priority: r.Urgency.Value}
	if r.Number.Serial > 0 {
		m.CodeNumber = strconv.Itoa(r.Number.Serial)
	}
	if r.Signatory.Name != "" || r.Signatory.Position != "" {
		m.SignerInfo = &signerInfo{first(r.Signatory.Position, 100), first(r.Signatory.Name, 50)}
	}
	for _, a := range r.Addressees {
		m.To = append(m.To, organ{first(a.Value, 200)})
	}
	for _, o := range r.Obligations {
		if due := earliest(o); !due.IsZero() && (m.DueDate.IsZero() || due.Before(m.DueDate)) {
			m.DueDate = due
		}
	}
	return m
}

// earliest is the first date by which a duty is to be done; zero when it names none.
func earliest(o corpus.Obligation) corpus.Date {
	var due corpus.Date
	for _, t := range o.Timing {
		if !t.Due.IsZero() && (due.IsZero() || t.Due.Before(due)) {
			due = t.Due
		}
	}
	return due
}

// first is at most n characters of a text.
func first(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n])
	}
	return text
}

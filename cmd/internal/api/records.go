package api

import (
	"fmt"
	"mime"
	"net/http"
	"slices"

	"congvan/cmd/internal/ask"
	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/corpus/export"
	"congvan/corpus/sqlite"
)

// filter reads the parameters that lists share.
func filter(r *http.Request) (sqlite.Filter, error) {
	f := sqlite.Filter{Issuer: r.FormValue("issuer"), Type: r.FormValue("type"), Unit: r.FormValue("unit")}
	var err error
	if f.From, err = ask.Date(r.Form, "from"); err != nil {
		return f, err
	}
	f.To, err = ask.Date(r.Form, "to")
	return f, err
}

// page is a list with where it goes on.
type page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty"` // cursor of the next page
}

func (a *API) records(w http.ResponseWriter, r *http.Request) error {
	f, err := filter(r)
	if err != nil {
		return err
	}
	if f.Limit, err = ask.Number(r.Form, "limit", 50, 1, 500); err != nil {
		return err
	}
	f.After = r.FormValue("cursor")
	limit := f.Limit
	f.Limit++ // one more tells whether there is a next page
	out := page[summary]{Items: []summary{}}
	for record, err := range a.pipeline.Store().Records(r.Context(), f) {
		if err != nil {
			return err
		}
		if len(out.Items) == limit {
			last := out.Items[limit-1]
			out.Next = sqlite.Cursor(last.Issued, last.ID)
			break
		}
		out.Items = append(out.Items, summaryOf(record))
	}
	return writeJSON(w, r, out)
}

// summary is a record in a list.
type summary struct {
	ID          string      `json:"id"`
	Number      string      `json:"number,omitempty"`
	Type        string      `json:"type,omitempty"`
	Issuer      string      `json:"issuer,omitempty"`
	Issued      corpus.Date `json:"issued,omitzero"`
	Subject     string      `json:"subject,omitempty"`
	Title       string      `json:"title,omitempty"`
	Kind        corpus.Kind `json:"kind,omitempty"`
	Obligations int         `json:"obligations"`
	References  int         `json:"references"`
}

func summaryOf(r *corpus.Record) summary {
	return summary{r.ID, r.Number.Value, r.Type.Value, r.Issuer.Value, r.Issued.Value, r.Subject.Value, r.Source.Title, r.Source.Kind, len(r.Obligations), len(r.References)}
}

func (a *API) record(w http.ResponseWriter, r *http.Request) error {
	record, err := a.pipeline.Store().Record(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if err := a.pipeline.Resolve(r.Context(), record); err != nil {
		return err
	}
	return writeJSON(w, r, record)
}

func (a *API) text(w http.ResponseWriter, r *http.Request) error {
	record, err := a.pipeline.Store().Record(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	return writeTagged(w, r, []byte(record.Text), corpus.Hash([]byte(record.Text)))
}

// original hands the bytes out as they were received: to keep, never to show, since they come
// from outside.
func (a *API) original(w http.ResponseWriter, r *http.Request) error {
	record, err := a.pipeline.Store().Record(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	content, err := a.pipeline.Original(r.Context(), record)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": record.Source.Name}))
	return writeTagged(w, r, content, record.Source.SHA256)
}

// due is a duty in a list, with its next date.
type due struct {
	Record     string            `json:"record"`
	Number     string            `json:"number,omitempty"`
	Issuer     string            `json:"issuer,omitempty"`
	Next       corpus.Date       `json:"next,omitzero"`
	DaysLeft   *int              `json:"days_left,omitempty"`
	State      string            `json:"state"`
	Obligation corpus.Obligation `json:"obligation"`
}

func (a *API) obligations(w http.ResponseWriter, r *http.Request) error {
	asOf, err := ask.Date(r.Form, "as_of")
	if err != nil {
		return err
	}
	if asOf.IsZero() {
		asOf = corpus.DateOf(a.now())
	}
	within, err := ask.Number(r.Form, "within", 0, 0, 36500)
	if err != nil {
		return err
	}
	limit, err := ask.Number(r.Form, "limit", 100, 1, 1000)
	if err != nil {
		return err
	}
	offset, err := ask.Number(r.Form, "offset", 0, 0, 1<<30)
	if err != nil {
		return err
	}
	duties, err := a.pipeline.Due(r.Context(), pipeline.DueOptions{AsOf: asOf, Unit: r.FormValue("unit"), Within: within,
		Overdue: r.FormValue("overdue") == "true", All: r.FormValue("all") == "true", Limit: offset + limit})
	if err != nil {
		return err
	}
	duties = duties[min(offset, len(duties)):]
	out := page[due]{Items: []due{}}
	for _, d := range duties[:min(limit, len(duties))] {
		line := due{d.Record, d.Number, d.Issuer, d.Next, nil, d.State.State, d.Obligation}
		if line.State == "" {
			line.State = "open"
		}
		if !d.Next.IsZero() {
			line.DaysLeft = &d.DaysLeft
		}
		out.Items = append(out.Items, line)
	}
	return writeJSON(w, r, out)
}

func (a *API) references(w http.ResponseWriter, r *http.Request) error {
	limit, err := ask.Number(r.Form, "limit", 100, 1, 1000)
	if err != nil {
		return err
	}
	cited, err := a.pipeline.Store().CitedNotHeld(r.Context(), limit)
	if err != nil {
		return err
	}
	if cited == nil {
		cited = []sqlite.Cited{}
	}
	return writeJSON(w, r, page[sqlite.Cited]{Items: cited})
}

// export streams a table; the answer begins before the last row is read.
func (a *API) export(w http.ResponseWriter, r *http.Request) error {
	table, format := export.Table(r.PathValue("table")), export.Format(r.FormValue("format"))
	if format == "" {
		format = export.JSONL
	}
	media, ok := export.MediaTypes[format]
	if !ok {
		return ask.Mistake{Parameter: "format", Detail: "want json, jsonl, csv, xlsx or ics"}
	}
	if !slices.Contains(export.Tables(), table) {
		return ask.Mistake{Parameter: "table", Detail: fmt.Sprintf("want one of %v", export.Tables())}
	}
	if format == export.ICS && table != export.Obligations {
		return ask.Mistake{Parameter: "format", Detail: "a calendar holds obligations alone"}
	}
	f, err := filter(r)
	if err != nil {
		return err
	}
	search, err := ask.Read(r.Form)
	if err != nil {
		return err
	}
	records := a.pipeline.Store().Records(r.Context(), f)
	if search.Narrow() {
		records = ask.Records(r.Context(), a.pipeline, a.live, search.Query(a.pipeline))
	}
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": string(table) + "." + string(format)}))
	_, err = export.Write(w, a.pipeline.ExportOptions(r.Context(), table, format), records)
	return err
}

package api

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"congvan/cmd/internal/ask"
	"congvan/cmd/internal/pipeline"
	"congvan/corpus/corpustest"
	"congvan/corpus/viet"
	"congvan/index"
)

var moment = time.Date(2024, 6, 1, 8, 0, 0, 0, time.UTC)

// serve starts the API over a store of made dispatches.
func serve(t *testing.T, count int) *httptest.Server {
	t.Helper()
	folder := t.TempDir()
	for i := range count {
		d := corpustest.Make(1, i)
		if err := os.WriteFile(filepath.Join(folder, d.Name), []byte(d.Text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := pipeline.Options{Data: filepath.Join(t.TempDir(), "store"), Now: func() time.Time { return moment }}
	writer, err := pipeline.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Ingest(t.Context(), []string{folder}, nil, func(pipeline.Outcome) {}); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.OpenToRead(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	live := p.Live()
	mux := http.NewServeMux()
	New(p, live, o.Now, slog.New(slog.NewTextHandler(io.Discard, nil))).Register(mux)
	server := httptest.NewServer(mux)
	t.Cleanup(func() { server.Close(); live.Close(); p.Close() })
	return server
}

func get(t *testing.T, url string, header ...string) (*http.Response, []byte) {
	t.Helper()
	req, err := http.NewRequestWithContext(context.Background(), "GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, body
}

// TestOpenAPIIsTrue compares the description's addresses and parameters with the routes.
func TestOpenAPIIsTrue(t *testing.T) {
	var described struct {
		OpenAPI string                                `json:"openapi"`
		Paths   map[string]map[string]json.RawMessage `json:"paths"`
	}
	if err := json.Unmarshal(description, &described); err != nil {
		t.Fatal(err)
	}
	var have, want []string
	for path, methods := range described.Paths {
		for method := range methods {
			have = append(have, strings.ToUpper(method)+" "+path)
		}
	}
	for _, r := range routes {
		want = append(want, r.pattern)
	}
	slices.Sort(have)
	slices.Sort(want)
	if fmt.Sprint(have) != fmt.Sprint(want) {
		t.Errorf("described: %v\nserved: %v", have, want)
	}
}

func TestPagesCoverEveryRecordOnce(t *testing.T) {
	server := serve(t, 25)
	seen := map[string]bool{}
	cursor := ""
	for pages := 0; ; pages++ {
		if pages > 10 {
			t.Fatal("the pages do not end")
		}
		_, body := get(t, server.URL+"/api/v1/records?limit=7&cursor="+cursor)
		var p page[summary]
		if err := json.Unmarshal(body, &p); err != nil {
			t.Fatal(err)
		}
		for _, s := range p.Items {
			if seen[s.ID] {
				t.Errorf("%s is on two pages", s.ID)
			}
			seen[s.ID] = true
		}
		if cursor = p.Next; cursor == "" {
			break
		}
	}
	if len(seen) != 25 {
		t.Errorf("%d records, want 25", len(seen))
	}
}

func TestSearchRecordAndItsParts(t *testing.T) {
	server := serve(t, 12)
	d := corpustest.Make(1, 3)
	_, body := get(t, server.URL+"/api/v1/search?limit=1&q="+strings.ReplaceAll(d.Number, "Đ", "%C4%90"))
	var found struct {
		Hits []struct{ ID, Number string }
	}
	if err := json.Unmarshal(body, &found); err != nil || len(found.Hits) != 1 || found.Hits[0].Number != d.Number {
		t.Fatalf("search %s: %s, %v", d.Number, body, err)
	}
	address := server.URL + "/api/v1/records/" + found.Hits[0].ID
	resp, body := get(t, address)
	if resp.StatusCode != 200 || !strings.Contains(string(body), `"schema":"congvan.record/1"`) {
		t.Errorf("record: %s %.80s", resp.Status, body)
	}
	if resp, _ := get(t, address, "If-None-Match", resp.Header.Get("ETag")); resp.StatusCode != http.StatusNotModified {
		t.Errorf("with its ETag: %s, want 304", resp.Status)
	}
	if _, body := get(t, address+"/original"); string(body) != d.Text {
		t.Errorf("the original's bytes differ")
	}
	if resp, _ := get(t, address+"/original"); resp.Header.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(resp.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("an original from outside is not handed out as a file to keep: %v", resp.Header)
	}
}

// TestSuggestionsLead types the beginnings of a number, a subject and an issuer, with and without
// marks, and follows where each suggestion leads.
func TestSuggestionsLead(t *testing.T) {
	server := serve(t, 25)
	d := corpustest.Make(1, 3)
	for typed, want := range map[string]string{
		d.Number[:len(d.Number)-2]: "number", strings.ToLower(strings.ReplaceAll(d.Number, "/", " ")): "number",
		viet.Fold(d.Issuer): "issuer", d.Issuer: "issuer",
		strings.Join(strings.Fields(d.Subject)[:4], " "): "subject", viet.Fold(strings.Join(strings.Fields(d.Subject)[:4], " ")): "subject",
	} {
		_, body := get(t, server.URL+"/api/v1/suggest?q="+url.QueryEscape(typed))
		var suggestions []ask.Suggestion
		if err := json.Unmarshal(body, &suggestions); err != nil || len(suggestions) == 0 || suggestions[0].Kind != want {
			t.Errorf("%q: %s %v, want a suggestion of kind %s first", typed, body, err, want)
			continue
		}
		for _, s := range suggestions {
			if id, ok := strings.CutPrefix(s.URL, "/van-ban/"); ok {
				if resp, _ := get(t, server.URL+"/api/v1/records/"+id); resp.StatusCode != 200 {
					t.Errorf("%q: %s leads to no record: %s", typed, s.URL, resp.Status)
				}
				continue
			}
			_, body := get(t, server.URL+"/api/v1/search"+strings.TrimPrefix(s.URL, "/"))
			var results index.Results
			if err := json.Unmarshal(body, &results); err != nil || results.Total == 0 || s.Count > 0 && results.Total != s.Count {
				t.Errorf("%q: %s finds %d, want %d: %v", typed, s.URL, results.Total, s.Count, err)
			}
		}
	}
	if _, body := get(t, server.URL+"/api/v1/suggest?q=zzzz"); strings.TrimSpace(string(body)) != "[]" {
		t.Errorf("nothing to suggest: %s, want an empty list", body)
	}
}

func TestMistakesAreProblems(t *testing.T) {
	server := serve(t, 1)
	for _, test := range []struct {
		path   string
		status int
	}{
		{"/api/v1/records/0123456789abcdef", 404},
		{"/api/v1/nothing", 404},
		{"/api/v1/search?q=a&from=yesterday", 400},
		{"/api/v1/search?q=a&limit=-1", 400},
		{"/api/v1/search?q=a&sort=colour", 400},
		{"/api/v1/search?q=a&cursor=here", 400},
		{"/api/v1/search?q=%zz", 400},
		{"/api/v1/suggest?limit=1000", 400},
		{"/api/v1/records?limit=1e9", 400},
		{"/api/v1/export/passwords", 400},
		{"/api/v1/export/records?format=exe", 400},
		{"/api/v1/obligations?within=soon", 400},
	} {
		resp, body := get(t, server.URL+test.path)
		var p problem
		if err := json.Unmarshal(body, &p); err != nil || resp.StatusCode != test.status || p.Status != test.status || p.Title == "" ||
			resp.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s %s %v, want a problem with %d", test.path, resp.Status, body, err, test.status)
		}
	}
}

func TestExportStreamsEveryDuty(t *testing.T) {
	server := serve(t, 6)
	_, csv := get(t, server.URL+"/api/v1/export/obligations?format=csv")
	if !strings.HasPrefix(string(csv), "\uFEFFunit,with,task,section") {
		t.Errorf("CSV begins with %.60q", csv)
	}
	d := corpustest.Make(1, 3)
	_, one := get(t, server.URL+"/api/v1/export/records?q="+url.QueryEscape(`"`+d.Number+`"`))
	if n := strings.Count(string(one), "\n"); n != 1 || !strings.Contains(string(one), d.Number) {
		t.Errorf("the export of a search has %d records, want the one of %s", n, d.Number)
	}
	_, lines := get(t, server.URL+"/api/v1/export/records")
	if n := strings.Count(string(lines), "\n"); n != 6 {
		t.Errorf("%d lines of records, want 6", n)
	}
}

func TestHealthAndMetrics(t *testing.T) {
	server := serve(t, 2)
	if resp, body := get(t, server.URL+"/healthz"); resp.StatusCode != 200 || !strings.Contains(string(body), "ok") {
		t.Errorf("healthz: %s %s", resp.Status, body)
	}
	_, body := get(t, server.URL+"/metrics")
	for _, line := range []string{"congvan_records 2\n", "congvan_index_pending 0\n", `congvan_http_requests_total{route="GET /healthz",status="200"} 1`} {
		if !strings.Contains(string(body), line) {
			t.Errorf("metrics lack %q:\n%s", line, body)
		}
	}
}

package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/xuri/excelize/v2"

	"congvan/corpus"
)

// sample is one document with a dated duty, a recurring one and one without a date.
func sample() *corpus.Record {
	text := "Trung tâm Truyền thông báo cáo trước ngày 15/12/2024. Hằng tháng tổng hợp. =CMD()"
	found := func(value string) corpus.Found[string] { return corpus.Found[string]{Value: value} }
	return &corpus.Record{
		Schema: corpus.Schema, ID: "0123456789abcdef", Source: corpus.Source{URI: "/a.txt", Kind: corpus.KindOriginal, Status: corpus.StatusOK, Pages: 3}, Text: text,
		Number: corpus.NumberFact{Value: "2482/BHXH-TT", Serial: 2482, Year: 2022, Symbol: "BHXH-TT"}, Type: corpus.TypeFact{Value: "Công văn"},
		Issuer: found("Bảo hiểm xã hội Việt Nam"), Subject: found("đẩy mạnh truyền thông"), Issued: corpus.Found[corpus.Date]{Value: corpus.Date{Year: 2022, Month: 9, Day: 12}},
		Signatory:  corpus.Signatory{Name: "Đào Việt Ánh", Position: "PHÓ TỔNG GIÁM ĐỐC"},
		Addressees: []corpus.Found[string]{found("Các đơn vị trực thuộc")},
		Obligations: []corpus.Obligation{
			{ID: "o-1", Actors: []corpus.Actor{{Value: "Trung tâm Truyền thông", Role: corpus.RoleLead}, {Value: "Ban Thu", Role: corpus.RoleCoordinate}},
				Action: corpus.Found[string]{Value: "báo cáo trước ngày 15/12/2024", Span: corpus.Span{Start: 23, End: 52}}, Modality: corpus.Must, Section: "V.1",
				Timing: []corpus.Timing{{Kind: corpus.TimingDate, Text: "trước ngày 15/12/2024", Bound: corpus.Before, Due: corpus.Date{Year: 2024, Month: 12, Day: 15}}}},
			{ID: "o-2", Action: corpus.Found[string]{Value: "Hằng tháng tổng hợp"}, Timing: []corpus.Timing{{Kind: corpus.TimingRecurring, Text: "Hằng tháng", RRule: "FREQ=MONTHLY"}}},
			{ID: "o-3", Action: corpus.Found[string]{Value: "=CMD()"}},
		},
		References: []corpus.Reference{{Value: "96/NQ-BCS", Type: "Nghị quyết", Relation: corpus.RelationImplements, Mentions: []corpus.Span{{Start: 0, End: 9}}}},
	}
}

func one(r *corpus.Record) iter.Seq2[*corpus.Record, error] {
	return func(yield func(*corpus.Record, error) bool) { yield(r, nil) }
}

func options(t Table, f Format) Options {
	return Options{Table: t, Format: f,
		Next: func(string, corpus.Date) (corpus.Date, bool) {
			return corpus.Date{Year: 2022, Month: 9, Day: 30}, true
		},
		State: func(_ *corpus.Record, duty string) State {
			if duty == "o-1" {
				return State{State: "done", Reply: "12/BC-TT"}
			}
			return State{}
		},
		Arrived: func(*corpus.Record) corpus.Date { return corpus.Date{Year: 2022, Month: 9, Day: 14} },
	}
}

func write(t *testing.T, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(&b, o, one(sample())); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCSVOpensInASpreadsheet(t *testing.T) {
	b := write(t, options(Obligations, CSV))
	if !bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")) {
		t.Error("no byte order mark: spreadsheets would take it for another encoding")
	}
	rows, err := csv.NewReader(bytes.NewReader(b[3:])).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v, want 4", len(rows), err)
	}
	want := map[string]string{"unit": "Trung tâm Truyền thông", "with": "Ban Thu", "section": "V.1", "timing": "trước ngày 15/12/2024", "due": "2024-12-15",
		"document_number": "2482/BHXH-TT", "evidence": "báo cáo trước ngày 15/12/2024"}
	for i, name := range rows[0] {
		if value, ok := want[name]; ok && rows[1][i] != value {
			t.Errorf("%s is %q, want %q", name, rows[1][i], value)
		}
		delete(want, name)
	}
	if len(want) > 0 {
		t.Errorf("columns missing: %v", want)
	}
	if !strings.HasPrefix(rows[3][2], "'=") {
		t.Errorf("a formula from a document is live: %q", rows[3][2])
	}
}

func TestJSONAndJSONLHoldTheSame(t *testing.T) {
	for _, table := range Tables() {
		var list []json.RawMessage
		if err := json.Unmarshal(write(t, options(table, JSON)), &list); err != nil {
			t.Fatalf("%s: %v", table, err)
		}
		lines := strings.Split(strings.TrimSpace(string(write(t, options(table, JSONL)))), "\n")
		if len(lines) != len(list) {
			t.Fatalf("%s: %d lines, %d elements", table, len(lines), len(list))
		}
		for i := range lines {
			if lines[i] != strings.TrimSpace(string(list[i])) {
				t.Errorf("%s row %d: %s and %s", table, i, lines[i], list[i])
			}
		}
	}
}

func TestEmptyExportIsValid(t *testing.T) {
	for format := range MediaTypes {
		var b bytes.Buffer
		rows, err := Write(&b, options(Obligations, format), func(func(*corpus.Record, error) bool) {})
		if err != nil || rows != 0 {
			t.Errorf("%s: %d rows, %v", format, rows, err)
		}
		if format == JSON && strings.TrimSpace(b.String()) != "[\n]" {
			t.Errorf("empty JSON is %q", b.String())
		}
	}
}

func TestRegistersHaveTheColumnsOfTheDecree(t *testing.T) {
	for table, columns := range map[Table]int{Incoming: 10, FollowUp: 7} {
		f, err := excelize.OpenReader(bytes.NewReader(write(t, options(table, XLSX))))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(string(table))
		if err != nil || len(rows) < 2 || len(rows[0]) != columns {
			t.Fatalf("%s: %v, %v, want %d columns", table, rows, err, columns)
		}
		line := strings.Join(rows[1], "|")
		for _, part := range map[Table][]string{
			Incoming: {"14/09/2022", "Bảo hiểm xã hội Việt Nam", "2482/BHXH-TT", "12/09/2022", "Công văn đẩy mạnh truyền thông", "Các đơn vị trực thuộc"},
			FollowUp: {"Công văn, 2482/BHXH-TT, 12/09/2022, Bảo hiểm xã hội Việt Nam", "Trung tâm Truyền thông", "trước ngày 15/12/2024", "Đã giải quyết", "12/BC-TT"},
		}[table] {
			if !strings.Contains(line, part) {
				t.Errorf("%s lacks %q: %s", table, part, line)
			}
		}
	}
}

func TestMetadataUsesTheNamesOfAnnexVI(t *testing.T) {
	var rows []map[string]any
	if err := json.Unmarshal(write(t, options(Metadata, JSON)), &rows); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{"CodeNumber": "2482", "CodeNotation": "BHXH-TT", "IssuedDate": "2022-09-12", "OrganName": "Bảo hiểm xã hội Việt Nam",
		"Subject": "đẩy mạnh truyền thông", "DueDate": "2024-12-15", "TypeName": "Công văn", "PageAmount": 3.0} {
		if rows[0][name] != want {
			t.Errorf("%s is %v, want %v", name, rows[0][name], want)
		}
	}
}

func TestCalendarIsStable(t *testing.T) {
	first, again := write(t, options(Obligations, ICS)), write(t, options(Obligations, ICS))
	if !bytes.Equal(first, again) {
		t.Error("the same records give two calendars")
	}
	unfolded := strings.ReplaceAll(string(first), "\r\n ", "")
	for _, line := range []string{"UID:0123456789abcdef-o-1@congvan", "DTSTART;VALUE=DATE:20241215", "RRULE:FREQ=MONTHLY", "DTSTART;VALUE=DATE:20220930", "DTSTAMP:20220912T000000Z"} {
		if !strings.Contains(unfolded, line) {
			t.Errorf("no line %s in\n%s", line, unfolded)
		}
	}
	if n := strings.Count(unfolded, "BEGIN:VEVENT"); n != 2 {
		t.Errorf("%d events, want 2: a duty without a date is none", n)
	}
}

// TestSheetOpensInLibreOffice has another program read the workbook.
func TestSheetOpensInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CONGVAN_REQUIRE_TOOLS") != "" {
			t.Fatal("soffice is missing: make deps installs it")
		}
		t.Skip("soffice is missing: make deps installs it")
	}
	dir := t.TempDir()
	sheet := filepath.Join(dir, "duties.xlsx")
	if err := os.WriteFile(sheet, write(t, options(Obligations, XLSX)), 0o644); err != nil {
		t.Fatal(err)
	}
	convert := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", dir, sheet)
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	f, err := os.Open(filepath.Join(dir, "duties.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"Trung tâm Truyền thông", "trước ngày 15/12/2024", "2482/BHXH-TT", "=CMD()"} {
		if !strings.Contains(string(text), part) {
			t.Errorf("read back without %q: %s", part, text)
		}
	}
}

// TestCalendarOpensInAnotherParser reads the calendar with a library that did not write it.
func TestCalendarOpensInAnotherParser(t *testing.T) {
	calendar, err := ical.NewDecoder(bytes.NewReader(write(t, options(Obligations, ICS)))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	events := calendar.Events()
	if len(events) != 2 {
		t.Fatalf("%d events, want 2", len(events))
	}
	start, err := events[0].DateTimeStart(time.UTC)
	if err != nil || start.Format(time.DateOnly) != "2024-12-15" {
		t.Errorf("starts %v, %v", start, err)
	}
	if summary, err := events[0].Props.Text("SUMMARY"); err != nil || summary != "Trung tâm Truyền thông: báo cáo trước ngày 15/12/2024" {
		t.Errorf("summary %q, %v", summary, err)
	}
	if rule, err := events[1].Props.RecurrenceRule(); err != nil || rule == nil || rule.Freq.String() != "MONTHLY" {
		t.Errorf("rule %v, %v", rule, err)
	}
}

// TestDutiesStandAsLaterDocumentsLeftThem exports the date that holds now, and leaves what is no
// longer owed out of the calendar.
func TestDutiesStandAsLaterDocumentsLeftThem(t *testing.T) {
	o := options(Obligations, JSON)
	o.Lives = func(*corpus.Record) []corpus.Life {
		return []corpus.Life{
			{Obligation: "o-1", State: corpus.Extended, Timing: []corpus.Timing{{Kind: corpus.TimingDate, Text: "đến ngày 31/12/2024", Due: corpus.Date{Year: 2024, Month: 12, Day: 31}}}},
			{Obligation: "o-2", State: corpus.Withdrawn},
		}
	}
	var rows []struct {
		Due   string `json:"due"`
		State string `json:"state"`
	}
	if err := json.Unmarshal(write(t, o), &rows); err != nil {
		t.Fatal(err)
	}
	if rows[0].Due != "2024-12-31" || rows[0].State != "extended" || rows[1].State != "withdrawn" || rows[2].State != "in_force" {
		t.Errorf("rows are %+v", rows)
	}
	o.Format = ICS
	if n := strings.Count(string(write(t, o)), "BEGIN:VEVENT"); n != 1 {
		t.Errorf("%d events, want 1: the withdrawn duty is none", n)
	}
}

package citation

import (
	"fmt"
	"strings"
	"testing"

	"congvan/corpus"

	"github.com/google/go-cmp/cmp"
)

func merge(text, own string, tables ...Table) []corpus.Reference {
	number, _ := corpus.ParseDocumentNumber(own)
	return Merge(text, corpus.NewRuler(text), Find(text), tables, number)
}

// values are what the references of a text stand for, with the number of mentions.
func values(references []corpus.Reference) (all []string) {
	for _, r := range references {
		all = append(all, strings.Trim(r.Value+" "+r.Issued.String(), " ")+strings.Repeat("*", len(r.Mentions)))
	}
	return all
}

func TestMerge(t *testing.T) {
	for name, c := range map[string]struct {
		text, own string
		want      []string
	}{
		"once, however often named": {
			"Kế hoạch số 4217/KH- BHXH; Kế hoạch số 4217/KH-BHXH ngày 29/12/2020; 4217/KH–BHXH", "", []string{"4217/KH-BHXH 2020-12-29***"}},
		"the document's own number is left out": {
			"Số: 1191/BHXH-TT\n(kèm theo Công văn số 1191/BHXH-TT ngày 20/4/2020) Công văn số 12/BHXH-TT", "1191/BHXH-TT", []string{"12/BHXH-TT*"}},
		"the letterhead's number is the document's own when nobody hands it in": {
			"BỘ Y TẾ\nSố: 77/BYT-KCB\nTheo Công văn số 77/BYT-KCB và Công văn số 78/BYT-KCB", "", []string{"78/BYT-KCB*"}},
		"a blank number is the document itself": {
			"kèm theo Công văn số    /BHXH-TT ngày    tháng   năm 2020 của BHXH Việt Nam", "1191/BHXH-TT", nil},
		"short forms join the long one": {
			"Nghị quyết số 96/NQ-BCS ngày 24/8/2017 (sau đây gọi là Nghị quyết số 96); Nghị quyết số 96; Nghị quyết 96", "", []string{"96/NQ-BCS 2017-08-24****"}},
		"a short form alone stays": {"theo Nghị quyết số 28", "", []string{"Nghị quyết 28*"}},
		"of two a short form joins none": {
			"Nghị quyết số 28-NQ/TW, Nghị quyết số 28/NQ-CP và Nghị quyết số 28", "", []string{"28-NQ/TW*", "28/NQ-CP*", "Nghị quyết 28*"}},
		"names in one spelling": {"Luật BHXH năm 2014, Luật Bảo hiểm xã hội 2014, Luật bảo hiểm xã hội", "", []string{"Luật Bảo hiểm xã hội 2014 2014***"}},
		"a name joins its number": {
			"Luật Bảo hiểm xã hội số 58/2014/QH13; Luật BHXH", "", []string{"58/2014/QH13**"}},
		"two years are two laws": {
			"Luật BHXH 2014 và Luật BHXH 2024; Luật BHXH", "", []string{"Luật Bảo hiểm xã hội 2014 2014*", "Luật Bảo hiểm xã hội 2024 2024*", "Luật Bảo hiểm xã hội*"}},
		"a name of three years joins by year": {
			"Luật Hải quan 2001, Luật Hải quan số 54/2014/QH13, Luật Hải quan, Luật Hải quan, Luật Hải quan 2014, Luật Hải quan 2014", "",
			[]string{"Luật Hải quan 2001 2001*", "54/2014/QH13 2014***", "Luật Hải quan**"}},
		"a list shares the symbol at its end": {"các Công văn số 12, 13 và 14/BHXH-TT ngày 1/2/2023", "", []string{"12/BHXH-TT*", "13/BHXH-TT*", "14/BHXH-TT 2023-02-01*"}},
		"serials restart every year": {
			"Công văn số 5/BHXH-TT ngày 1/2/2019; Công văn số 5/BHXH-TT ngày 3/2/2020", "", []string{"5/BHXH-TT 2019-02-01*", "5/BHXH-TT 2020-02-03*"}},
		"Đ and D are one document": {"Quyết định số 1116/QD-BHXH và Quyết định số 1116/QĐ-BHXH ngày 14/9/2018", "", []string{"1116/QD-BHXH 2018-09-14**"}},
	} {
		if diff := cmp.Diff(c.want, values(merge(c.text, c.own))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestMergeKeepsTheStrongest(t *testing.T) {
	text := "theo điểm a Điều 2 Nghị định số 1/2020/NĐ-CP. Nghị định này thay thế Nghị định số 1/2020/NĐ-CP ngày 2/3/2020 của Chính phủ về thuế. Điều 9 Nghị định số 1/2020/NĐ-CP"
	got := merge(text, "")
	want := corpus.Reference{Value: "1/2020/NĐ-CP", Type: "Nghị định", Issued: corpus.Date{Year: 2020, Month: 3, Day: 2}, Issuer: "Chính phủ", Title: "thuế",
		Provision: "điểm a Điều 2", Provisions: []string{"điểm a Điều 2", "Điều 9"}, Relation: corpus.RelationReplaces, Rule: "type and number", Confidence: 0.99}
	if len(got) != 1 || len(got[0].Mentions) != 3 {
		t.Fatalf("%+v", got)
	}
	if cut := corpus.Cut(text, got[0].Mentions[1]); cut != "Nghị định số 1/2020/NĐ-CP ngày 2/3/2020" {
		t.Errorf("mention %q", cut)
	}
	got[0].Mentions = nil
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Error(diff)
	}
}

func TestListSharesIssuer(t *testing.T) {
	for _, c := range Find("Nghị quyết số 102/NQ-CP ngày 3/8/2018, Nghị quyết số 103/NQ-CP và Nghị quyết số 125/NQ-CP ngày 8/10/2018 của Chính phủ") {
		if c.Issuer != "Chính phủ" {
			t.Errorf("%s: issuer %q", c.Number, c.Issuer)
		}
	}
}

// tableOf reads the rows of text after its line "|", cells between tabs; the first is the header.
func tableOf(text string) Table {
	var t Table
	at := strings.Index(text, "|\n") + 2
	for line := range strings.Lines(text[at:]) {
		var row []Cell
		from := at
		for cell := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), "\t") {
			row = append(row, Cell{from, from + len(cell)})
			from += len(cell) + 1
		}
		if t.Header == nil {
			t.Header = row
		} else {
			t.Rows = append(t.Rows, row)
		}
		at += len(line)
	}
	return t
}

func TestTable(t *testing.T) {
	text := "CÁC VĂN BẢN\n|\nStt\tSố hiệu văn bản\tNgày ban hành\tNội dung văn bản\tĐơn vị chủ trì soạn thảo\n" +
		"1\t281/BHXH-CSYT\t31/01/2021\tV/v phối hợp thanh toán\tBan CSYT\n" +
		"2\t1060/TB-BHXH\t10/2/2021\tVề việc kết luận; chỉ đạo.\tVăn phòng\n" +
		"3\tCông văn số 1061/BHXH-PC\t\tV/v thay thế mục 2, Công văn số 900/BHXH-PC\t\n" +
		"\t2958/VPVP- NC ngày 3/4/2021\t\tV/v khác\n"
	got := merge(text, "", tableOf(text))
	date := func(y, m, d int) corpus.Date { return corpus.Date{Year: y, Month: m, Day: d} }
	want := []corpus.Reference{
		{Value: "281/BHXH-CSYT", Issued: date(2021, 1, 31), Title: "phối hợp thanh toán", LeadUnit: "Ban CSYT", Relation: corpus.RelationListed},
		{Value: "1060/TB-BHXH", Issued: date(2021, 2, 10), Title: "kết luận; chỉ đạo", LeadUnit: "Văn phòng", Relation: corpus.RelationListed},
		{Value: "1061/BHXH-PC", Title: "thay thế mục 2, Công văn số 900/BHXH-PC", Relation: corpus.RelationListed},
		{Value: "900/BHXH-PC", Relation: corpus.RelationCites},
		{Value: "2958/VPVP-NC", Issued: date(2021, 4, 3), Title: "khác", Relation: corpus.RelationListed},
	}
	for k := range got {
		if len(got[k].Mentions) != 1 {
			t.Errorf("%s: mentions %v", got[k].Value, got[k].Mentions)
		}
		got[k] = corpus.Reference{Value: got[k].Value, Issued: got[k].Issued, Title: got[k].Title, LeadUnit: got[k].LeadUnit, Relation: got[k].Relation}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestTableOfOtherThings(t *testing.T) {
	for _, text := range []string{
		"|\nStt\tHọ tên\tNgày sinh\tĐơn vị\n1\tNguyễn Văn A\t1/2/1980\tBan Thu\n",
		"|\nStt\tNội dung\tThời gian\tĐơn vị chủ trì\n1\tTuyên truyền\tQuý I\tTrung tâm\n",
		"|\nStt\tTỉnh\tSố\n1\tHà Nội\t100/200\n2\tHuế\t12/13\n3\tCà Mau\t3/4\n",
	} {
		if got := merge(text, "", tableOf(text)); got != nil {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestColumnOf(t *testing.T) {
	for header, want := range map[string]column{
		"Stt": otherColumn, "TT": otherColumn, "Số hiệu văn bản": numberColumn, "SỐ, KÝ HIỆU": numberColumn, "Số/ký hiệu": numberColumn, "Số": numberColumn,
		"Ngày ban hành": dateColumn, "Ngày, tháng, năm": dateColumn, "Trích yếu nội dung": titleColumn, "Nội dung văn bản": titleColumn, "Tên văn bản": titleColumn,
		"Đơn vị chủ trì\nsoạn thảo": unitColumn, "Cơ quan ban hành": issuerColumn, "Số tiền": otherColumn, "Ghi chú": otherColumn, "Văn bản": numberColumn,
	} {
		if got := columnOf(header); got != want {
			t.Errorf("%q: %d, want %d", header, got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	stored := map[string][]Candidate{
		"12|2020|TT|BTC":            {{"a", corpus.Date{Year: 2020, Month: 3, Day: 2}}},
		"1116|QD|BHXH":              {{"b", corpus.Date{Year: 2018, Month: 9, Day: 14}}},
		"5|0|BHXH|TT":               {{"c", corpus.Date{Year: 2019, Month: 2, Day: 1}}, {"d", corpus.Date{Year: 2020, Month: 2, Day: 1}}},
		"7|0|BHXH|TT":               {{"e", corpus.Date{Year: 2019, Month: 2, Day: 1}}, {"f", corpus.Date{Year: 2020, Month: 2, Day: 1}}},
		"luật bảo hiểm xã hội 2014": {{"g", corpus.Date{Year: 2014, Month: 11, Day: 20}}},
	}
	references := []corpus.Reference{
		{Value: "12/2020/TT-BTC"},
		{Value: "1116/QĐ-BHXH"},
		{Value: "5/BHXH-TT", Issued: corpus.Date{Year: 2020, Month: 2, Day: 1}},
		{Value: "7/BHXH-TT"},
		{Value: "Luật Bảo hiểm xã hội 2014", Issued: corpus.Date{Year: 2014}},
		{Value: "99/BHXH-TT"},
		{Value: "12/2020/TT-BTC", Issued: corpus.Date{Year: 2021, Month: 1, Day: 1}},
	}
	Resolve(references, func(key string, loose bool) []Candidate { return stored[key] })
	for k, want := range []string{"a", "b", "d", "", "g", "", ""} {
		if references[k].Target != want {
			t.Errorf("%s: %q, want %q", references[k].Value, references[k].Target, want)
		}
	}
}

// TestManyLawsOfOneName counts what is looked at: thousands of laws may share a name, and thousands
// of mentions of each.
func TestManyLawsOfOneName(t *testing.T) {
	const n = 3000
	var b strings.Builder
	for k := range n {
		fmt.Fprintf(&b, "Luật Đất đai số %d/%d/QH13; Luật Đất đai năm %d; Luật Đất đai; ", k+1, 1950+k%70, 1950+k%90)
	}
	text := b.String()
	found := Find(text)
	if len(found) < 3*n-3 {
		t.Fatalf("%d citations, want about %d", len(found), 3*n)
	}
	m := merger{ruler: corpus.NewRuler(text), byKey: map[string]int{}}
	m.all(text, found, nil)
	if m.names.looked > 2*len(found) {
		t.Errorf("%d citations made it look at %d entries", len(found), m.names.looked)
	}
}

func TestMergeUnnumbered(t *testing.T) {
	for text, want := range map[string]string{
		// the document of that type that was named last; once without a year, then with it
		"Thực hiện Công văn số 12/CT-TTHT và Công văn số 15/CT-KK. Công văn nêu trên đã gửi.":                                   "12/CT-TTHT 1; 15/CT-KK 2",
		"Theo Kế hoạch số 5/KH-UBND. Văn bản nói trên hết hạn.":                                                                 "5/KH-UBND 2",
		"Pháp lệnh Thú y ngày 4 tháng 2 năm 1993; theo Pháp lệnh năm 1993.":                                                     "Pháp lệnh Thú y 1993 2",
		"theo Pháp lệnh năm 1961 thì thôi.":                                                                                     "Pháp lệnh năm 1961 1",
		"Phúc đáp Công văn ngày 10/3/2016 của Công ty Nến Việt.":                                                                "Công văn ngày 10 tháng 3 năm 2016 1",
		"quy định tại Nghị định về hợp đồng điện tử. Theo Nghị định về hợp đồng điện tử, các bên ký.":                           "Nghị định về hợp đồng điện tử 2",
		"Luật Việc làm; Luật Việc làm năm 2013; Luật Việc làm năm 2025; Luật Việc làm số 38/2013/QH13; Luật Việc làm năm 2013.": "38/2013/QH13 4; Luật Việc làm 2025 1",
	} {
		var got []string
		for _, r := range Merge(text, corpus.NewRuler(text), Find(text), nil, corpus.DocumentNumber{}) {
			got = append(got, fmt.Sprintf("%s %d", r.Value, len(r.Mentions)))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q\n got %s\nwant %s", text, s, want)
		}
	}
}

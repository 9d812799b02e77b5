package index_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"congvan/corpus"
	"congvan/corpus/corpustest"
)

// recordOf is the record of a made dispatch: what it was made of, and the items of its last
// section as obligations.
func recordOf(d corpustest.Dispatch) *corpus.Record {
	r := &corpus.Record{ID: corpus.Hash([]byte(d.Name))[:16], Text: d.Text, Source: corpus.Source{Name: d.Name, Kind: corpus.KindOriginal, Status: corpus.StatusOK}}
	if n, err := corpus.ParseDocumentNumber(d.Number); err == nil {
		r.Number = corpus.NumberFact{Value: n.String(), Serial: n.Serial, Year: n.Year, Symbol: n.Symbol}
	}
	r.Type.Value, r.Issuer.Value, r.Issued.Value, r.Subject.Value, r.Signatory.Name = d.Type, d.Issuer, d.Issued, d.Subject, d.Signer
	for _, number := range d.Cites {
		r.References = append(r.References, corpus.Reference{Value: number, Relation: corpus.RelationCites})
	}
	_, section, _ := strings.Cut(d.Text, "TỔ CHỨC THỰC HIỆN\n")
	unit := ""
	for line := range strings.Lines(section) {
		line = strings.TrimSpace(line)
		if action, ok := strings.CutPrefix(line, "- "); ok && unit != "" {
			o := corpus.Obligation{ID: strconv.Itoa(len(r.Obligations) + 1), Modality: corpus.Must, Actors: []corpus.Actor{{Value: unit}}}
			o.Action.Value = action
			if strings.Contains(action, "hoàn thành trước ngày") {
				o.Timing = []corpus.Timing{{Kind: corpus.TimingDate, Bound: corpus.Before, Due: d.Issued.AddDays(30 + len(action)%90)}}
			}
			r.Obligations = append(r.Obligations, o)
		} else if line != "" && line[0] >= '0' && line[0] <= '9' {
			_, unit, _ = strings.Cut(line, ". ")
		} else {
			break
		}
	}
	return r
}

// generator makes up dispatches: syllables drawn by Zipf's law from those of real sentences and
// from made-up words, so that common pairs are common and rare ones rare.
type generator struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	terms []string
}

var syllables = strings.Fields(`bảo hiểm xã hội y tế công tác truyền thông chính sách tuyên đơn vị tỉnh thành phố trực thuộc trung ương kế hoạch
	thực hiện quy định pháp luật báo cáo kết quả tổ chức triển khai nội dung hướng dẫn tham gia tự nguyện bắt buộc hộ gia đình người lao động
	sử dụng đối tượng thời gian hằng năm quý tháng ngày trước sau cơ quan nhà nước tài chính thanh tra kiểm xử lý vi phạm giải quyết chế độ
	hưu trí thai sản ốm đau nghề nghiệp tai nạn thất nghiệp khám chữa bệnh viện thuốc vật tư hồ sơ thủ tục dịch vụ trực tuyến dữ liệu số
	chuyển đổi hệ thống phần mềm giám đốc phó trưởng phòng ban thu chi quỹ ngân hàng thuế đất đai môi trường giáo dục đào tạo học sinh sinh viên`)

func newGenerator(seed uint64) *generator {
	g := &generator{r: rand.New(rand.NewPCG(seed, seed))}
	for i := range 8000 { // terms of two or three syllables; the first are the commonest
		words := 2 + i%2
		term := make([]string, words)
		for w := range term {
			term[w] = syllables[int(float64(len(syllables))*g.r.Float64()*min(1, 0.2+float64(i)/2000))%len(syllables)]
		}
		g.terms = append(g.terms, strings.Join(term, " "))
	}
	for i := range 3000 { // names, codes
		g.terms = append(g.terms, fmt.Sprintf("%s%c%d", syllables[g.r.IntN(len(syllables))], 'a'+i%26, i))
	}
	g.zipf = rand.NewZipf(g.r, 1.1, 8, uint64(len(g.terms)-1))
	return g
}

func (g *generator) term() string { return g.terms[g.zipf.Uint64()] }

func (g *generator) words(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(g.term() + " ")
	}
	return strings.Join(strings.Fields(b.String())[:n], " ")
}

func (g *generator) number(i int) string {
	units := []string{"BHXH-TT", "BHXH-CSYT", "BHXH-TCKT", "KH-BHXH", "UBND-VX", "BTC-TCT", "QĐ-BYT"}
	return fmt.Sprintf("%d/%s", 1+i%5000, units[i%len(units)])
}

func (g *generator) record(i int) *corpus.Record {
	r := &corpus.Record{ID: fmt.Sprintf("%016x", i), Source: corpus.Source{Name: fmt.Sprintf("cv-%06d.txt", i), Kind: corpus.KindOriginal, Status: corpus.StatusOK}}
	n, _ := corpus.ParseDocumentNumber(g.number(i))
	r.Number = corpus.NumberFact{Value: n.String(), Serial: n.Serial, Symbol: n.Symbol}
	r.Issued.Value = corpus.Date{Year: 2015 + i%10, Month: 1 + i%12, Day: 1 + i%28}
	r.Type = corpus.TypeFact{Value: corpus.DocumentTypes()[i%12].Name}
	r.Issuer.Value = "Cơ quan " + syllables[i%60] + " " + syllables[(i/60)%7]
	r.Subject.Value = "Về việc " + g.words(10)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nSố: %s\n%s\n", r.Issuer.Value, r.Number.Value, r.Subject.Value)
	for b.Len() < 3000 {
		sentence := g.words(12 + g.r.IntN(20))
		if g.r.IntN(5) == 0 {
			o := corpus.Obligation{ID: strconv.Itoa(len(r.Obligations)), Modality: corpus.Must}
			o.Action.Value = sentence
			o.Actors = []corpus.Actor{{Value: "Ban " + syllables[g.r.IntN(80)]}}
			if g.r.IntN(2) == 0 {
				o.Timing = []corpus.Timing{{Due: corpus.Date{Year: 2024, Month: 1 + g.r.IntN(12), Day: 1 + g.r.IntN(28)}}}
			}
			r.Obligations = append(r.Obligations, o)
		}
		b.WriteString(sentence + ".\n")
	}
	r.Text = b.String()
	return r
}

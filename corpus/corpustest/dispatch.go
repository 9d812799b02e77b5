package corpustest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"congvan/corpus"
)

// Dispatch is a made document with what a reader would find in it.
type Dispatch struct {
	Name    string // of its file
	Text    string
	Number  string
	Type    string
	Issuer  string
	Issued  corpus.Date
	Subject string
	Signer  string
	Cites   []string // numbers of other documents
	Duties  int      // items in the responsibility section
}

// maker writes one dispatch.
type maker struct {
	*rand.Rand
	strings.Builder
	d     Dispatch
	org   issuer
	kind  kind
	topic string
}

// Make is the dispatch with this index of the corpus with this seed. One in a hundred is long
// (around 100 KB); the median is about 3 KB.
func Make(seed uint64, index int) Dispatch {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, uint64(index)))}
	m.org = issuers[m.IntN(len(issuers))]
	m.kind = pick(m, kinds)
	m.topic = pick(m, topics)
	year, month := 2015+m.IntN(11), 1+m.IntN(12)
	m.d.Issued = corpus.Date{Year: year, Month: month, Day: 1 + m.IntN(corpus.DaysIn(year, month))}
	m.d.Issuer, m.d.Type = m.org.name, m.kind.name
	// The index is the serial, so that no two dispatches share a number within a year.
	m.d.Number = m.kind.number(1+index%9999, year, m.org, pick(m, m.org.units))
	m.d.Name = fmt.Sprintf("%06d-%s.txt", index, strings.NewReplacer("/", "_", "Đ", "D").Replace(m.d.Number))
	m.d.Subject = fmt.Sprintf("%s %s %s", pick(m, verbs), m.topic, pick(m, scopes))
	m.d.Signer = pick(m, families) + " " + pick(m, middles) + " " + pick(m, givens)

	m.header()
	m.preamble()
	sections := 1 + m.IntN(3)
	if m.IntN(100) == 0 {
		sections = 120 + m.IntN(60)
	}
	for i := range sections {
		m.section(i + 1)
	}
	m.responsibilities(sections + 1)
	m.closing()
	m.d.Text = m.String()
	return m.d
}

func pick[T any](m *maker, from []T) T { return from[m.IntN(len(from))] }

func (m *maker) line(format string, args ...any) {
	fmt.Fprintf(m, format, args...)
	m.WriteByte('\n')
}

// header writes the boxes of NĐ 30/2020 annex I in one of the orders in which they arrive.
func (m *maker) header() {
	place := fmt.Sprintf("%s, ngày %02d tháng %02d năm %d", m.org.place, m.d.Issued.Day, m.d.Issued.Month, m.d.Issued.Year)
	organ, motto := strings.ToUpper(m.org.name), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	switch m.IntN(4) {
	case 0: // two columns
		m.line("%-40s%s", organ, motto)
		m.line("%-44sĐộc lập - Tự do - Hạnh phúc", "-------")
		m.line("%-40s%s", "Số: "+m.d.Number, place)
	case 1: // a table of a law site
		m.line("%s | %s |", organ, motto)
		m.line("Số: %s | %s |", m.d.Number, place)
	default: // box after box
		m.line("%s\n-------\n%s\nĐộc lập - Tự do - Hạnh phúc\n---------------", organ, motto)
		m.line("Số: %s", m.d.Number)
		if m.kind.code == "" {
			m.line("V/v %s", m.d.Subject)
		}
		m.line("%s", place)
	}
	if m.kind.code != "" {
		m.line("%s\n%s", strings.ToUpper(m.kind.name), capital(m.d.Subject))
		return
	}
	m.line("Kính gửi:")
	for i := range 1 + m.IntN(3) {
		m.line("- %s%s", addressees[(m.IntN(3)+i*3)%len(addressees)], pick(m, []string{";", ";", "."}))
	}
}

func (m *maker) preamble() {
	if m.kind.legal {
		for range 1 + m.IntN(3) {
			m.line("Căn cứ %s;", m.reference())
		}
		m.line("Theo đề nghị của %s;", pick(m, units))
		return
	}
	m.line("Thực hiện %s, %s %s %s như sau:", m.reference(), m.org.name, pick(m, verbs), m.topic)
}

// reference names another document and remembers it.
func (m *maker) reference() string {
	org, k := pick(m, issuers), pick(m, kinds)
	year, month := 2012+m.IntN(12), 1+m.IntN(12)
	number := k.number(1+m.IntN(4000), year, org, pick(m, org.units))
	m.d.Cites = append(m.d.Cites, number)
	return fmt.Sprintf("%s số %s ngày %d/%d/%d của %s về %s", k.name, number, 1+m.IntN(28), month, year, org.name, pick(m, topics))
}

func (m *maker) section(n int) {
	m.line("%s. %s", roman(n), strings.ToUpper(pick(m, headings)))
	for i := range 1 + m.IntN(3) {
		m.line("%d. %s.", i+1, m.sentence())
		for _, letter := range []rune("abcdđeg")[:m.IntN(3)] {
			m.line("%c) %s.", letter, m.sentence())
		}
	}
	if m.IntN(6) == 0 {
		m.line("Chi tiết theo %s.", m.reference())
	}
}

func (m *maker) sentence() string {
	s := fmt.Sprintf("%s %s %s, %s %s %s", capital(pick(m, verbs)), pick(m, objects), pick(m, scopes), pick(m, verbs), pick(m, objects), pick(m, topics))
	switch m.IntN(8) {
	case 0:
		s += fmt.Sprintf(", bảo đảm tối thiểu %d%% %s", 5*(1+m.IntN(19)), pick(m, people))
	case 1:
		s += ", " + pick(m, aims)
	}
	return s
}

// responsibilities writes the section that lays duties on units.
func (m *maker) responsibilities(n int) {
	m.line("%s. TỔ CHỨC THỰC HIỆN", roman(n))
	for i := range 2 + m.IntN(3) {
		m.line("%d. %s", i+1, units[(m.IntN(4)+4*i)%len(units)])
		for range 1 + m.IntN(3) {
			m.d.Duties++
			m.line("- %s%s.", m.sentence(), m.deadline())
		}
	}
}

func (m *maker) deadline() string {
	due := m.d.Issued.AddDays(10 + m.IntN(200))
	switch m.IntN(7) {
	case 0:
		return fmt.Sprintf(", hoàn thành trước ngày %d/%d/%d", due.Day, due.Month, due.Year)
	case 1:
		return fmt.Sprintf(", báo cáo trước ngày %02d hằng tháng", 1+m.IntN(28))
	case 2:
		return fmt.Sprintf(" trong %02d ngày làm việc kể từ ngày nhận được văn bản", 1+m.IntN(20))
	case 3:
		return fmt.Sprintf(" trong quý %s/%d", roman(1+m.IntN(4)), due.Year)
	}
	return ""
}

func (m *maker) closing() {
	m.line("Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về %s để được hướng dẫn./.", m.org.name)
	m.line("Nơi nhận:\n- Như trên;\n- Lãnh đạo (để báo cáo);\n- Lưu: VT, %s.", pick(m, m.org.units))
	m.line("KT. %s\nPHÓ %s\n%s", m.org.head, m.org.head, m.d.Signer)
}

func capital(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

func roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value int
		digit string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= step.value {
			b.WriteString(step.digit)
			n -= step.value
		}
	}
	return b.String()
}

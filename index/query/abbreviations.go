package query

import (
	"strings"

	"congvan/index/analysis"
	"congvan/index/engine"
)

// abbreviations are the short forms of the field and what they stand for: what dispatches define
// in brackets ("bảo hiểm xã hội (BHXH)") and registers use in symbols. One that reads two ways
// in dispatches is not here.
var abbreviations = []struct{ short, long string }{
	{"BHXH", "bảo hiểm xã hội"},
	{"BHYT", "bảo hiểm y tế"},
	{"BHTN", "bảo hiểm thất nghiệp"},
	{"BHTNLĐ", "bảo hiểm tai nạn lao động"},
	{"TNLĐ", "tai nạn lao động"},
	{"BNN", "bệnh nghề nghiệp"},
	{"KCB", "khám bệnh, chữa bệnh"},
	{"KCB", "khám chữa bệnh"},
	{"CSYT", "chính sách y tế"},
	{"CSXH", "chính sách xã hội"},
	{"UBND", "ủy ban nhân dân"},
	{"HĐND", "hội đồng nhân dân"},
	{"MTTQ", "mặt trận tổ quốc"},
	{"NLĐ", "người lao động"},
	{"NSDLĐ", "người sử dụng lao động"},
	{"HĐLĐ", "hợp đồng lao động"},
	{"TTHC", "thủ tục hành chính"},
	{"CCHC", "cải cách hành chính"},
	{"CNTT", "công nghệ thông tin"},
	{"TCKT", "tài chính kế toán"},
	{"TCCB", "tổ chức cán bộ"},
	{"DVC", "dịch vụ công"},
	{"CCCD", "căn cước công dân"},
	{"CMND", "chứng minh nhân dân"},
	{"CSDL", "cơ sở dữ liệu"},
	{"HSSV", "học sinh, sinh viên"},
	{"HGĐ", "hộ gia đình"},
	{"GPLX", "giấy phép lái xe"},
	{"GCN", "giấy chứng nhận"},
	{"QSDĐ", "quyền sử dụng đất"},
	{"VBQPPL", "văn bản quy phạm pháp luật"},
	{"NSNN", "ngân sách nhà nước"},
	{"NHNN", "ngân hàng nhà nước"},
	{"KBNN", "kho bạc nhà nước"},
	{"GTGT", "giá trị gia tăng"},
	{"TNDN", "thu nhập doanh nghiệp"},
	{"TNCN", "thu nhập cá nhân"},
	{"TANDTC", "tòa án nhân dân tối cao"},
	{"VKSNDTC", "viện kiểm sát nhân dân tối cao"},
	{"VPCP", "văn phòng chính phủ"},
	{"TTCP", "thanh tra chính phủ"},
	{"LĐTBXH", "lao động, thương binh và xã hội"},
	{"GDĐT", "giáo dục và đào tạo"},
	{"TNMT", "tài nguyên và môi trường"},
	{"NNPTNT", "nông nghiệp và phát triển nông thôn"},
	{"PCCC", "phòng cháy chữa cháy"},
	{"ATTP", "an toàn thực phẩm"},
	{"TW", "trung ương"},
	{"TƯ", "trung ương"},
	{"QĐ", "quyết định"},
	{"NĐ", "nghị định"},
	{"CV", "công văn"},
}

// insteadWeight is how much finding the other form counts. An abbreviation says as much as the
// words that it stands for, and each of those would score: it counts insteadMore for each word
// that it saves.
const (
	insteadWeight = 0.7
	insteadMore   = 0.5
)

type rewriting struct {
	from []analysis.Token
	to   []analysis.Token
}

// rewritings are the abbreviations in both directions, by the first word that they start from.
var rewritings = func() map[string][]rewriting {
	table := map[string][]rewriting{}
	for _, a := range abbreviations {
		short, long := analysis.Tokens(a.short), analysis.Tokens(a.long)
		for i := range long {
			long[i].Opens = i == 0
		}
		table[short[0].Bare] = append(table[short[0].Bare], rewriting{short, long})
		table[long[0].Bare] = append(table[long[0].Bare], rewriting{long, short})
	}
	return table
}()

// instead finds what abbreviations there are among words, and what they stand for.
func instead(tokens []analysis.Token) []engine.Instead {
	var found []engine.Instead
	for at := range tokens {
		for _, r := range rewritings[tokens[at].Bare] {
			if rowAt(tokens, at, r.from) {
				saved := max(0, len(r.from)-len(r.to))
				found = append(found, engine.Instead{From: at, To: at + len(r.from), Tokens: r.to, Weight: insteadWeight * (1 + insteadMore*float64(saved))})
			}
		}
	}
	return found
}

func rowAt(tokens []analysis.Token, at int, row []analysis.Token) bool {
	if at+len(row) > len(tokens) {
		return false
	}
	for i, t := range row {
		// An unmarked short form may be typed for the marked one (ND for NĐ, but not for TƯ: "tu").
		if have := tokens[at+i]; have.Bare != t.Bare || have.Marks != "" && have.Marks != t.Marks {
			return false
		}
	}
	return true
}

// rewritten are the readings of a row of words with one abbreviation written the other way.
func rewritten(tokens []analysis.Token) [][]analysis.Token {
	var readings [][]analysis.Token
	for _, i := range instead(tokens) {
		reading := append([]analysis.Token(nil), tokens[:i.From]...)
		reading = append(reading, i.Tokens...)
		readings = append(readings, append(reading, tokens[i.To:]...))
	}
	return readings
}

// describe names the rewritings that a query uses: "BHXH = bảo hiểm xã hội".
func describe(text string, tokens []analysis.Token, used []engine.Instead) []message {
	var lines []message
	for _, i := range used {
		typed := text[tokens[i.From].Start:tokens[i.To-1].End]
		for _, a := range abbreviations {
			if short := analysis.Tokens(a.short); sameRow(short, i.Tokens) {
				lines = append(lines, say(SaidSame, typed, a.short))
				break
			}
			if sameRow(analysis.Tokens(a.long), i.Tokens) {
				lines = append(lines, say(SaidSame, typed, strings.ReplaceAll(a.long, ",", "")))
				break
			}
		}
	}
	return lines
}

func sameRow(a, b []analysis.Token) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].Same(b[i]) {
			return false
		}
	}
	return true
}

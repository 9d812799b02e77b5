package gazetteer

import "congvan/extract/phrase"

// hashOf is the hash of one word.
func hashOf(word string) uint64 {
	return phrase.Scan(nil, word, 0, len(word))[0].Hash
}

// Words that steer the reading of a name.
var (
	wordAnd      = hashOf("và")
	wordMany     = hashOf("các")
	wordFirm     = hashOf("công")
	wordTotal    = hashOf("tập")
	wordUnit     = hashOf("lực")
	wordOf       = hashOf("của")
	wordLevel    = hashOf("cấp")
	wordFrom     = hashOf("từ")
	wordTo       = hashOf("đến")
	wordHead     = hashOf("đầu")
	wordComrade  = hashOf("đồng")
	wordMister   = hashOf("ông")
	wordMadam    = hashOf("bà")
	wordTP       = hashOf("TP")
	wordOrganise = [2]uint64{hashOf("tổ"), hashOf("chức")}
)

var quantifierWords = phrase.Set("các|những|mỗi|từng|mọi|tất cả các|tất cả|toàn thể|toàn thể các|toàn bộ|toàn bộ các|cả|một số|quý|hai|cả hai|riêng các|riêng")

// afterwards are words that belong to the name before them.
var afterwards = phrase.Set("có liên quan|liên quan|có liên quan khác|khác có liên quan|liên quan khác|nêu trên|nói trên|trên|nói chung|cùng cấp|" +
	"các cấp|các địa phương|địa phương|Trung ương|ở Trung ương|ở địa phương|tại địa phương|tại Trung ương|từ Trung ương đến địa phương|" +
	"từ Trung ương đến cơ sở|trong toàn Ngành|toàn Ngành|trong Ngành|trong và ngoài Ngành|trong toàn quốc|trong cả nước|cấp trên|cấp dưới|" +
	"cấp tỉnh|cấp huyện|cấp xã|cấp cơ sở|khác|trực thuộc|được giao|được phân công|có thẩm quyền|có chức năng|và tương đương|tương đương|" +
	"nước ngoài|trong nước|có vốn đầu tư nước ngoài|tư nhân|dân lập|công lập|ngoài công lập|độc lập|liên doanh|cổ phần|ngang bộ|trực thuộc Trung ương|trực thuộc tỉnh|cấp mình|chi nhánh|đầu tư xây dựng|đầu tư và xây dựng|chuyên môn|chức năng|nhà nước|trung ương|thuộc tỉnh|thuộc Thành phố|" +
	"quản lý nhà nước|thông tấn|báo chí|đảng|chủ quản|chủ trì soạn thảo|hành chính nhà nước|hành chính|sự nghiệp|sự nghiệp công lập|sử dụng lao động|tham gia bảo hiểm xã hội|tham gia BHXH")

// charges are what a unit is given by an order: "giao cho Bộ Thủy lợi nhiệm vụ …".
var charges = phrase.Set("nhiệm vụ|trách nhiệm|quyền hạn|thẩm quyền")

// placed are words before the place that a group is of: "các cơ sở trên địa bàn tỉnh".
var placed = phrase.Set("trên địa bàn|trong|ở|tại|ngoài|thuộc|trực thuộc|thuộc và trực thuộc|của|thuộc, trực thuộc|trong phạm vi|đóng trên địa bàn|đứng chân trên địa bàn|hoạt động trên địa bàn|tại các|ở các|thuộc địa bàn")

// levels are what "cấp" is the level of.
var levels = phrase.Set("tỉnh|huyện|xã|trên|dưới|cơ sở|trung ương|mình|phòng|bộ|quốc gia|ủy|thành phố|quận|phường|sở|ngành|trưởng|khu vực|trên trực tiếp|trên trực tiếp cơ sở|có thẩm quyền|tương đương|chiến lược")

// calledWords are the words before a shorter name.
var calledWords = phrase.Set("sau đây gọi là|sau đây gọi tắt là|sau đây gọi chung là|gọi chung là|gọi tắt là|viết tắt là|sau đây viết tắt là|sau đây gọi chung|gọi chung|sau đây là|dưới đây gọi là|dưới đây gọi chung là|dưới đây gọi tắt là|từ đây gọi là|sau gọi là|sau gọi tắt là|sau gọi chung là")

// tail reads the rest of a name whose head ends before tokens[i] and gives the token after it. A
// name ends before a predicate, a mark, or what cannot belong to it.
func (p *reading) tail(i int) int {
	start, named := i, p.known || p.bareOK // named: words of its own were read
	for i < len(p.tokens) && i < start+maxWords {
		t := p.tokens[i]
		if !t.Is(phrase.Word) {
			n := p.tailMark(i)
			if n == 0 {
				break
			}
			i, named = i+n, named || n > 1
			continue
		}
		if t.Is(phrase.Newline) {
			break
		}
		if t.Hash == wordAnd {
			n := p.tailAnd(i)
			if n == 0 {
				break
			}
			i += n
			continue
		}
		p.kinds = false
		n, ok := p.tailWord(i, named)
		if !ok {
			break
		}
		i += n
		named, p.own = true, p.own || !p.kinds
	}
	for i > start && !p.tokens[i-1].Is(phrase.Word) && !p.tokens[i-1].Mark(')') || i > start && p.tokens[i-1].Hash == wordAnd {
		i--
	}
	return i
}

// tailWord tells whether the word at i belongs to the name, and how many tokens it takes.
func (p *reading) tailWord(i int, named bool) (n int, ok bool) {
	t, rest := p.tokens[i], p.tokens[i:]
	capital := t.Is(phrase.Capital)
	if n, _ := charges.Match(rest); n > 0 && named && !capital {
		return 0, false
	}
	if capital {
		if n, _ := fields.Match(rest); n > 0 {
			return n, true
		}
		if n, _ := p.r.names.Match(rest); n > 0 { // Giám đốc Sở Y tế; the organ's own name
			p.known = true
			return n, true
		}
		if n, v := heads.Match(rest); n > 1 && headWords[v-1].class != headGroup {
			return n, true
		}
	}
	if n, _ := placeNouns.Match(rest); n > 0 {
		return n, true
	}
	if t.Hash == wordMany {
		if n, _ := placeNouns.Match(rest[1:]); n > 0 {
			p.places = true
			return 1 + n, true
		}
		if n, _ := groupHeads.Match(rest[1:]); n > 0 {
			p.group, p.kinds, p.told = true, true, true
			p.listed = n == 1 && rest[1].Is(phrase.Capital) // Giám đốc các Sở: Y tế, Tài chính
			return 1 + n, true
		}
	}
	if t.Hash == wordMany {
		return 1, len(rest) > 1 && rest[1].Is(phrase.Word)
	}
	if t.Hash == wordLevel && len(rest) > 1 { // Công an cấp tỉnh, but: Bộ Tài chính cấp kinh phí
		if n, _ := levels.Match(rest[1:]); n > 0 {
			return 1 + n, true
		}
	}
	if n, _ := placed.Match(rest); n > 0 && n < len(rest) && p.place(i+n) {
		p.of = p.of || rest[n-1].Hash == wordOf
		return n, true
	}
	if t.Hash == wordHead && p.group && len(rest) > 2 {
		if _, class := phrase.Predicate(rest[2:]); class != phrase.None && class != phrase.Function {
			return 2, true // các thương nhân đầu mối bảo đảm …
		}
	}
	if n, _ := afterwards.Match(rest); n > 0 && (p.group || !p.onlyGroup(rest[:n])) {
		return n, true
	}
	if p.post || !named {
		if n, _ := groupHeads.Match(rest); (n > 1 || n == 1 && p.post && !capital) && !(p.post && (p.own || p.told)) {
			p.group, p.kinds, p.told = p.group || p.post, p.post, true
			return n, true
		}
	}
	if p.purpose && !p.own {
		if n, _ := fieldVerbs.Match(rest); n > 0 {
			return n, true
		}
	}
	if n := stretch(rest); n > 0 { // từ Thanh Hóa đến Bình Thuận
		return n, true
	}
	if n, class := phrase.Predicate(rest); n > 0 && !capital && !(n > 1 && p.placeNoun(i+1)) && !(i > 0 && phrase.Compound(p.tokens[i-1], t)) {
		if class == phrase.Verb && !p.group {
			if !named && !p.bareOK {
				return n, true // Cục đo đạc và bản đồ
			}
			if _, next := phrase.Predicate(rest[n:]); !p.known && (next == phrase.Lead || next == phrase.Duty) {
				return n, true // Vụ Kế hoạch tổng hợp chủ trì
			}
		}
		return 0, false
	}
	if t.Is(phrase.Number) {
		return 1, !named || i > 0 && p.tokens[i-1].Is(phrase.Capital)
	}
	if !capital && p.known && !p.post && !p.group {
		return 0, false // after a name that is known to be whole
	}
	return 1, true
}

// placeNoun reports whether a word for an area begins at tokens[i], so that "hình thành phố" is
// "… hình" and "thành phố".
func (p *reading) placeNoun(i int) bool {
	n, _ := placeNouns.Match(p.tokens[i:])
	return n > 1
}

// stretch is how many tokens "từ Thanh Hóa đến Bình Thuận" takes.
func stretch(tokens []phrase.Token) int {
	if len(tokens) < 4 || tokens[0].Hash != wordFrom || !tokens[1].Is(phrase.Capital) {
		return 0
	}
	for i := 2; i+1 < len(tokens) && i < 9; i++ {
		if tokens[i].Hash == wordTo && tokens[i+1].Is(phrase.Capital) {
			return i + 2
		}
	}
	return 0
}

// onlyGroup reports words that follow a group's name but not an organ's: "Sở Y tế trên …".
func (p *reading) onlyGroup(words []phrase.Token) bool {
	return len(words) == 1 || words[0].Hash == hashUse
}

var hashUse = hashOf("sử")

// place reports whether a place, or an organ to which something belongs, begins at tokens[i].
func (p *reading) place(i int) bool {
	t, rest := p.tokens[i], p.tokens[i:]
	if t.Is(phrase.Capital) || t.Hash == wordMany {
		return true
	}
	if n, _ := placeNouns.Match(rest); n > 0 {
		return true
	}
	if n, _ := p.r.names.Match(rest); n > 1 {
		return true
	}
	n, _ := placedIn.Match(rest)
	return n > 0
}

var placedIn = phrase.Set("địa phương|trung ương|toàn ngành|ngành|toàn tỉnh|toàn quốc|cả nước|địa bàn|toàn thành phố|nước|ngân sách|lĩnh vực|hệ thống|phạm vi|thẩm quyền|mình|bộ|cơ quan|đơn vị|nước ngoài|chính phủ|ngoài ngành|ngoài nước|khu công nghiệp|khu kinh tế|ủy ban nhân dân")

// tailMark tells whether a mark at i belongs to the name and how many tokens it takes.
func (p *reading) tailMark(i int) int {
	t := p.tokens[i]
	if i+1 >= len(p.tokens) {
		return 0
	}
	next := p.tokens[i+1]
	if next.Is(phrase.Newline) {
		return 0
	}
	switch {
	case t.Mark('-'), t.Mark('&'), t.Mark('/'):
		if next.Is(phrase.Capital) {
			return 1
		}
	case t.Mark('.'): // TP. Hồ Chí Minh, TP.HCM
		if i > 0 && p.tokens[i-1].Hash == wordTP && next.Is(phrase.Capital) {
			return 1
		}
	case t.Mark(':'):
		if (p.listed || p.places) && next.Is(phrase.Capital) {
			if n := p.shared(i + 1); n > 0 {
				return 1 + n
			}
		}
	case t.Mark('('): // Bảo hiểm xã hội (BHXH) Việt Nam
		if i+3 < len(p.tokens) && next.Is(phrase.Caps) && p.tokens[i+2].Mark(')') && p.continues(i+3) {
			return 3
		}
	case t.Mark(','):
		if n := p.shared(i + 1); n > 0 {
			return 1 + n
		}
	}
	return 0
}

// continues reports whether the word at i goes on with a name rather than with a sentence.
func (p *reading) continues(i int) bool {
	if p.tokens[i].Is(phrase.Capital) {
		return true
	}
	n, _ := placeNouns.Match(p.tokens[i:])
	return n > 0
}

// tailAnd tells whether "và" at i is inside the name and how many tokens to take.
func (p *reading) tailAnd(i int) int {
	if i+1 >= len(p.tokens) {
		return 0
	}
	next, rest := p.tokens[i+1], p.tokens[i+1:]
	if !next.Is(phrase.Word) || next.Is(phrase.Newline) {
		return 0
	}
	if n := p.shared(i + 1); n > 0 {
		return 1 + n
	}
	if q, _ := quantifierWords.Match(rest); q > 0 {
		if q == 1 && len(rest) > 1 && rest[1].Is(phrase.Capital) && !p.group && !p.organ(i+2) {
			return 1 // Ban Quản lý Khu kinh tế và các Khu công nghiệp
		}
		return 0
	}
	if p.listed {
		return 0
	}
	if n, _ := afterwards.Match(rest); n > 0 {
		return 1
	}
	if n, _ := p.r.names.Match(rest); n > 0 && next.Is(phrase.Capital) {
		if p.of && p.group {
			return 1 // các đơn vị của BHXH Việt Nam và Đài THVN
		}
		return 0
	}
	if n, v := heads.Match(rest); n > 0 && (headWords[v-1].class != headGroup || !next.Is(phrase.Capital)) {
		return 0
	}
	if n, _ := phrase.Predicate(rest); n > 0 && !next.Is(phrase.Capital) {
		return 0
	}
	if p.group && !p.post {
		return 0
	}
	if p.known && !next.Is(phrase.Capital) {
		return 0
	}
	return 1
}

// shared is how many tokens after a comma or "và" share the name's head or go on with a list
// within it: "các sở, ban, ngành", "các quận, huyện", "các Bộ: Công an, Tài chính".
func (p *reading) shared(i int) int {
	next, rest := p.tokens[i], p.tokens[i:]
	if !next.Is(phrase.Word) || next.Is(phrase.Newline) {
		return 0
	}
	capital := next.Is(phrase.Capital)
	if n, _ := placeNouns.Match(rest); n > 0 && i >= 2 && (!capital || next.Hash == wordTP) {
		return n
	}
	switch {
	case p.listed && capital:
		if h, v := heads.Match(rest); !p.own && h > 0 && headWords[v-1].class == headUnit && h < len(rest) && !rest[h].Is(phrase.Capital) && rest[h].Flags&phrase.Word != 0 || !p.own && h > 0 && h < len(rest) && rest[h].Mark(',') {
			return h // các Bộ, Tổng cục; các Sở, Ban
		}
		n, _ := fields.Match(rest)
		if k, _ := p.r.names.Match(rest); k > n || n == 0 && p.organ(i) {
			return 0
		}
		return max(n, 1)
	case p.places && capital && !p.organ(i):
		if n, _ := phrase.ExactPredicate(rest); n > 0 && p.tokens[i-1].Mark(':') {
			return 0 // BHXH các huyện: Giao chỉ tiêu …
		}
		return 1
	case (p.group || p.listed && !p.own) && !capital:
		if n, _ := groupHeads.Match(rest); n > 0 && (p.many || !p.own) {
			if k, class := phrase.Predicate(rest); k > n || k == n && class != phrase.Verb && class != phrase.Function {
				return 0
			}
			return n
		}
		n, _ := plainNouns.Match(rest)
		return n
	case p.firm && capital && !p.organ(i):
		return 1
	case capital && !p.group && !p.known && p.own && !p.organ(i) && p.tokens[i-1].Mark(','):
		return p.triple(i) // Cục Khoa học, Công nghệ và Thông tin
	}
	return 0
}

// triple is how many tokens the second and third words of a field of three take: "…, Thể thao và
// Du lịch"; 0 when the list is no field.
func (p *reading) triple(i int) int {
	for k := i + 1; k+1 < len(p.tokens) && k < i+4 && p.tokens[k].Is(phrase.Word); k++ {
		if p.tokens[k].Hash == wordAnd {
			if p.tokens[k+1].Is(phrase.Capital) && !p.organ(k+1) {
				return k + 2 - i
			}
			return 0
		}
		if n, _ := phrase.Predicate(p.tokens[k:]); n > 1 && !p.tokens[k].Is(phrase.Capital) {
			return 0
		}
	}
	return 0
}

// organ reports whether the name of an organ or a post begins at tokens[i].
func (p *reading) organ(i int) bool {
	rest := p.tokens[i:]
	if k, _ := p.r.names.Match(rest); k > 0 {
		return true
	}
	n, v := heads.Match(rest)
	return n > 0 && headWords[v-1].class != headGroup
}

// plainNouns go on with a group's list without naming a unit: "cơ quan thông tấn, báo chí".
var plainNouns = phrase.Set("báo chí|thông tấn|quân đội|công an|đoàn thể|xuất bản|phát thanh|truyền hình|ngành|chính trị - xã hội|đặc khu|chữa bệnh|nghề nghiệp|tuyên truyền|kinh doanh|chế biến|dịch vụ|buôn bán|vận chuyển|giết mổ|khai thác")

package citation

import "congvan/extract/phrase"

// maxIssuer bounds an issuer's name, in bytes.
const maxIssuer = 120

// issuerEnds are the words that end an issuer's name: they begin its title or go on with the
// sentence. A name has "và", "của" and "về" inside (Bộ Lao động - Thương binh và Xã hội), so that
// "và" ends it only before a type word.
var issuerEnds = lexicon("về việc", "về", "quy định", "hướng dẫn", "ban hành", "sửa đổi", "bổ sung", "phê duyệt", "ngày", "có", "được", "là", "đã", "để", "trong", "tại",
	"khi", "theo", "thì", "nêu", "cho", "đến", "như", "kèm", "số", "điều chỉnh", "công bố", "giao", "triển khai", "yêu cầu", "đề nghị", "gửi", "do", "hợp nhất", "và Điều", "hoặc", "thành lập", "bổ nhiệm", "phê chuẩn",
	"công nhận", "thông qua", "chấp thuận", "trên", "trước", "thay thế", "bãi bỏ", "thực hiện", "này",
	"về công tác", "tổ chức", "hết hiệu lực", "từ", "nhằm", "đối với", "chưa", "không", "phải", "ký", "V/v", "chi tiết", "áp dụng", "khóa", "tập trung", "tăng cường", "chỉ đạo", "với")

var andWord = lexicon("và")

// issuerEnd is where the issuer's name ends that begins at i, 0 when none begins there.
func (f *finder) issuerEnd(i int) int {
	window := f.scratch.scan(f.text, i, border(f.text, min(len(f.text), i+maxIssuer)))
	for k, tok := range window {
		stop, _ := issuerEnds.Match(window[k:])
		if stop > 0 && tok.Is(phrase.Capital) && !tok.Is(phrase.Caps) {
			stop = 0 // Bộ Giao thông vận tải, Ban Tổ chức Trung ương
		}
		if matches(andWord, window[k:]) && k+1 < len(window) && (!window[k+1].Is(phrase.Capital) || startsDocument(f.text, window[k+1].Start)) {
			stop = 1 // … và tổng hợp; … và Thông tư số …
		}
		mark := !tok.Is(phrase.Word) && !tok.Mark('-') && !tok.Mark('.')
		if mark && tok.Mark(',') && k+1 < len(window) && f.continuesName(window[k+1].Start) {
			continue // Bộ Văn hóa, Thể thao và Du lịch
		}
		lineEnd := k > 0 && tok.Is(phrase.Newline) && startsUpper(f.text, tok.Start) && lineBegins(f.text, tok.Start)
		if stop == 0 && !mark && !tok.Mark('.') && !lineEnd {
			continue
		}
		if k == 0 {
			return 0
		}
		return window[k-1].End
	}
	if len(window) == 0 || window[len(window)-1].End < len(f.text) {
		return 0 // no end in sight
	}
	return window[len(window)-1].End
}

// continuesName reports whether the word at i goes on with a name after a comma.
func (f *finder) continuesName(i int) bool {
	for _, word := range [...]string{"thể thao", "thành phố", "thông tin"} {
		if matchWords(f.text, i, word) > 0 {
			return true
		}
	}
	return false
}

// lineBegins reports whether a new part of the text begins at i, by what stands there.
func lineBegins(text string, i int) bool {
	for _, word := range [...]string{"căn cứ", "điều", "kính gửi", "nơi nhận", "theo", "xét", "chương", "mục", "phụ lục"} {
		if matchWords(text, i, word) > 0 {
			return true
		}
	}
	return false
}

package duty

import "congvan/extract/phrase"

// difficulty are the words of a closing that asks for questions: "nếu có vướng mắc, đề nghị phản ánh".
var difficulty = lexiconOf("vướng mắc|khó khăn vướng mắc|nội dung chưa rõ|vấn đề phát sinh|khó khăn, vướng mắc|phát sinh vướng mắc|nội dung chưa phù hợp")

// asking are words that go with them.
var asking = lexiconOf("phản ánh|liên hệ|báo cáo|kịp thời|đề nghị|gửi|trao đổi|thông báo|thông tin|kiến nghị|có ý kiến")

// conditionals begin such a closing.
var conditionals = lexiconOf("trong quá trình|quá trình|nếu có|nếu|khi có|mọi")

// execution are the words of "nghiêm túc triển khai thực hiện Kế hoạch này", which order nothing
// beyond the document.
var execution = lexiconOf("nghiêm túc|nghiêm chỉnh|khẩn trương|tổ chức|triển khai|thực hiện|chấp hành|quán triệt|tốt|kế hoạch|chỉ thị|công văn|thông báo|hướng dẫn|quyết định|nội dung|các|những|" +
	"này|nêu|trên|nói|đầy đủ|kịp thời|có hiệu quả|hiệu quả|theo|đúng|quy định|biết|và|phối hợp|để|quan tâm|chỉ đạo|nghị quyết|công điện|chương trình|đạt|kết quả|cần|phải|có|trách nhiệm|căn cứ|ý kiến|của|tại|yêu cầu|chủ động|tích cực|được|lưu ý")

// isCourtesy reports whether a sentence that reads as a duty only closes the letter.
func isCourtesy(s []phrase.Token, v verdict, item bool) bool {
	open := openerOf(s)
	if open == openIf || open == openTime || v.order >= 0 || len(s) > 3 {
		trouble, ask, condition := false, false, false
		for i := range s {
			if !s[i].Is(phrase.Word) {
				continue
			}
			if n, _ := difficulty.Match(s[i:]); n > 0 {
				trouble = true
			} else if n, _ := conditionals.Match(s[i:]); n > 0 && !trouble {
				condition = true
			} else if n, _ := asking.Match(s[i:]); n > 0 && condition {
				ask = true
			}
		}
		if trouble && ask && condition {
			return true
		}
	}
	if item || v.rule != "order" && v.rule != "subject" || v.class == phrase.Duty {
		return false
	}
	words := 0
	for i := v.verb; i < len(s); {
		if !s[i].Is(phrase.Word) {
			i++
			continue
		}
		n, _ := execution.Match(s[i:])
		if n == 0 {
			return false
		}
		i, words = i+n, words+n
	}
	return words <= 16
}

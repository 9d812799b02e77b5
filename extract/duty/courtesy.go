package duty

import "congvan/extract/phrase"

// feedback are words of a closing that asks for questions: "nếu có vướng mắc, đề nghị phản ánh".
// Their values tell a condition (1), a difficulty (2) and a request (3).
var feedback = func() *phrase.Lexicon {
	l := phrase.NewLexicon()
	for value, words := range [4][]string{
		1: {"trong quá trình", "quá trình", "nếu có", "nếu", "khi có", "mọi"},
		2: {"vướng mắc", "khó khăn vướng mắc", "nội dung chưa rõ", "vấn đề phát sinh", "khó khăn, vướng mắc", "phát sinh vướng mắc", "nội dung chưa phù hợp"},
		3: {"phản ánh", "liên hệ", "báo cáo", "kịp thời", "đề nghị", "gửi", "trao đổi", "thông báo", "thông tin", "kiến nghị", "có ý kiến"},
	} {
		for _, w := range words {
			l.Add(w, value)
		}
	}
	return l
}()

// execution are the words of "nghiêm túc triển khai thực hiện Kế hoạch này", which order nothing
// beyond the document.
var execution = phrase.Set("nghiêm túc|nghiêm chỉnh|khẩn trương|tổ chức|triển khai|thực hiện|chấp hành|quán triệt|tốt|kế hoạch|chỉ thị|công văn|thông báo|hướng dẫn|quyết định|nội dung|các|những|" +
	"này|nêu|trên|nói|đầy đủ|kịp thời|có hiệu quả|hiệu quả|theo|đúng|quy định|biết|và|phối hợp|để|quan tâm|chỉ đạo|nghị quyết|công điện|chương trình|đạt|kết quả|cần|phải|có|trách nhiệm|căn cứ|ý kiến|của|tại|yêu cầu|chủ động|tích cực|được|lưu ý")

// isCourtesy reports whether a sentence that reads as a duty only closes the letter.
func isCourtesy(s []phrase.Token, v verdict, item bool) bool {
	trouble, condition := false, false
	for i := range s {
		if !feedback.MayBegin(s[i]) || !s[i].Is(phrase.Word) {
			continue
		}
		switch _, v := feedback.Match(s[i:]); {
		case v == 1 && !trouble:
			condition = true
		case v == 2:
			trouble = true
		case v == 3 && trouble && condition:
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

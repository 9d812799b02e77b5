package effect

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/phrase"
)

// A verb is what an act begins with.
type verb struct {
	words string
	kind  corpus.EffectKind
	order bool // an act also when others are asked to do it: "đề nghị dừng thực hiện Công văn số …"
	alone bool // may give time to a task without the word "thời hạn": "gia hạn thực hiện Công văn số …"
}

// verbs of acts, each with a text that it is for.
var verbs = []verb{
	{"gia hạn", corpus.Extends, false, true}, // gia hạn thời hạn báo cáo tại Công văn số …
	{"lùi", corpus.Extends, false, false},    // lùi thời hạn gửi báo cáo
	{"lui", corpus.Extends, false, false},
	{"dời", corpus.Extends, false, false},        // dời thời hạn
	{"kéo dài", corpus.Extends, false, false},    // kéo dài thời gian thực hiện Kế hoạch số …
	{"điều chỉnh", corpus.Extends, false, false}, // điều chỉnh thời hạn … từ ngày … sang ngày …
	{"thay đổi", corpus.Extends, false, false},   // thay đổi thời hạn
	{"đính chính", corpus.Corrects, true, false}, // đính chính Công văn số …
	{"đính chính lại", corpus.Corrects, true, false},
	{"sửa lại", corpus.Corrects, true, false},   // sửa lại nội dung tại mục 2 Công văn số … như sau
	{"thay thế", corpus.Replaces, false, false}, // Công văn này thay thế Công văn số …
	{"thay thế cho", corpus.Replaces, false, false},
	{"sửa đổi", corpus.Replaces, false, false},          // sửa đổi mục 2 Công văn số … như sau
	{"sửa đổi, bổ sung", corpus.Replaces, false, false}, // sửa đổi, bổ sung khoản 1 Điều 3 Quyết định số …
	{"bãi bỏ", corpus.Withdraws, false, false},          // bãi bỏ Quyết định số …
	{"hủy bỏ", corpus.Withdraws, false, false},          // hủy bỏ Công văn số …
	{"hủy", corpus.Withdraws, false, false},
	{"thu hồi", corpus.Withdraws, false, false}, // thu hồi Công văn số …
	{"thu hồi và hủy bỏ", corpus.Withdraws, false, false},
	{"đình chỉ", corpus.Withdraws, true, false}, // đình chỉ việc thi hành Quyết định số …
	{"tạm đình chỉ", corpus.Withdraws, true, false},
	{"dừng thực hiện", corpus.Withdraws, true, false}, // dừng thực hiện mục 3 Kế hoạch số …
	{"dừng việc thực hiện", corpus.Withdraws, true, false},
	{"dừng triển khai", corpus.Withdraws, true, false},
	{"dừng việc triển khai", corpus.Withdraws, true, false},
	{"tạm dừng thực hiện", corpus.Withdraws, true, false},
	{"tạm dừng việc thực hiện", corpus.Withdraws, true, false},
	{"tạm dừng triển khai", corpus.Withdraws, true, false},
	{"ngừng thực hiện", corpus.Withdraws, true, false},
	{"không thực hiện", corpus.Withdraws, true, false}, // đề nghị không thực hiện Công văn số …
	{"không tiếp tục thực hiện", corpus.Withdraws, true, false},
	{"không áp dụng", corpus.Withdraws, true, false},
	{"chấm dứt hiệu lực của", corpus.Withdraws, false, false},
	{"chấm dứt thực hiện", corpus.Withdraws, true, false},
	{"chấm dứt việc thực hiện", corpus.Withdraws, true, false},
}

var verbWords = func() *phrase.Lexicon {
	l := phrase.NewLexicon()
	for k, v := range verbs {
		l.Add(v.words, k+1)
	}
	return l
}()

// ends say of the document before them that it is over: "Công văn số … hết hiệu lực kể từ ngày".
const endPhrases = "hết hiệu lực|không còn hiệu lực|chấm dứt hiệu lực|bị bãi bỏ|được bãi bỏ|bị hủy bỏ|được hủy bỏ|bị thu hồi|được thu hồi|bị đình chỉ"

var ends = phrase.Set(endPhrases)

// replacedBy say of the document before them that this one takes its place: "Công văn số … được thay
// thế bằng Công văn này".
const replacedPhrases = "được thay thế bằng|được thay thế bởi|bị thay thế bởi|bị thay thế bằng|được thay thế theo"

var replacedBy = phrase.Set(replacedPhrases)

var (
	// deadline words name the time of a task.
	deadlineWords = phrase.Set("thời hạn|thời gian|thời điểm|hạn|hạn chót|tiến độ|mốc thời gian|thời hạn cuối|thời hạn cuối cùng|ngày")
	// lightWords may stand between the verb and the time of the task.
	lightWords = phrase.Set("thêm|lại|việc|cho|các|về|tiếp|mốc|phép|một lần")
	// objectEnds end the words of what the time is for.
	objectEnds = phrase.Set("tại|theo|nêu|quy định|đã|được|của|trong|đến|từ|sang|thành|thêm|chậm nhất|trước|đối với|cho|để|do|như sau|là|nói trên|nêu trên|trên|tới|và|như|yêu cầu|lần|vào")
	// taskWords begin a task after "gia hạn" alone.
	taskWords = phrase.Set("thực hiện|hoàn thành|triển khai|gửi|báo cáo|nộp báo cáo|gửi báo cáo|đăng ký|tổ chức|rà soát|tổng hợp|góp ý|tham gia ý kiến|cung cấp")

	// fillers may stand between a verb and the document that it acts on.
	fillers = phrase.Set("toàn bộ|nội dung|các nội dung|nội dung hướng dẫn|nội dung chỉ đạo|những nội dung|của|tại|trong|các|việc|hiệu lực|hiệu lực của|thi hành|thực hiện|nêu|đã nêu|quy định|yêu cầu|nhiệm vụ|hướng dẫn|đối với|việc thực hiện|việc thi hành|việc áp dụng|triển khai|theo|cho|áp dụng|những|văn bản|ban hành kèm theo|ý")
	// vague parts are some of the document and nobody can tell which.
	vague = phrase.Set("một phần|một số nội dung|một số điểm|một số điều|một số|một số nhiệm vụ|một phần nội dung")
	// listWords and a colon announce the documents that a verb acts on.
	listWords = phrase.Set("các văn bản sau|các văn bản sau đây|các văn bản|các công văn sau|các công văn sau đây|các quyết định sau|các quyết định sau đây|các kế hoạch sau|văn bản sau|văn bản sau đây|các văn bản dưới đây")
	joins     = phrase.Set("và|cùng|đồng thời|các|cùng với|của|tại|hoặc")
	// above words point at a document named before.
	aboveWords = phrase.Set("nêu trên|nói trên|trên|dẫn trên|đã nêu")
	documents  = phrase.Set("công văn|văn bản|kế hoạch|quyết định|thông báo|chỉ thị|hướng dẫn|công điện")
)

// spoken words before a verb make it something that is told, asked for, ruled or not done.
var spoken = phrase.Set("đã|từng|chưa|không|không được|xin|nếu|trường hợp|khi|hồ sơ|đơn xin|đơn đề nghị|thủ tục|thẩm quyền|có thể|dự kiến|xem xét|quyền|đề xuất|kiến nghị|trình|việc|hoặc|được|bị|có quyền|sẽ|phải|văn bản|căn cứ|điều kiện|mà|những|lý do|trong thời gian|sau khi|trước khi|quy trình|nguyên tắc|thời gian|thời hạn|tự ý|nhằm|tình hình|kết quả|công tác|nhu cầu|phương án|thông tin|quá trình|để|quy định|mọi|hành vi|lần")

// orders before a verb hand the act to someone else.
var orders = phrase.Set("đề nghị|yêu cầu|giao|chỉ đạo|phối hợp|hướng dẫn|đôn đốc|tham mưu|chủ trì")

// loose are words before a document that give a reason and no target: "theo hướng dẫn tại".
var loose = phrase.Set("theo hướng dẫn|theo đề nghị|theo chỉ đạo|theo ý kiến|theo tinh thần|căn cứ|thực hiện theo|theo quy định|trên cơ sở|theo kết luận|áp dụng")

var (
	until    = phrase.Set("đến hết|đến|tới|sang|thành|trước|chậm nhất|chậm nhất là|là|vào|tới hết|đến trước|sang đến|muộn nhất|chậm nhất đến|đến cuối|đến chậm nhất")
	since    = phrase.Set("từ|từ ngày|thay vì|thay cho")
	into     = phrase.Set("sang|thành|sang đến")
	partWord = phrase.Set("điểm|khoản|điều|mục|chương|phần|tiết|tiểu mục")
)

// connectors stand between the words that were and those that are to be read.
const connectorPhrases = "sửa thành|được sửa thành|nay sửa thành|sửa lại thành|sửa lại là|nay sửa lại là|nay sửa lại thành|nay sửa là|sửa là|đọc là|nay đọc là|xin đọc là|xin được đọc là|được đọc là|đính chính thành|đính chính lại là|đính chính lại thành|được đính chính thành|điều chỉnh thành|được điều chỉnh thành|thay bằng|được thay bằng|đúng là|sửa đổi thành|được sửa đổi thành|được sửa lại thành|được sửa lại là|đính chính là|nay đính chính là|nay đính chính thành|nay đính chính lại là"

var connectors = phrase.Set(connectorPhrases)

// weak connectors count between two quotations alone: sửa "…" thành "…".
const weakPhrases = "thành|bằng|là|thành cụm từ|bằng cụm từ|thành từ|bằng từ|bằng nội dung|thành nội dung"

var weak = phrase.Set(weakPhrases)

// written words come before what a document had wrong: "Đã in là: …".
const writtenPhrases = "đã in|đã in là|đã viết|đã viết là|đã ghi|đã ghi là|viết là|in là|ghi là"

var written = phrase.Set(writtenPhrases)

// openers are all phrases that the walk over a sentence looks for: most words begin none.
var openers = func() *phrase.Lexicon {
	l := phrase.NewLexicon()
	for _, v := range verbs {
		l.Add(v.words, 1)
	}
	for _, list := range []string{endPhrases, replacedPhrases, connectorPhrases, weakPhrases, writtenPhrases} {
		for text := range strings.SplitSeq(list, "|") {
			l.Add(text, 1)
		}
	}
	return l
}()

// acts tells sentences without a verb and without words that a correction begins with: where no
// document is named, nothing else counts. Where one is, told tells those as well that say it is over.
var acts, told = func() (acts, told *phrase.Sieve) {
	var all strings.Builder
	for _, v := range verbs {
		all.WriteString(v.words + "|")
	}
	begin := all.String() + connectorPhrases + "|" + writtenPhrases
	return phrase.NewSieve(begin), phrase.NewSieve(begin + "|" + endPhrases + "|" + replacedPhrases)
}()

// norm reports whether a type of document is a norm of law, which sets no one a task with a time.
func norm(name string) bool {
	switch name {
	case "Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch", "Lệnh", "Sắc lệnh":
		return true
	}
	return false
}

package web

import (
	"net/http"
	"strings"
)

// language is an index into the texts of a word.
type language int

const (
	vietnamese language = iota
	english
)

var languageNames = [2]string{"vi", "en"}

// languageCookie keeps the language that a reader chose.
const languageCookie = "lang"

// languageOf is the language that was chosen with ?lang=, or before, or that the browser prefers;
// otherwise Vietnamese.
func languageOf(w http.ResponseWriter, r *http.Request) language {
	for l, name := range languageNames {
		if r.Form.Get("lang") == name {
			http.SetCookie(w, &http.Cookie{Name: languageCookie, Value: name, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode})
			return language(l)
		}
	}
	if c, err := r.Cookie(languageCookie); err == nil {
		for l, name := range languageNames {
			if c.Value == name {
				return language(l)
			}
		}
	}
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") { // in order of preference
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		for l, name := range languageNames {
			if tag == name || strings.HasPrefix(tag, name+"-") {
				return language(l)
			}
		}
	}
	return vietnamese
}

// words are all the words of the pages, sorted by key.
var words = []struct{ key, vi, en string }{
	{"compare.added", "có thêm", "added"},
	{"compare.and", "và", "and"},
	{"compare.long", "Hai bản quá dài để so sánh trên trang; hãy tải văn bản về.", "These texts are too long to compare on a page; download them instead."},
	{"compare.removed", "không còn", "removed"},
	{"compare.same", "Hai bản có cùng lời văn.", "Both have the same words."},
	{"compare.title", "So sánh hai bản", "Compare two copies"},
	{"copies", "Các bản khác của văn bản này", "Other copies of this document"},
	{"copies.diff", "so sánh", "compare"},
	{"doc.backlinks", "Được dẫn chiếu bởi", "Cited by"},
	{"doc.backlinks.all", "Xem tất cả %s văn bản", "See all %s documents"},
	{"doc.backlinks.none", "Chưa có văn bản nào trong kho dẫn chiếu văn bản này.", "No stored document cites this one."},
	{"doc.card", "Thông tin văn bản", "About the document"},
	{"doc.conflict", "quy tắc mới đọc khác: cần xem lại", "newer rules read it otherwise: look again"},
	{"doc.contacts", "Liên hệ", "Contacts"},
	{"doc.corrections", "Đã sửa bởi người đọc", "Put right by readers"},
	{"doc.download", "Tải về", "Download"},
	{"doc.download.json", "Dữ liệu (JSON)", "Record (JSON)"},
	{"doc.download.original", "Bản gốc", "Original"},
	{"doc.download.text", "Toàn văn", "Text"},
	{"doc.duties", "Nhiệm vụ được giao", "What it orders"},
	{"doc.duties.more", "Chỉ hiện %s nhiệm vụ đầu; tải bảng để xem tất cả.", "Only the first %s are shown; download the table for all."},
	{"doc.duties.none", "Không đọc được nhiệm vụ nào trong văn bản này.", "No duties were read in this document."},
	{"doc.earlier", "Phần trước", "Earlier part"},
	{"doc.further", "Nơi nhận và đối tượng", "Recipients and audiences"},
	{"doc.later", "Phần sau", "Later part"},
	{"doc.map", "Bản đồ dẫn chiếu", "Reference map"},
	{"doc.missing", "Chưa đọc được", "Not found"},
	{"doc.notheld", "chưa có trong kho", "not held"},
	{"doc.outline", "Mục lục", "Outline"},
	{"doc.part", "Phần %d/%d", "Part %d of %d"},
	{"doc.refs", "Dẫn chiếu tới", "Documents it cites"},
	{"doc.refs.more", "Chỉ hiện %s văn bản đầu.", "Only the first %s are shown."},
	{"doc.refs.none", "Không dẫn chiếu văn bản nào.", "It cites no document."},
	{"doc.source", "Nguồn", "Source"},
	{"doc.text", "Nội dung", "Text"},
	{"doc.text.none", "Không có lời văn: %s", "There is no text: %s"},
	{"doc.warnings", "Lưu ý khi đọc tệp", "Warnings from reading the file"},
	{"doc.where", "xem trong văn bản", "show in the text"},
	{"doc.why", "Vì sao?", "Why?"},
	{"doc.why.long", "quy tắc “%s”, độ tin cậy %s", "rule “%s”, confidence %s"},
	{"due.days", "còn %d ngày", "%d days left"},
	{"due.late", "quá hạn %d ngày", "%d days late"},
	{"due.today", "hôm nay", "today"},
	{"duties.all", "Tất cả đơn vị", "All units"},
	{"duties.asof", "Tính đến ngày", "As of"},
	{"duties.board", "Bảng", "Board"},
	{"duties.calendar", "Lịch tháng", "Month"},
	{"duties.daily", "Hằng ngày", "Every day"},
	{"duties.empty", "Không có nhiệm vụ nào khớp.", "No duties match."},
	{"duties.empty.help", "Hãy bỏ tên đơn vị, đổi ngày tính, hoặc nạp thêm văn bản bằng lệnh “congvan ingest”.", "Leave the unit out, change the date, or add documents with “congvan ingest”."},
	{"duties.followup", "Sổ theo dõi giải quyết văn bản đến (XLSX)", "Follow-up register (XLSX)"},
	{"duties.ics", "Đăng ký lịch (iCalendar)", "Subscribe (iCalendar)"},
	{"duties.incoming", "Sổ đăng ký văn bản đến (XLSX)", "Register of incoming documents (XLSX)"},
	{"duties.late", "Quá hạn", "Overdue"},
	{"duties.later", "Sau 30 ngày", "After 30 days"},
	{"duties.month", "30 ngày tới", "Next 30 days"},
	{"duties.more", "và %s nhiệm vụ nữa", "and %s more"},
	{"duties.next", "Tháng sau", "Next month"},
	{"duties.prev", "Tháng trước", "Previous month"},
	{"duties.recurring", "Định kỳ", "Recurring"},
	{"duties.rest", "Còn nữa: thu hẹp theo đơn vị hoặc số ngày, hay tải bảng.", "There are more: narrow by unit or days, or take the table."},
	{"duties.show", "Xem", "Show"},
	{"duties.table", "Bảng nhiệm vụ (XLSX)", "Table of duties (XLSX)"},
	{"duties.title", "Nhiệm vụ và thời hạn", "Duties and deadlines"},
	{"duties.undated", "Không có hạn", "No date"},
	{"duties.unit", "Đơn vị", "Unit"},
	{"duties.week", "7 ngày tới", "Next 7 days"},
	{"duties.within", "Trong số ngày", "Within days"},
	{"fail.400", "Không hiểu yêu cầu", "The request is not understood"},
	{"fail.400.help", "Hãy xem lại phần sau dấu hỏi của địa chỉ, hoặc bắt đầu lại từ trang tìm kiếm.", "Look at what stands after the question mark of the address, or start again from the search page."},
	{"fail.404", "Không có trang này", "There is no such page"},
	{"fail.404.help", "Văn bản có thể đã được thay bằng bản mới. Hãy tìm lại theo số, ký hiệu.", "The document may have been replaced by a newer copy. Search for it by its number."},
	{"fail.500", "Chưa đọc được kho văn bản", "The store could not be read"},
	{"fail.500.help", "Nhật ký của máy chủ cho biết lý do; lệnh “congvan doctor” kiểm tra kho và chỉ mục.", "The server's log says why; “congvan doctor” checks store and index."},
	{"field.addressees", "Kính gửi", "Addressed to"},
	{"field.audiences", "Đối tượng truyền thông", "Audiences"},
	{"field.effective", "Hiệu lực", "In force"},
	{"field.effective.from", "Có hiệu lực từ", "In force from"},
	{"field.effective.to", "Hết hiệu lực", "In force until"},
	{"field.issued", "Ngày ban hành", "Date"},
	{"field.issuer", "Cơ quan ban hành", "Issuer"},
	{"field.number", "Số, ký hiệu", "Number"},
	{"field.obligations", "Nhiệm vụ", "Duties"},
	{"field.parent_agency", "Cơ quan chủ quản", "Parent agency"},
	{"field.place", "Địa danh", "Place"},
	{"field.recipients", "Nơi nhận", "Copies to"},
	{"field.references", "Dẫn chiếu", "References"},
	{"field.secrecy", "Độ mật", "Secrecy"},
	{"field.signatory", "Người ký", "Signed by"},
	{"field.subject", "Trích yếu", "Subject"},
	{"field.type", "Loại văn bản", "Type"},
	{"field.urgency", "Độ khẩn", "Urgency"},
	{"filter.deadline", "Có thời hạn", "Has a deadline"},
	{"filter.from", "Từ ngày", "From"},
	{"filter.issuer", "Cơ quan ban hành", "Issuer"},
	{"filter.kind", "Nguồn", "Kind of source"},
	{"filter.remove", "bỏ điều kiện", "remove filter"},
	{"filter.to", "Đến ngày", "To"},
	{"filter.type", "Loại văn bản", "Type"},
	{"filter.unit", "Đơn vị thực hiện", "Unit with duties"},
	{"filter.year", "Năm", "Year"},
	{"gaps.by", "Số văn bản dẫn chiếu", "Cited by"},
	{"gaps.cited", "Được dẫn chiếu mà chưa có", "Cited and not held"},
	{"gaps.cited.help", "Những văn bản mà văn bản trong kho nhắc tới, nhắc nhiều nhất đứng trước.", "Documents that stored ones name, the most named first."},
	{"gaps.held", "Đang có", "Held"},
	{"gaps.missing", "Số còn thiếu", "Numbers missing"},
	{"gaps.none", "Không thiếu gì.", "Nothing is missing."},
	{"gaps.of", "%s trong %d–%d", "%s of %d–%d"},
	{"gaps.series", "Số còn thiếu trong dãy", "Numbers missing in a sequence"},
	{"gaps.series.help", "Số văn bản bắt đầu lại từ 01 vào ngày 01 tháng 01 hằng năm (Nghị định 30/2020/NĐ-CP, điều 15). Đây là các số nằm giữa những số đang có.", "Numbers start again at 01 every 1 January (Decree 30/2020, article 15). These lie between numbers that are held."},
	{"gaps.title", "Còn thiếu", "Gaps"},
	{"kind.article", "bài viết", "article"},
	{"kind.original", "văn bản gốc", "original"},
	{"life.by", "theo", "by"},
	{"life.corrected", "đính chính", "corrected"},
	{"life.extended", "gia hạn", "extended"},
	{"life.replaced", "đã thay thế", "replaced"},
	{"life.withdrawn", "đã thu hồi", "withdrawn"},
	{"map.back", "Về văn bản", "Back to the document"},
	{"map.cited", "Văn bản dẫn chiếu tới nó", "Documents that cite it"},
	{"map.cites", "Văn bản nó dẫn chiếu", "Documents it cites"},
	{"map.desc", "Bên trái là văn bản được dẫn chiếu, ở giữa là văn bản này, bên phải là văn bản dẫn chiếu tới nó. Danh sách theo thời gian ở dưới có cùng nội dung.", "On the left are documents that it cites, in the middle the document, on the right those that cite it. The list by date below says the same."},
	{"map.more", "và %s văn bản nữa", "and %s more"},
	{"map.this", "văn bản này", "this document"},
	{"map.timeline", "Theo thời gian", "By date"},
	{"map.title", "Bản đồ dẫn chiếu", "Reference map"},
	{"map.undated", "không rõ ngày", "no date"},
	{"modality.may", "có thể", "may"},
	{"modality.must", "phải", "must"},
	{"modality.must_not", "không được", "must not"},
	{"modality.should", "đề nghị", "should"},
	{"nav", "Các trang", "Pages"},
	{"nav.api", "API", "API"},
	{"nav.duties", "Nhiệm vụ", "Duties"},
	{"nav.gaps", "Còn thiếu", "Gaps"},
	{"nav.search", "Tìm kiếm", "Search"},
	{"other.language", "English", "Tiếng Việt"},
	{"rel.amends", "sửa đổi", "amends"},
	{"rel.attached", "kèm theo", "attached"},
	{"rel.basis", "căn cứ", "legal basis"},
	{"rel.cites", "dẫn chiếu", "cites"},
	{"rel.guides", "hướng dẫn", "guides"},
	{"rel.implements", "thi hành", "implements"},
	{"rel.listed", "trong danh mục", "listed"},
	{"rel.passive", "bị tác động bởi", "acted on by"},
	{"rel.repeals", "bãi bỏ", "repeals"},
	{"rel.replaces", "thay thế", "replaces"},
	{"role.coordinate", "phối hợp", "coordinates"},
	{"role.lead", "chủ trì", "leads"},
	{"role.responsible", "thực hiện", "responsible"},
	{"search.copies", "và %d bản khác", "and %d more copies"},
	{"search.didyoumean", "Có phải bạn muốn tìm", "Did you mean"},
	{"search.empty", "Không tìm thấy văn bản nào.", "No document was found."},
	{"search.empty.filters", "Bỏ bớt một điều kiện lọc ở trên.", "Remove one of the filters above."},
	{"search.empty.ingest", "Kho chưa có văn bản: chạy “congvan ingest THƯ-MỤC”.", "The store is empty: run “congvan ingest FOLDER”."},
	{"search.empty.words", "Dùng ít từ hơn, bỏ dấu ngoặc kép, hoặc gõ không dấu.", "Use fewer words, drop the quotation marks, or type without tone marks."},
	{"search.export", "Tải kết quả", "Export the results"},
	{"search.export.duties", "nhiệm vụ (XLSX)", "duties (XLSX)"},
	{"search.facets", "Lọc kết quả", "Narrow the results"},
	{"search.feed", "Theo dõi (Atom)", "Follow (Atom)"},
	{"search.fewer", "Ít văn bản có đủ các từ: dưới đây có cả những văn bản chỉ có một phần.", "Few documents have all the words: some below have only part of them."},
	{"search.filters", "Điều kiện đang lọc", "Filters in use"},
	{"search.first", "Về trang đầu", "First page"},
	{"search.go", "Tìm", "Search"},
	{"search.help", "Gõ có dấu hoặc không dấu. Số văn bản viết thế nào cũng được: 2482/BHXH-TT, 2482 bhxh tt. “Cụm từ” đặt trong ngoặc kép, dấu trừ trước từ cần loại, và các trường loại:, cơ quan:, đơn vị:, hạn:<30d, trích dẫn:", "Type with or without marks. Numbers in any form: 2482/BHXH-TT, 2482 bhxh tt. “Phrases” in quotes, a minus before a word to exclude, and the fields type:, issuer:, unit:, due:<30d, cites:"},
	{"search.label", "Tìm văn bản theo từ, số, cơ quan", "Find documents by words, number, agency"},
	{"search.next", "Trang sau", "Next page"},
	{"search.problems", "Chưa hiểu trong câu tìm", "Not understood in the query"},
	{"search.results", "Kết quả", "Results"},
	{"search.sort", "Sắp xếp", "Sort"},
	{"search.title", "Tìm văn bản", "Find documents"},
	{"search.total", "%s văn bản", "%s documents"},
	{"search.understood", "Hiểu là", "Understood as"},
	{"section", "Mục", "Section"},
	{"skip", "Tới nội dung chính", "Skip to the main content"},
	{"sort.", "phù hợp nhất", "best match"},
	{"sort.due", "hạn gần nhất", "soonest deadline"},
	{"sort.newest", "mới nhất", "newest"},
	{"sort.oldest", "cũ nhất", "oldest"},
	{"state.done", "đã xong", "done"},
	{"state.not_ours", "không thuộc đơn vị", "not ours"},
	{"table.deadline", "Thời hạn", "Deadline"},
	{"table.document", "Văn bản", "Document"},
	{"table.evidence", "Căn cứ", "Evidence"},
	{"table.month", "Lịch tháng %02d/%d", "Calendar of %02d/%d"},
	{"table.task", "Việc phải làm", "Task"},
	{"table.unit", "Đơn vị", "Unit"},
	{"value.no", "không", "no"},
	{"value.yes", "có", "yes"},
	{"weekday.0", "T2", "Mon"},
	{"weekday.1", "T3", "Tue"},
	{"weekday.2", "T4", "Wed"},
	{"weekday.3", "T5", "Thu"},
	{"weekday.4", "T6", "Fri"},
	{"weekday.5", "T7", "Sat"},
	{"weekday.6", "CN", "Sun"},
	{"why.absent", "văn bản không ghi", "the document does not say"},
	{"why.not understood", "có ghi nhưng chưa đọc được", "it is there but was not understood"},
}

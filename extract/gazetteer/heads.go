package gazetteer

import (
	_ "embed"
	"strings"

	"congvan/extract/phrase"
)

// headClass is what kind of word a unit's name begins with.
type headClass int

const (
	headUnit  headClass = iota + 1 // Bộ, Sở, Trung tâm: an organ; its name follows
	headPost                       // Giám đốc, Thủ trưởng: a post in an organ
	headGroup                      // cơ quan, đơn vị, doanh nghiệp: whoever is one
)

//go:embed register/heads.tsv
var headTable string

// headWord is a row of heads.tsv as it is written there.
type headWord struct {
	text  string
	class headClass
}

// heads are the words of heads.tsv; a phrase that is in two classes has its first row's, and
// groupHeads tells whether it may be a group as well ("Ban" and "các sở, ban, ngành").
var heads, groupHeads, headWords = func() (*phrase.Lexicon, *phrase.Lexicon, []headWord) {
	all, groups := phrase.NewLexicon(), phrase.NewLexicon()
	var words []headWord
	classes := map[string]headClass{"unit": headUnit, "post": headPost, "group": headGroup}
	for line := range strings.Lines(headTable) {
		text, class, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if classes[class] == 0 {
			continue
		}
		words = append(words, headWord{text, classes[class]})
		all.Add(text, len(words))
		if classes[class] == headGroup {
			groups.Add(text, len(words))
		}
	}
	return all, groups, words
}()

// placeNouns are the words for administrative areas: "UBND các quận, huyện, thị xã".
var placeNouns = phrase.Set("tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|khu vực|vùng|tỉnh, thành phố trực thuộc Trung ương|thành phố trực thuộc Trung ương|thành phố trực thuộc tỉnh|TX|khu phố|ấp|tổ dân phố")

// fields are what ministries and departments are for, written as NĐ 30/2020 annex II has them.
// They are one name though they hold commas and "và".
var fieldNames = []string{
	"Công an", "Công nghiệp", "Công Thương", "Dân tộc", "Dân tộc và Tôn giáo", "Du lịch", "Giao thông vận tải",
	"Giáo dục và Đào tạo", "Kế hoạch và Đầu tư", "Khoa học và Công nghệ", "Lao động - Thương binh và Xã hội",
	"Lao động, Thương binh và Xã hội", "Ngoại giao", "Ngoại vụ", "Nội vụ", "Nông nghiệp và Môi trường",
	"Nông nghiệp và Phát triển nông thôn", "Quốc phòng", "Quy hoạch - Kiến trúc", "Tài chính", "Tài chính - Kế hoạch",
	"Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Thông tin Truyền thông", "Thương mại", "Tư pháp",
	"Văn hóa", "Văn hóa - Thông tin", "Văn hóa và Thông tin", "Văn hóa và Thể thao", "Văn hóa, Thể thao và Du lịch",
	"Văn hóa, Thể thao", "Văn hóa - Xã hội", "Xây dựng", "Y tế", "Kinh tế", "Kinh tế và Hạ tầng", "Kinh tế, Hạ tầng và Đô thị",
	"Quản lý đô thị", "Thanh tra", "Tổ chức cán bộ", "Tổ chức - Hành chính", "Thi đua - Khen thưởng", "Thanh tra - Kiểm tra",
	"Pháp chế", "Hợp tác quốc tế", "Tuyên giáo", "Tuyên giáo và Dân vận", "Dân vận", "Nội chính", "Tổ chức", "Kiểm tra", "Thư ký", "Đầu tư xây dựng", "Giáo dục - Đào tạo", "Giáo dục Đào tạo", "Văn hóa Thông tin", "Thể dục thể thao", "Lao động", "Lao động Thương binh và Xã hội",
	"Khoa học Công nghệ", "Khoa học, Công nghệ và Thông tin", "Khoa học, Công nghệ", "Thi đua, Khen thưởng", "Khoa học - Công nghệ", "Kế hoạch Đầu tư", "Kế hoạch - Đầu tư", "Tài nguyên Môi trường", "Xuất nhập khẩu", "Bưu chính Viễn thông", "Bưu chính, Viễn thông", "Thường trực", "Công chức, viên chức", "Cải cách hành chính", "Bảo hiểm xã hội", "Truyền hình",
}

var fields, fieldWords = func() (*phrase.Lexicon, []string) {
	l := phrase.NewLexicon()
	for k, name := range fieldNames {
		l.Add(name, k+1)
	}
	return l, fieldNames
}()

// notHeads begin with a head word and are no organ.
var notHeads = phrase.Set("trường hợp|hội nghị|hội thảo|hội thi|hội chợ|bộ luật|bộ phận cấu thành|bộ máy|bộ mặt|bộ tiêu chí|bộ chỉ số|bộ thủ tục|ban đầu|đoàn kết|đoàn viên|hội viên|quỹ đất|quỹ tiền lương|" +
	"thuế suất|thuế thu nhập|thuế giá trị|thuế xuất khẩu|thuế nhập khẩu|thuế tiêu thụ|thuế bảo vệ|báo cáo viên|viện dẫn|viện trợ|phòng bệnh|phòng dịch|phòng cháy|phòng, chống|sở hữu|sở dĩ|cục diện|cục bộ|" +
	"đội ngũ|đội hình|ngành nghề|ngành học|trường lớp|vụ việc|vụ án|vụ mùa|vụ đông|khoa học|tổ hợp|báo giá|báo chí|nhà nước ta|hội họp|đại học hóa|trường học|phòng học|phòng thủ|quỹ bảo hiểm|thống kê số|trưởng thành|thành viên gia đình|thuế nhà thầu|ban ngày|ban đêm")

// fieldVerbs begin the field of an organ that is set up for one purpose: "Ban Chỉ đạo phòng, chống
// lụt bão", "Ban Chỉ đạo chuyển đổi số".
var fieldVerbs = phrase.Set("phòng, chống|phòng chống|phòng ngừa|phòng thủ|phòng cháy|ứng phó|cải cách|chuyển đổi|đổi mới|cổ phần hóa|giải phóng mặt bằng|xây dựng nông thôn|phát triển|điều tra|tổng điều tra|sắp xếp|vận động|toàn dân|bồi thường|thi đua|thi tốt nghiệp|tổng kết|kiểm soát|tìm kiếm|liên ngành|thẩm định|xét tặng|xét duyệt|tuyển dụng|quản lý dự án")

// purposeHeads are the heads of such organs.
var purposeHeads = phrase.Set("Ban Chỉ đạo|BCĐ|Ban Chỉ huy|Ban Tổ chức|Tổ công tác|Hội đồng|Đoàn kiểm tra|Đoàn công tác|Ban Quản lý|Ban Vận động|Đoàn thanh tra|Tổ|Ban")

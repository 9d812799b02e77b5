package citation

import (
	"congvan/corpus"
	"congvan/extract/phrase"
)

// A cue is words before a citation that say what this document is to the cited one.
type cue struct {
	words    string
	relation corpus.Relation
	opening  bool // counts at the beginning of a sentence, whatever stands between it and the citation
}

// cues: of several before a citation the nearest stands.
var cues = []cue{
	{"căn cứ", corpus.RelationBasis, true}, // Căn cứ Luật Ngân sách nhà nước
	{"căn cứ vào", corpus.RelationBasis, true},
	{"xét", corpus.RelationBasis, true},              // Xét Tờ trình số 290/TTr-BCA
	{"theo đề nghị của", corpus.RelationBasis, true}, // Theo đề nghị của … tại Tờ trình số …
	{"thực hiện", corpus.RelationImplements, true},   // Thực hiện Chỉ thị số 11/CT-TTg
	{"tổ chức thực hiện", corpus.RelationImplements, false},
	{"triển khai thực hiện", corpus.RelationImplements, true},
	{"tổ chức triển khai thực hiện", corpus.RelationImplements, false},
	{"triển khai", corpus.RelationImplements, true}, // Triển khai Kế hoạch số 298-KH/BCSĐ
	{"để triển khai", corpus.RelationImplements, true},
	{"để thực hiện", corpus.RelationImplements, true},
	{"nhằm thực hiện", corpus.RelationImplements, true},
	{"nhằm triển khai", corpus.RelationImplements, true},
	{"tiếp tục thực hiện", corpus.RelationImplements, true},
	{"tiếp tục triển khai", corpus.RelationImplements, true},
	{"tiếp theo", corpus.RelationImplements, true}, // Tiếp theo Công văn số …
	{"thi hành", corpus.RelationImplements, false},
	{"cụ thể hóa", corpus.RelationImplements, false},
	{"thay thế", corpus.RelationReplaces, false}, // thay thế Quyết định số …
	{"thay thế cho", corpus.RelationReplaces, false},
	{"sửa đổi, bổ sung", corpus.RelationAmends, false}, // sửa đổi, bổ sung một số điều của Nghị định số …
	{"sửa đổi bổ sung", corpus.RelationAmends, false},
	{"sửa đổi", corpus.RelationAmends, false},
	{"bổ sung", corpus.RelationAmends, false},
	{"đính chính", corpus.RelationAmends, false}, // đính chính Thông tư số …
	{"điều chỉnh", corpus.RelationAmends, false},
	{"bãi bỏ", corpus.RelationRepeals, false}, // Bãi bỏ Thông tư số …
	{"hủy bỏ", corpus.RelationRepeals, false},
	{"thu hồi", corpus.RelationRepeals, false},
	{"hướng dẫn", corpus.RelationGuides, false},           // hướng dẫn Luật Bảo hiểm y tế
	{"hướng dẫn thực hiện", corpus.RelationGuides, false}, // hướng dẫn thực hiện Nghị định số …
	{"hướng dẫn thi hành", corpus.RelationGuides, false},
	{"quy định chi tiết", corpus.RelationGuides, false}, // quy định chi tiết một số điều của Luật Việc làm
	{"quy định chi tiết thi hành", corpus.RelationGuides, false},
	{"quy định chi tiết và hướng dẫn thi hành", corpus.RelationGuides, false},
	{"quy định chi tiết việc thi hành", corpus.RelationGuides, false},
	{"ban hành kèm theo", corpus.RelationAttached, false}, // Quy chế ban hành kèm theo Quyết định số …
	{"kèm theo", corpus.RelationAttached, false},
	{"theo", corpus.RelationCites, false}, // thực hiện theo Nghị định số …
	{"căn cứ quy định tại", corpus.RelationBasis, true},
	{"theo hướng dẫn", corpus.RelationCites, false}, // theo hướng dẫn tại Mục III Kế hoạch số …
	{"hướng dẫn tại", corpus.RelationCites, false},
	{"thực hiện theo", corpus.RelationCites, false},
}

// fillers may stand between a cue and the citation.
var fillers = lexicon("một số điều", "một số", "điều", "khoản", "điểm", "nội dung", "quy định", "của", "các", "tại", "toàn bộ", "đối với", "và", "việc", "có hiệu quả", "nghiêm túc", "nghiêm",
	"tốt", "kịp thời", "hiệu quả", "đúng", "đầy đủ", "chỉ đạo", "tinh thần", "ý kiến", "số", "mục", "chương", "phần", "phụ lục", "những", "thi hành", "thực hiện", "biện pháp", "cho", "lần thứ",
	"nêu", "văn bản", "đồng bộ", "a", "b", "c", "d", "đ", "e", "g", "h")

var (
	cueWords = func() *phrase.Lexicon {
		l := phrase.NewLexicon()
		for k, c := range cues {
			l.Add(c.words, k+1)
		}
		return l
	}()
	passiveWords = lexicon("được", "bị", "đã được", "đã bị")
	agentWords   = lexicon("bởi", "theo", "tại", "bằng")
	nounWords    = lexicon("kết quả", "việc", "tình hình", "công tác", "quá trình", "trong", "về", "sau", "năm", "khi", "quy định", "hướng dẫn", "quy chế", "kế hoạch", "báo cáo", "văn bản")
	subjectWords = lexicon("V/v", "về việc")
)

// reversible reports whether the cue can run the other way: được sửa đổi, bổ sung bởi.
func (q cue) reversible() bool {
	return q.relation == corpus.RelationAmends || q.relation == corpus.RelationReplaces || q.relation == corpus.RelationRepeals
}

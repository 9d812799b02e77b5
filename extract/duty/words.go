package duty

import (
	"congvan/corpus"
	"congvan/extract/phrase"
)

// hashOf is the hash of one word.
func hashOf(word string) uint64 {
	return phrase.Scan(nil, word, 0, len(word))[0].Hash
}

// Words that steer the reading of a sentence.
var (
	hashAnd       = hashOf("và")
	hashThen      = hashOf("thì")
	hashWhen      = hashOf("khi")
	hashMust      = hashOf("phải")
	hashWill      = hashOf("sẽ")
	hashGive      = hashOf("giao")
	hashAsk       = hashOf("yêu") // yêu cầu
	hashDirect    = hashOf("chỉ") // chỉ đạo: an order verb whose subject acts
	hashAccording = hashOf("theo")
	hashPropose   = [3]uint64{hashOf("đề"), hashOf("kính"), hashOf("trân")} // đề nghị, kính đề nghị, trân trọng đề nghị
	hashMany      = hashOf("các")
	hashTwo       = hashOf("hai")
	hashEach      = hashOf("mỗi")
	hashJoin      = hashOf("phối")
	hashTogether  = hashOf("cùng")
	hashMain      = hashOf("chủ")
	hashHead      = hashOf("đầu")
	hashBe        = hashOf("là")
	hashDo        = hashOf("làm")
	hashIf        = hashOf("nếu")
	hashCase      = hashOf("trường")
	hashEvent     = hashOf("hợp")
	hashAfter     = hashOf("sau")
	hashDay       = hashOf("ngày")
	hashDone      = hashOf("đã")
	hashJust      = hashOf("vừa")
	hashThis      = hashOf("này")
	hashNot       = hashOf("không")
	hashHas       = hashOf("có")
	hashOffice    = hashOf("quan")
	hashUnit      = hashOf("vị")
	hashBefore    = hashOf("trước")
	hashAbout     = hashOf("về")
	hashGet       = hashOf("được")
	hashWhere     = hashOf("nơi")
	hashWay       = hashOf("đạo")
	hashJustly    = hashOf("nhất") // nhất là: above all
	hashNeed      = hashOf("cần")
	hashOught     = hashOf("nên")
	hashReceive   = hashOf("nhận")
	hashAbove     = hashOf("trên")
	hashThat      = hashOf("đó")
	hashRest      = hashOf("lại") // còn lại
	hashFit       = hashOf("hợp") // phối hợp
	hashApart     = hashOf("riêng")
	hashWithin    = hashOf("trong")
	hashSome      = hashOf("những")
	hashForbid    = hashOf("cấm")
	hashOrganise  = hashOf("tổ")   // tổ chức
	hashSplit     = hashOf("phân") // phân công
)

// modalityOf is how strictly a predicate binds that begins with a word.
func modalityOf(class phrase.Class, word uint64) corpus.Modality {
	switch class {
	case phrase.Duty:
		if word == hashNeed || word == hashOught {
			return corpus.Should
		}
	case phrase.Ban:
		return corpus.MustNot
	case phrase.May:
		return corpus.May
	}
	return corpus.Must
}

package duty

import (
	"congvan/extract/phrase"
)

// sections are words of headings and what they make of the sentences under them.
var sections = func() *phrase.Lexicon {
	l := phrase.NewLexicon()
	for _, row := range []struct {
		mood  mood
		words []string
	}{
		{duties, []string{
			"tổ chức thực hiện", "trách nhiệm", "phân công", "nhiệm vụ", "giải pháp", "biện pháp thực hiện", "các biện pháp", "biện pháp tổ chức", "biện pháp chủ yếu", "tổ chức chỉ đạo", "điều khoản thi hành", "tổ chức triển khai",
			"thi hành", "thực hiện", "triển khai", "công tác chỉ đạo", "chỉ đạo", "quyền và nghĩa vụ", "quyền, nghĩa vụ", "quyền và trách nhiệm", "quyền hạn và nhiệm vụ", "quyền hạn, nhiệm vụ", "quyền hạn và trách nhiệm", "quyền, trách nhiệm", "hình thức tuyên truyền", "tiến độ", "yêu cầu thực hiện", "nghĩa vụ",
		}},
		{silent, []string{
			"mục đích", "mục đích, yêu cầu", "mục đích yêu cầu", "mục đích và yêu cầu", "mục tiêu", "quan điểm", "ý nghĩa", "sự cần thiết", "căn cứ", "cơ sở pháp lý",
			"tình hình", "đánh giá", "kết quả", "tồn tại", "hạn chế", "ưu điểm", "khuyết điểm", "nguyên nhân", "bài học", "nội dung truyền thông", "nội dung tuyên truyền",
			"chỉ tiêu", "các chỉ tiêu", "một số chỉ tiêu", "thông điệp", "chủ đề", "khẩu hiệu", "thành phần", "yêu cầu", "bố cục", "khái quát", "sự kiện", "quá trình", "kết quả đạt được", "những kết quả", "thực trạng",
		}},
		{deaf, []string{"quyền", "quyền hạn", "thẩm quyền", "phạm vi điều chỉnh", "phạm vi", "đối tượng", "đối tượng áp dụng", "đối tượng và phạm vi", "giải thích từ ngữ", "giải thích thuật ngữ", "khái niệm", "phạm vi, đối tượng"}},
	} {
		for _, words := range row.words {
			l.Add(words, int(row.mood)+1)
		}
	}
	return l
}()

// moodOf is what a heading without a unit makes of what stands under it; ok is false when it says
// nothing of that.
func moodOf(title []phrase.Token) (m mood, ok bool) {
	for i := 0; i < len(title); {
		n, v := sections.Match(title[i:])
		if n == 0 {
			i++
			continue
		}
		if found := mood(v - 1); found == duties || i == 0 || i == 1 && !title[0].Is(phrase.Word) {
			return found, true
		}
		i += n
	}
	return plain, false
}

// heraldWords stand in a heading before the unit that it is about.
var heraldWords = phrase.Set("trách nhiệm của|nhiệm vụ của|quyền, nghĩa vụ của|quyền và nghĩa vụ của|quyền và trách nhiệm của|trách nhiệm và quyền hạn của|nhiệm vụ, quyền hạn của|" +
	"nhiệm vụ và quyền hạn của|quyền hạn và trách nhiệm của|quyền hạn, trách nhiệm của|trách nhiệm, quyền hạn của|trách nhiệm quản lý nhà nước của|trách nhiệm thi hành của|trách nhiệm thực hiện của|" +
	"phân công nhiệm vụ cho|phân công cho|nghĩa vụ của|chức năng, nhiệm vụ của|nhiệm vụ cụ thể của|trách nhiệm cụ thể của|phân công trách nhiệm|trách nhiệm|nhiệm vụ")

// topicWords stand before a unit that what follows is about, and which need not act.
var topicWords = phrase.Set("đối với|tại|về phía|phía|ở")

// titleUnits reads the units that a heading is about: "1. Trung tâm Truyền thông", "Trách nhiệm
// của Bộ trưởng Bộ Công an trong …". complete is false when the heading goes on as a sentence.
func (f *finder) titleUnits(title []phrase.Token) (parties []party, complete bool) {
	at := 0
	herald := false
	if n, _ := heraldWords.Match(title); n > 0 {
		at, herald = n, true
	}
	topic := false
	if n, _ := topicWords.Match(title); n > 0 {
		at, topic = n, true
	}
	f.mentions, at = f.in.Units.Units(f.mentions[:0], f.text, title, at, herald || topic)
	if len(f.mentions) == 0 || topic && f.mentions[0].Group && title[f.mentions[0].First].Hash != hashMany {
		return nil, false
	}
	for at < len(title) && (title[at].Mark(':') || title[at].Mark('.') || title[at].Mark(';') || title[at].Mark('-')) {
		at++
	}
	if at == len(title) || herald || topic {
		return f.parties(), true
	}
	if n, class := phrase.Predicate(title[at:]); class == phrase.Duty {
		for at += n; at < len(title) && !title[at].Is(phrase.Word); at++ {
		}
		return f.parties(), at == len(title) // có trách nhiệm:
	}
	if title[at].Mark('(') {
		return f.parties(), true
	}
	if end := describedEnd(title, at); end > 0 && f.manyUnits(title) {
		f.mentions[len(f.mentions)-1].End = title[end-1].End // UBND các xã, phường có rừng
		return f.parties(), true
	}
	if end := len(title) - 1; title[end].Mark(':') && wholeName(title[at:end]) {
		f.mentions[len(f.mentions)-1].End = title[end-1].End
		return f.parties(), true
	}
	return f.parties(), false
}

// manyUnits reports whether the last unit read is a group, or the units of many places.
func (f *finder) manyUnits(title []phrase.Token) bool {
	m := f.mentions[len(f.mentions)-1]
	for _, t := range title[m.First:m.Last] {
		if t.Hash == hashMany {
			return true
		}
	}
	return m.Group
}

// describedEnd is the end of a title that goes on with a few words that describe its units, "có rừng",
// "nơi có dự án đi qua"; 0 when it goes on otherwise.
func describedEnd(title []phrase.Token, at int) int {
	end := len(title)
	for end > at && !title[end-1].Is(phrase.Word) {
		end--
	}
	if title[at].Hash != hashHas && title[at].Hash != hashWhere || end-at > 8 || end-at < 2 {
		return 0
	}
	for i := at; i < end; i++ {
		n, class := phrase.Predicate(title[i:])
		if !title[i].Is(phrase.Word) || title[i].Hash == hashMany || title[i].Hash == hashSome || title[i].Hash == hashAfter || class == phrase.May || i > at && (class == phrase.Duty || class == phrase.Verb && n > 1 && i+n < end) || i == at && class == phrase.Duty {
			return 0
		}
	}
	return end
}

// wholeName reports whether the rest of a title before its colon goes on with a name though it
// begins like a predicate: "Cục Y tế dự phòng và Môi trường:".
func wholeName(rest []phrase.Token) bool {
	capital := false
	for i, t := range rest {
		if t.Flags&phrase.Word == 0 && !t.Mark('-') {
			return false
		}
		if _, class := phrase.Predicate(rest[i:]); class != phrase.None && class != phrase.Verb && !t.Is(phrase.Capital) {
			return false
		}
		capital = capital || t.Is(phrase.Capital)
	}
	return capital && len(rest) <= 8
}

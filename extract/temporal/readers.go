package temporal

// readers are the ways to read what starts with a word of the vocabulary; a word without one
// starts nothing. Each gives the token after what it read, or its argument where there is nothing.
var readers = [wordCount]func(s *scanner, i int) int{
	number:   readFree,    // 15/10/2024; 6 tháng đầu năm; 05 ngày làm việc kể từ; 1 lần/tháng
	wDay:     readFree,    // ngày 15 tháng 10
	wNew:     readFree,    // mùng 5 tháng 9
	wMonth:   readFree,    // tháng 9/2024
	wQuarter: readFree,    // quý III
	wYear:    readFree,    // năm 2024
	wWeek:    readFree,    // tuần 2 tháng 6
	wStart:   readFree,    // đầu năm 2024
	wMiddle:  readFree,    // giữa tháng 6
	wFinal:   readFree,    // cuối quý III
	wHalf:    readFree,    // nửa đầu năm
	wThe:     readFree,    // các tháng cuối năm
	wEra:     readFree,    // giai đoạn 2021-2025
	wTerm:    readFree,    // nhiệm kỳ 2020-2025
	wMorning: readFree,    // sáng ngày 15/6
	wOrdinal: readFree,    // thứ Sáu hằng tuần
	wSun:     readFree,    // Chủ nhật, ngày 16/6
	wBefore:  readBounded, // trước ngày 15/10
	wAfter:   readBounded, // sau ngày 15/10, sau khi
	wSlow:    readBounded, // chậm nhất
	wTo:      readBounded, // đến hết ngày
	wEndOf:   readBounded, // hết quý III
	wTime:    readBounded, // thời hạn: 15/10
	wLimit:   readBounded, // hạn cuối: 15/10
	wNot:     readBounded, // không quá 10 ngày
	wMost:    readTerms,   // tối đa 10 ngày; tối 15/6
	wLeast:   readBounded, // ít nhất 15 ngày trước khi
	wWithin:  readBounded, // trong vòng 10 ngày
	wSince:   readBounded, // từ ngày
	wCount:   readBounded, // kể từ ngày
	wAt:      readBounded, // vào ngày
	wEvery:   readEvery,   // hằng năm
	wEach:    readEvery,   // từng năm
	wRegular: readRegular, // định kỳ 6 tháng
	wWhen:    readEvent,   // khi có yêu cầu
	wAtOnce:  readAtOnce,  // ngay sau khi
	wSudden:  readEvent,   // đột xuất
	other:    readOther,   // buổi sáng, lúc 8 giờ, sáu tháng đầu năm
}

// readTerms reads "tối đa 10 ngày" and "tối 15/6/2024".
func readTerms(s *scanner, i int) int {
	if next := readBounded(s, i); next > i {
		return next
	}
	return s.timed(i, i, bound{})
}

// readAtOnce reads "ngay sau khi …", and the day that a scan wrote "ngay".
func readAtOnce(s *scanner, i int) int {
	if next := s.event(i); next > i {
		return next
	}
	if s.at(i+1) == number {
		return s.timed(i, i, bound{})
	}
	return i
}

// readOther reads the few times that start with a word outside the vocabulary.
func readOther(s *scanner, i int) int {
	switch s.at(i + 1) {
	case wMorning, number:
		if s.is(i, "buổi") || s.is(i, "lúc") || s.is(i, "hồi") {
			return s.timed(i, i, bound{})
		}
	case wMonth:
		if s.digitWord(i) > 0 {
			if next := s.frequency(i); next > i {
				return next
			}
		}
		if w := s.at(i + 2); (w == wStart || w == wFinal) && s.digitWord(i) > 0 {
			return s.timed(i, i, bound{})
		}
	case wDay, wWeek, wYear, wOnce:
		if s.digitWord(i) > 0 {
			if next := s.duration(i, i, bound{}); next > i {
				return next
			}
			return s.frequency(i)
		}
	}
	return i
}

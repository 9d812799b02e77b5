package query

import (
	"fmt"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/index/analysis"
	"congvan/index/engine"
)

// show writes a condition in one line.
func show(e engine.Expr) string {
	join := func(word string, parts []engine.Expr) string {
		var shown []string
		for _, p := range parts {
			shown = append(shown, show(p))
		}
		return word + "(" + strings.Join(shown, ", ") + ")"
	}
	switch e := e.(type) {
	case nil:
		return "everything"
	case engine.Words:
		text := texts(e.Tokens)
		for _, i := range e.Instead {
			text += " ~" + texts(i.Tokens)
		}
		if e.Folded {
			text += " any marks"
		}
		if e.Zone == engine.InContext {
			text += " in the subject"
		}
		return fmt.Sprintf("words(%s)", text)
	case engine.Phrase:
		return fmt.Sprintf("phrase(%s)", texts(e.Tokens))
	case engine.Prefix:
		return fmt.Sprintf("prefix(%s)", e.Token.Text())
	case engine.Keyed:
		switch {
		case e.Match != nil:
			return e.Name + "(…)"
		case len(e.Values) > 0:
			return e.Name + "(" + strings.Join(e.Values, " ") + ")"
		}
		return fmt.Sprintf("%s[%s…%s)", e.Name, e.From, e.To)
	case engine.All:
		return join("all", e)
	case engine.Any:
		return join("any", e)
	case engine.Named:
		return e.Name + "(" + e.Text + " …)"
	case engine.Not:
		return "not(" + show(e.Expr) + ")"
	}
	return "?"
}

func texts(tokens []analysis.Token) string {
	var words []string
	for _, t := range tokens {
		words = append(words, t.Text())
	}
	return strings.Join(words, " ")
}

func TestParse(t *testing.T) {
	o := Options{Today: corpus.Date{Year: 2024, Month: 10, Day: 1}}
	for typed, want := range map[string]string{
		"":                               "everything",
		"truyền thông":                   "words(truyền thông)",
		"truyen thong":                   "words(truyen thong any marks)",
		"BHXH tự nguyện":                 "words(bhxh tự nguyện ~bảo hiểm xã hội)",
		"bảo hiểm y tế":                  "words(bảo hiểm y tế ~bhyt)",
		`"xã hội"`:                       "phrase(xã hội)",
		`“xã hội” y tế`:                  "all(phrase(xã hội), words(y tế))",
		"thuế -đất":                      "all(not(words(đất)), words(thuế))",
		"thuế OR đất":                    "any(words(thuế), words(đất))",
		"truy*":                          "prefix(truy)",
		"truyền th*":                     "all(prefix(th), words(truyền))",
		"cơ quan: BHXH Việt Nam":         "issuer(BHXH Việt Nam …)",
		"issuer:BHXH loại:công văn y tế": "all(issuer(…), type(…), words(y tế))",
		"hạn:<30d":                       "due[2024-10-01…2024-11-01)",
		"từ:2023-01 đến:2024":            "all(issued[2023-01-01…), issued[0…2025-01-01))",
		"ngày:12/9/2022":                 "issued[2022-09-12…2022-09-13)",
		"năm:>2020":                      "issued[2021-01-01…)",
		"trích yếu:truyền thông":         "words(truyền thông in the subject)",
		"kính gửi: các đơn vị":           "words(kính gửi các đơn vị)",
		"lúc 8:30":                       "words(lúc 8 30)",
		"https://moj.gov.vn":             "words(https moj gov vn any marks)",
		`cơ quan:"BHXH Việt Nam" thuế`:   "all(issuer(…), words(thuế))",
		"nguồn:bài":                      "kind(article)",
	} {
		if got := show(Parse(typed, o).Where); got != want {
			t.Errorf("Parse(%q)\n got %s\nwant %s", typed, got, want)
		}
	}
}

func TestReadNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"2482/BHXH-TT": "2482|BHXH|TT", "02482/bhxh – tt": "2482|BHXH|TT", "2482 BHXH TT": "2482|BHXH|TT", "05/2019/NQ-HĐTP": "5|NQ|HDTP",
		"28-NQ/TW": "28|NQ|TW", "30a/2008/NQ-CP": "30A|NQ|CP", "294/QÐ-LÐTBXH": "294|QD|LDTBXH", "123/BGD&ĐT-TCCB": "123|BGDDT|TCCB",
	} {
		n, ok := readNumber(typed)
		if !ok || n.loose() != want {
			t.Errorf("readNumber(%q) = %s, %t, want %s", typed, n.loose(), ok, want)
		}
		if parsed, err := corpus.ParseDocumentNumber(typed); err == nil && LooseKey(parsed) != want {
			t.Errorf("LooseKey(%q) = %s, want %s", typed, LooseKey(parsed), want)
		}
	}
	for _, typed := range []string{"12/9/2022", "2482", "1/3", "10-15", "8:30", "100%", "1234567/A"} {
		if n, ok := readNumber(typed); ok {
			t.Errorf("readNumber(%q) = %s, want none", typed, n.loose())
		}
	}
}

func TestProblems(t *testing.T) {
	for typed, column := range map[string]int{
		`bảo "hiểm`: 5, "y tế từ:hôm": 6, "thuế OR": 6, "số:": 1, "hạn:<30d": 1, "bảo *": 5,
	} {
		q := Parse(typed, Options{})
		if len(q.Problems) == 0 || q.Problems[0].Column != column {
			t.Errorf("Parse(%q): problems %+v, want one at column %d", typed, q.Problems, column)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`a "b c" -d OR e* số:2482/BHXH-TT hạn:<30d`, "\xff", `"`, "-", "2482 / BHXH - TT", "cơ quan: x", "(((", "1/A 2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		q := Parse(typed, Options{Today: corpus.Date{Year: 2024, Month: 10, Day: 1}})
		show(q.Where)
		for _, p := range q.Problems {
			if p.Column < 1 || p.Column > len([]rune(q.Text))+1 {
				t.Fatalf("column %d of %q", p.Column, q.Text)
			}
		}
		for _, tokens := range words1(q.Where) {
			for _, token := range tokens {
				if token.Start < 0 || token.End > len(q.Text) || token.Start >= token.End {
					t.Fatalf("token %+v outside %q", token, q.Text)
				}
			}
		}
	})
}

// words1 are the tokens of the plain words.
func words1(e engine.Expr) [][]analysis.Token {
	switch e := e.(type) {
	case engine.Words:
		return [][]analysis.Token{e.Tokens}
	case engine.All:
		var all [][]analysis.Token
		for _, part := range e {
			all = append(all, words1(part)...)
		}
		return all
	}
	return nil
}

package query

import (
	"strings"
	"time"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/index/analysis"
	"congvan/index/engine"
)

// fieldNames are the names that may stand before a colon, without marks. English and Vietnamese
// name the same fields.
var fieldNames = []struct{ typed, name string }{
	{"so", Number}, {"so hieu", Number}, {"so ky hieu", Number}, {"number", Number},
	{"co quan", Issuer}, {"co quan ban hanh", Issuer}, {"noi ban hanh", Issuer}, {"issuer", Issuer},
	{"loai", Type}, {"loai van ban", Type}, {"type", Type},
	{"don vi", Unit}, {"unit", Unit},
	{"nguoi ky", Signer}, {"ky", Signer}, {"signer", Signer}, {"signatory", Signer},
	{"han", Due}, {"thoi han", Due}, {"due", Due}, {"deadline", Due},
	{"tu", "from"}, {"tu ngay", "from"}, {"from", "from"},
	{"den", "to"}, {"den ngay", "to"}, {"to", "to"},
	{"ngay", Issued}, {"ngay ban hanh", Issued}, {"date", Issued}, {"issued", Issued},
	{"nam", Year}, {"year", Year},
	{"nguon", Kind}, {"source", Kind}, {"kind", Kind},
	{"trich yeu", "subject"}, {"tieu de", "subject"}, {"subject", "subject"}, {"title", "subject"},
	{"noi dung", "text"}, {"text", "text"},
	{"trich dan", Cites}, {"dan chieu", Cites}, {"can cu", Cites}, {"cites", Cites},
	{"ten", Name}, {"ten tep", Name}, {"name", Name}, {"file", Name},
	{"tinh chat", Modality}, {"modality", Modality},
	{"muc", Section}, {"section", Section},
}

// longestName is the number of words of the longest field name.
const longestName = 4

func fieldOf(typed string) (string, bool) {
	bare := strings.Join(strings.Fields(bareText(typed)), " ")
	for _, f := range fieldNames {
		if f.typed == bare {
			return f.name, true
		}
	}
	return "", false
}

// bareText is a text in lower case without marks, whatever its normal form.
func bareText(s string) string {
	var b strings.Builder
	for i, t := range analysis.Tokens(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Bare)
	}
	return b.String()
}

// Field is the condition of a field, as the box and the flags of the command line have it. The
// code says what is wrong with the value, "" nothing; then the condition is nil.
func Field(name, value string, o Options) (e engine.Expr, code Code) {
	value = strings.TrimSpace(value)
	if value == "" {
		return nil, NoValue
	}
	switch name {
	case "subject":
		return words(value, engine.InContext), ""
	case "text":
		return words(value, engine.InText), ""
	case Number:
		return numberField(value)
	case Cites:
		return citesField(value)
	case Type:
		return engine.Keyed{Name: Type, Match: typeMatch(value)}, ""
	case Kind:
		return kindField(value)
	case Year, Issued, Due, "from", "to":
		return dateField(name, value, o)
	}
	return Holding(name, value), ""
}

// Holding is the condition that a key's value has these words in a row, or their abbreviation.
func Holding(name, value string) engine.Keyed {
	return engine.Keyed{Name: name, Match: holdsWords(value)}
}

// words are all the words of a text, in a zone.
func words(text string, z engine.Zone) engine.Expr {
	tokens := analysis.Tokens(text)
	return engine.Words{Tokens: tokens, Folded: !analysis.Marked(tokens), Quorum: 1, Zone: z}
}

// typeMatch accepts the type with this name or code (CV, công văn, cong van).
func typeMatch(value string) func(string) bool {
	if t, ok := corpus.TypeOfCode(strings.ToUpper(value)); ok {
		return func(have string) bool { return strings.EqualFold(have, t.Name) }
	}
	same := sameWords(value)
	return func(have string) bool { return same(have) }
}

func kindField(value string) (engine.Expr, Code) {
	switch bareText(value) {
	case "goc", "van ban", "van ban goc", "original":
		return engine.Keyed{Name: Kind, Values: []string{string(corpus.KindOriginal)}}, ""
	case "bai", "bai bao", "bai viet", "tin", "article":
		return engine.Keyed{Name: Kind, Values: []string{string(corpus.KindArticle)}}, ""
	}
	return nil, WantsKind
}

// sameWords accepts a value with the same words; marks count where they were typed.
func sameWords(value string) func(string) bool {
	asked := analysis.Tokens(value)
	return func(have string) bool {
		found := analysis.Tokens(have)
		if len(found) != len(asked) {
			return false
		}
		for i := range asked {
			if !accepts(asked[i], found[i]) {
				return false
			}
		}
		return true
	}
}

func accepts(asked, found analysis.Token) bool {
	return asked.Bare == found.Bare && (asked.Marks == "" || asked.Marks == found.Marks)
}

// holdsWords accepts a value that has the words in a row, or their abbreviation.
func holdsWords(value string) func(string) bool {
	typed := analysis.Tokens(value)
	readings := append([][]analysis.Token{typed}, rewritten(typed)...)
	return func(have string) bool {
		found := analysis.Tokens(have)
		for _, asked := range readings {
			if holdsRow(found, asked) {
				return true
			}
		}
		return false
	}
}

func holdsRow(found, asked []analysis.Token) bool {
	for at := 0; at+len(asked) <= len(found); at++ {
		n := 0
		for n < len(asked) && accepts(asked[n], found[at+n]) {
			n++
		}
		if n == len(asked) {
			return true
		}
	}
	return false
}

// dateField is a condition on a date: a date of any precision (2023, 2023-01, 01/2023,
// 12/9/2022), one after <, <=, > or >=, or a number of days from today (<30d).
func dateField(name, value string, o Options) (engine.Expr, Code) {
	operator, rest := cutOperator(value)
	var date corpus.Date
	if days, ok := daysFrom(rest); ok {
		if o.Today.IsZero() {
			return nil, WantsToday
		}
		date = o.Today.AddDays(days)
		if name == Due && (operator == "<" || operator == "<=") {
			// Due within 30 days: what is past is not meant.
			return engine.Keyed{Name: Due, From: o.Today.String(), To: date.AddDays(1).String()}, ""
		}
	} else if date, ok = readDate(rest); !ok {
		return nil, WantsDate
	}
	first, after := date.First().String(), date.Last().AddDays(1).String()
	key := name
	switch name {
	case "from":
		key, operator = Issued, ">="
	case "to":
		key, operator = Issued, "<="
	case Year:
		key = Issued
		if operator == "" {
			return engine.Keyed{Name: Year, Values: []string{date.String()[:4]}}, ""
		}
	}
	switch operator {
	case "<":
		return engine.Keyed{Name: key, From: "0", To: first}, ""
	case "<=":
		return engine.Keyed{Name: key, From: "0", To: after}, ""
	case ">":
		return engine.Keyed{Name: key, From: after}, ""
	case ">=":
		return engine.Keyed{Name: key, From: first}, ""
	}
	return engine.Keyed{Name: key, From: first, To: after}, ""
}

func cutOperator(value string) (operator, rest string) {
	for _, operator := range []string{"<=", ">=", "<", ">", "=", "≤", "≥"} {
		if rest, ok := strings.CutPrefix(value, operator); ok {
			switch operator {
			case "≤":
				operator = "<="
			case "≥":
				operator = ">="
			case "=":
				operator = ""
			}
			return operator, strings.TrimSpace(rest)
		}
	}
	return "", value
}

// daysFrom reads 30d, 30 ngày, 2w, 2 tuần, 3m, 3 tháng.
func daysFrom(s string) (int, bool) {
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 4 {
		return 0, false
	}
	n := 0
	for _, c := range s[:digits] {
		n = n*10 + int(c-'0')
	}
	switch strings.TrimSpace(viet.Fold(s[digits:])) {
	case "d", "ngay", "day", "days":
		return n, true
	case "w", "tuan", "week", "weeks":
		return 7 * n, true
	case "m", "thang", "month", "months":
		return 30 * n, true
	}
	return 0, false
}

// readDate reads an ISO date or a Vietnamese one, day first.
func readDate(s string) (corpus.Date, bool) {
	if d, err := corpus.ParseDate(s); err == nil {
		return d, true
	}
	for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return corpus.DateOf(t), true
		}
	}
	for _, layout := range []string{"1/2006", "1-2006", "2006/1", "2006-1"} {
		if t, err := time.Parse(layout, s); err == nil {
			return corpus.Date{Year: t.Year(), Month: int(t.Month())}, true
		}
	}
	return corpus.Date{}, false
}

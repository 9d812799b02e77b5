package cli

import (
	"fmt"
	"math"
	"strings"

	"congvan/index"
	"congvan/index/engine"
	"congvan/index/query"
)

// shownParts is how many parts of a score have a place on its line; the rest is added up.
const shownParts = 5

// keyWords are the words for keys whose names say nothing to people.
var keyWords = map[string]string{
	query.Loose:   "its number, however written",
	query.Written: "its number as typed",
	query.Number:  "its number, mark by mark",
	query.Serial:  "the digits of its number",
	query.Cites:   "a number that it names",
}

// explained is the line of --explain: the score and what it is made of, the most first.
//
//	score 2.92 = 2.37 "27" + 0.56 "27" in subject or headings
func explained(hit index.Hit) string {
	var b strings.Builder
	fmt.Fprintf(&b, "score %.2f", hit.Score)
	sum := 0.0
	for _, part := range hit.Explain {
		sum += part.Score
	}
	if sum == 0 {
		return b.String()
	}
	// The kind of source weighs the whole: an article counts less than the dispatch it tells of.
	weight := hit.Score / sum
	weighed := math.Abs(weight-1) > 0.005
	sign := " = "
	if weighed {
		fmt.Fprintf(&b, " = %.2f × (", weight)
		sign = ""
	}
	rest := 0.0
	for i, part := range hit.Explain {
		if i >= shownParts {
			rest += part.Score
			continue
		}
		fmt.Fprintf(&b, "%s%.2f %s", sign, part.Score, partWords(part))
		sign = " + "
	}
	if more := len(hit.Explain) - shownParts; more > 0 {
		fmt.Fprintf(&b, " + %.2f of %d more", rest, more)
	}
	if weighed {
		b.WriteString(")")
	}
	return b.String()
}

// partWords says where a part of a score comes from.
func partWords(part engine.Part) string {
	if part.Zone == "key" {
		name, value, _ := strings.Cut(part.Term, ": ")
		if name == query.Loose && value == "" {
			return "how its number starts"
		}
		if words, ok := keyWords[name]; ok {
			return words
		}
		return oneLine(strings.Join(present(name, value), " "))
	}
	words := fmt.Sprintf("%q", oneLine(part.Term))
	if part.Count > 1 {
		words += fmt.Sprintf(" %d times", part.Count)
	}
	if part.Zone == "context" {
		words += " in subject or headings"
	}
	return words
}

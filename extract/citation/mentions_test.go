package citation

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/mentions.txt
var mentions string

// TestMentions marks what Find gives in every line of testdata/mentions.txt and compares.
func TestMentions(t *testing.T) {
	plain := strings.NewReplacer("⟦", "", "⟧", "")
	positive, negative := 0, 0
	for line := range strings.Lines(mentions) {
		want := strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(strings.TrimSuffix(line, "\n"))
		if strings.HasPrefix(want, "# ") || want == "" {
			continue
		}
		text := plain.Replace(want)
		if text == want {
			negative++
		} else {
			positive++
		}
		if got := marked(text, Find(text)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	if positive < 90 || negative < 60 {
		t.Errorf("%d texts with mentions and %d without: too few", positive, negative)
	}
}

// marked is the text with ⟦ and ⟧ around every citation.
func marked(text string, found []Citation) string {
	var b strings.Builder
	at := 0
	for _, c := range found {
		b.WriteString(text[at:c.Start] + "⟦" + text[c.Start:c.End] + "⟧")
		at = c.End
	}
	return b.String() + text[at:]
}

package web

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"
)

// axe is the script of axe-core 4 (MPL 2.0).
func axe(t *testing.T) string {
	t.Helper()
	packed, err := os.Open("testdata/axe.min.js.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	script, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(script)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// judgement is what axe-core says of a page.
type judgement struct {
	Checked, Wider int // rules that were met; how much the page is wider than its window
	Violations     []string
}

// judge asks axe-core of the page that is open what breaks WCAG 2.2 A or AA.
func (c *chrome) judge(script, options string) (j judgement) {
	c.t.Helper()
	if c.eval("typeof axe") != "object" {
		c.eval(script + "; 0")
	}
	said := c.eval(`axe.run(document, ` + options + `).then(r => JSON.stringify({Checked: r.passes.length, Wider: document.documentElement.scrollWidth - innerWidth,
		Violations: r.violations.map(v => v.id + ": " + v.nodes[0].html.slice(0, 200) + " " + v.nodes[0].failureSummary)}))`)
	if err := json.Unmarshal([]byte(said), &j); err != nil {
		c.t.Fatalf("axe says %q: %v", said, err)
	}
	return j
}

const (
	allRules     = `{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}`
	contrastOnly = `{runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}}`
)

// TestEveryPageIsAccessible opens every page as wide as a desk and as a phone, in the light, and in
// the dark for what depends on it; everything that folds is open.
func TestEveryPageIsAccessible(t *testing.T) {
	c := openChrome(t)
	g := openGallery(c)
	if resp, body := g.signedIn("lan").see("/duyet"); !strings.Contains(body, "queue") {
		t.Fatalf("there is nothing to review: %s", resp.Status)
	}
	script := axe(t)
	for _, page := range shown {
		for _, look := range []struct {
			width  int
			scheme string
			rules  string
		}{{1280, "light", allRules}, {1280, "dark", contrastOnly}, {360, "light", allRules}, {1800, "light", contrastOnly}} {
			if look.width > 1600 && page.address != "{pdf}" {
				continue // three columns stand on that page alone
			}
			c.size(look.width, 1000, look.width < 600)
			c.look(look.scheme, "screen")
			c.open(g.address(page.address))
			c.settled()
			c.eval(`document.querySelectorAll("details").forEach(d => d.open = true)`)
			j := c.judge(script, look.rules)
			for _, v := range j.Violations {
				t.Errorf("%s at %d, %s: %s", page.address, look.width, look.scheme, v)
			}
			if j.Wider > 0 {
				t.Errorf("%s is %d wider than its %d", page.address, j.Wider, look.width)
			}
			if look.rules == allRules && j.Checked < 15 {
				t.Errorf("%s at %d: only %d rules were met", page.address, look.width, j.Checked)
			}
		}
	}
}

// settled waits until pictures and what is laid over them are there.
func (c *chrome) settled() {
	c.t.Helper()
	c.until(`[...document.images].every(i => i.complete) && (!document.querySelector("figure[data-marks]") || document.querySelector(".facsimile svg"))`)
}

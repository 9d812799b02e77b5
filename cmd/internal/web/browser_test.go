package web

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"congvan/cmd/internal/account"
	"congvan/cmd/internal/pipeline"
)

// harness loads pages in frames as wide as a phone and a desk, and asks axe-core of each what
// breaks WCAG 2.2 A or AA, and whether it is wider than its frame.
const harness = `<!doctype html><meta charset="utf-8"><title>harness</title><body><script type="module">
const axe = await (await fetch("/axe.js")).text(), found = [];
for (const [address, width] of %s) {
	const frame = document.createElement("iframe");
	frame.width = width; frame.height = 1200; frame.src = address;
	document.body.append(frame);
	await new Promise(done => frame.onload = done);
	const page = frame.contentDocument, script = page.createElement("script");
	script.textContent = axe; page.head.append(script);
	const result = await frame.contentWindow.axe.run(page, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
	found.push({address, width, checked: result.passes.length, overflow: page.documentElement.scrollWidth - frame.clientWidth,
		violations: result.violations.map(v => v.id + ": " + v.nodes[0].html.slice(0, 200) + " " + v.nodes[0].failureSummary)});
	frame.remove();
}
document.body.innerHTML = "<pre></pre>"; document.querySelector("pre").textContent = JSON.stringify(found);
</script>`

func TestPagesAreAccessible(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil || testing.Short() {
		t.Skip("needs chromium: make deps installs it")
	}
	packed, err := os.Open("testdata/axe.min.js.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	axe, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	script, err := io.ReadAll(axe)
	if err != nil {
		t.Fatal(err)
	}
	files := dispatches(12)
	files["goc.txt"], files["copy.txt"] = seed(t), strings.Replace(seed(t), "Năm 2019", "Năm 2018", 1)
	files["nghi.txt"] = doubtful
	mux, house, o := mountPages(t, files) // without the guard: its policy would keep the script out
	change := func(context.Context, func(*pipeline.Pipeline) error) error { return errRefused }
	tray := NewHandIns(o.Data, change, o.Now, slog.New(slog.DiscardHandler))
	if err := tray.Take("công văn.pdf", "lan", strings.NewReader("x")); err != nil {
		t.Fatal(err)
	}
	house.Accounts(NewDoor(nil, o.Now), change, tray)
	lan := account.Session{User: account.User{Name: "lan", Role: account.Reviewer}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { mux.ServeHTTP(w, with(r, lan)) }))
	defer server.Close()
	document := strings.TrimPrefix(documentOf(t, server, "1191%2Fbhxh-tt"), server.URL)
	_, body := get(t, server.URL+document)
	compare := regexp.MustCompile(`/van-ban/[0-9a-f]+/so-sanh/[0-9a-f]+`).FindString(body)
	var pages [][2]any
	for _, address := range []string{"/?q=truyen+thong+hoi+nghi", "/?q=zzzz", document, document + "/ban-do", compare, "/nhiem-vu", "/nhiem-vu?thang=2024-06", "/con-thieu", "/dang-nhap", "/duyet", "/nap", "/nhat-ky", "/nowhere"} {
		pages = append(pages, [2]any{address, 1280}, [2]any{address, 360})
	}
	list, err := json.Marshal(pages)
	if err != nil {
		t.Fatal(err)
	}
	mux.HandleFunc("GET /axe.js", func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write(script) })
	mux.HandleFunc("GET /harness", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, harness, list)
	})
	out, err := exec.CommandContext(t.Context(), browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(), "--virtual-time-budget=60000",
		"--window-size=1400,1400", "--dump-dom", server.URL+"/harness").Output()
	if err != nil {
		t.Fatal(err)
	}
	text, _, _ := strings.Cut(string(out), "</pre>")
	_, text, ok := strings.Cut(text, "<pre>")
	var found []struct {
		Address                  string
		Width, Checked, Overflow int
		Violations               []string
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(text)), &found); !ok || err != nil || len(found) != len(pages) {
		t.Fatalf("the browser answers %.300s: %v", out, err)
	}
	for _, f := range found {
		for _, v := range f.Violations {
			t.Errorf("%s at %d: %s", f.Address, f.Width, v)
		}
		if f.Overflow > 0 {
			t.Errorf("%s is %d wider than its %d", f.Address, f.Overflow, f.Width)
		}
		if f.Checked < 20 {
			t.Errorf("%s at %d: only %d rules were met", f.Address, f.Width, f.Checked)
		}
	}
}

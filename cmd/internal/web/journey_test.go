package web

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"congvan/ingest/parse/pdf"
)

// TestJourney goes an analyst's way with a mouse and a keyboard: search without marks, document,
// evidence, a duty marked done with its reply, and the register that says so.
func TestJourney(t *testing.T) {
	c := openChrome(t)
	g := openGallery(c)
	c.open(g.URL + "/")
	c.eval(`document.querySelector("#q").focus()`)
	c.write("huong dan cong tac truyen thong nam 2020")
	c.loaded(func() { c.press("Enter") })
	if first := c.eval(`document.querySelector(".hits h3").textContent`); !strings.Contains(first, "1191/BHXH-TT") || c.eval(`document.querySelectorAll(".hits mark").length > 0`) != "true" {
		t.Fatalf("the first of the results is %q", first)
	}
	c.loaded(func() { c.eval(`document.querySelector(".hits h3 a").click()`) })
	c.open(g.address("{doc}"))

	// Evidence: the link of a duty leads to its words, and pointing at either lights both.
	c.eval(`document.querySelector(".duties td:nth-child(2) a").click()`)
	c.until(`document.querySelector(".sheet mark.chosen, .sheet mark:target")`)
	said := c.eval(`document.querySelector(".sheet mark:target").textContent`)
	task := c.eval(`document.querySelector(".duties td:nth-child(2) a").textContent`)
	if said == "" || !strings.HasPrefix(strings.TrimSuffix(task, "…"), said[:min(len(said), 30)]) {
		t.Errorf("the evidence of %q is %q", task, said)
	}
	c.eval(`document.querySelector(".sheet mark:target").dispatchEvent(new MouseEvent("mouseover", {bubbles: true}))`)
	if c.eval(`document.querySelector(".duties a.lit") !== null`) != "true" {
		t.Error("pointing at the words does not light the duty")
	}
	c.eval(`document.querySelector(".sheet mark:target").click()`)
	if c.eval(`document.activeElement.closest(".duties") !== null`) != "true" {
		t.Error("the words do not lead to the duty")
	}
	if why := c.eval(`document.querySelector(".duties .why span:not(.hidden)").textContent`); !regexp.MustCompile(`\d+%`).MatchString(why) {
		t.Errorf("why a duty was read is said as %q", why)
	}

	// Done, with the reply's number.
	c.eval(`document.querySelector(".duties .marking").open = true; document.querySelector(".duties input[name=reply]").focus()`)
	c.write("77/TTTT-BC")
	c.loaded(func() { c.press("Enter") })
	if done := c.eval(`document.querySelector(".duties tbody tr td:nth-child(2) strong").textContent`); done != "đã xong" {
		t.Errorf("the duty is %q after it was marked", done)
	}
	c.open(g.URL + "/nhiem-vu")
	register := c.eval(`[...document.querySelectorAll(".tools a")].map(a => a.getAttribute("href")).find(h => h.includes("followup"))`)
	sheet := c.eval(`fetch("` + strings.Replace(register, "xlsx", "csv", 1) + `").then(r => r.text())`)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(sheet, "\uFEFF"))).ReadAll()
	if err != nil || !strings.Contains(sheet, "77/TTTT-BC") || len(rows) < 10 {
		t.Errorf("the register of %d rows lacks the reply: %v", len(rows), err)
	}
}

// TestEvidenceOnThePage: what is pointed at in the card shows on the picture, and the other way.
func TestEvidenceOnThePage(t *testing.T) {
	c := openChrome(t)
	g := openGallery(c)
	c.open(g.address("{pdf}"))
	c.until(`document.querySelectorAll(".facsimile [data-start] rect").length > 5`)
	c.eval(`document.querySelector(".known dd a").dispatchEvent(new MouseEvent("mouseover", {bubbles: true}))`)
	c.until(`document.querySelector(".facsimile g.lit") && document.querySelector(".sheet mark.lit")`)
	c.eval(`document.querySelector(".facsimile g").dispatchEvent(new MouseEvent("click", {bubbles: true}))`)
	c.until(`document.activeElement.closest(".known") && document.activeElement.classList.contains("chosen")`)

	// A duty on another page leads there, and its words are framed in the picture itself.
	c.loaded(func() { c.eval(`[...document.querySelectorAll(".duties td:nth-child(2) a")].at(-1).click()`) })
	c.settled()
	if page := c.eval(`document.querySelector("#trang").textContent`); strings.HasPrefix(page, "Trang 1/") {
		t.Errorf("the last duty is on %s", page)
	}
	red := c.eval(`(async () => {
		const img = document.querySelector(".facsimile img"), canvas = document.createElement("canvas");
		await img.decode();
		canvas.width = img.naturalWidth; canvas.height = img.naturalHeight;
		const to = canvas.getContext("2d");
		to.drawImage(img, 0, 0);
		const all = to.getImageData(0, 0, canvas.width, canvas.height).data;
		let n = 0;
		for (let i = 0; i < all.length; i += 4) if (all[i] === 0x9a && all[i + 1] === 0x1b && all[i + 2] === 0x1e) n++;
		return n;
	})()`)
	if len(red) < 3 {
		t.Errorf("%s points of the picture frame the duty", red)
	}
	marks := pageMarksIn(c)
	if marks < 1 {
		t.Error("nothing is marked on that page")
	}
}

// pageMarksIn counts the marks of the page that is open, and looks whether they lie on it.
func pageMarksIn(c *chrome) int {
	c.t.Helper()
	n := c.eval(`fetch(document.querySelector("figure").dataset.marks).then(r => r.json()).then(p => p.marks.flatMap(m => m.boxes).every(([x, y, w, h]) => x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= p.width && y + h <= p.height) ? p.marks.length : -1)`)
	return len(strings.TrimLeft(n, "-0"))
}

// TestByKeyboardAlone searches by a suggestion, opens a document and an evidence, without a mouse.
func TestByKeyboardAlone(t *testing.T) {
	c := openChrome(t)
	g := openGallery(c)
	c.open(g.URL + "/")
	c.press("Tab")
	if c.eval(`document.activeElement.matches(".skip") && getComputedStyle(document.activeElement).left`) != "0px" {
		t.Error("the first key does not show the way to the main content")
	}
	c.tabTo(`e.id === "q"`)
	if c.eval(`getComputedStyle(document.activeElement).outlineStyle`) == "none" {
		t.Error("the focus cannot be seen")
	}
	c.write("1191")
	c.until(`document.querySelector("#q").getAttribute("aria-expanded") === "true"`)
	c.press("ArrowDown")
	if c.eval(`document.getElementById(document.querySelector("#q").getAttribute("aria-activedescendant")).getAttribute("aria-selected")`) != "true" {
		t.Error("the suggestion that the keys came to is not told")
	}
	c.press("Escape")
	if c.eval(`document.querySelector("#q").value + document.querySelector("#q").getAttribute("aria-expanded")`) != "1191false" {
		t.Error("Escape does not leave the suggestions")
	}
	c.press("ArrowDown")
	c.until(`document.querySelector("#q").getAttribute("aria-expanded") === "true"`)
	c.press("ArrowDown")
	c.loaded(func() { c.press("Enter") })
	if path := c.eval("location.pathname"); !strings.HasPrefix(path, "/van-ban/") {
		c.tabTo(`e.matches(".hits h3 a")`)
		c.loaded(func() { c.press("Enter") })
	}
	if title := c.eval("document.title"); !strings.Contains(title, "1191/BHXH-TT") {
		t.Fatalf("the keys lead to %q", title)
	}
	c.open(g.address("{doc}"))
	c.tabTo(`e.matches(".duties td:nth-child(2) a")`)
	c.press("Enter")
	c.until(`/^#s-\d+$/.test(location.hash) && document.querySelector(":target")`)
	c.tabTo(`e.matches(".why summary")`)
	c.press(" ")
	if c.eval(`document.activeElement.parentElement.open`) != "true" {
		t.Error("no key opens why")
	}
}

// TestWithoutScripts reads and searches in a browser that runs none.
func TestWithoutScripts(t *testing.T) {
	c := openChrome(t)
	g := openGallery(c)
	c.scripts(false)
	c.open(g.URL + "/")
	c.eval(`document.querySelector("#q").focus()`)
	c.write("truyen thong")
	c.loaded(func() { c.press("Enter") })
	if c.eval(`document.querySelector("[role=listbox]") === null && document.querySelectorAll(".hits > li").length > 5`) != "true" {
		t.Fatal("no results without scripts")
	}
	for _, step := range []string{".paging a[rel=next]", ".histogram a", "aside a", ".chips a", ".hits h3 a"} {
		address := c.eval(`document.querySelector("` + step + `").href`)
		c.open(address)
		if status := c.eval(`document.querySelector("h1").textContent`); strings.Contains(status, "Không") {
			t.Errorf("%s leads to %s", address, status)
		}
	}
	c.open(g.address("{pdf}?tu=30"))
	if c.eval(`document.querySelector(".facsimile img").naturalWidth > 500`) != "true" {
		t.Error("the page's picture is not there without scripts")
	}
	c.open(g.address("{doc}"))
	c.open(c.eval(`document.querySelector(".known dd a").href`))
	if c.eval(`document.querySelector(".sheet :target") !== null`) != "true" {
		t.Error("the evidence is not there without scripts")
	}
}

// TestPrinted reads the printed document again: all that it says, and none of what is to click.
func TestPrinted(t *testing.T) {
	c := openChrome(t)
	g := openGallery(c)
	c.open(g.address("{doc}"))
	printed, err := pdf.Parse(t.Context(), c.print(), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, page := range printed.Pages {
		text.WriteString(page.Text + "\n")
	}
	words := strings.Join(strings.Fields(text.String()), " ")
	for _, want := range []string{"1191/BHXH-TT", "hướng dẫn công tác truyền thông năm 2020", "Nhiệm vụ được giao", "Đào Việt Ánh"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not printed", want)
		}
	}
	for _, not := range []string{"Đăng xuất", "Tải về", "Đánh dấu"} {
		if strings.Contains(words, not) {
			t.Errorf("%q is printed", not)
		}
	}
	if n := len(printed.Pages); n < 2 || n > 60 {
		t.Errorf("it is printed on %d pages", n)
	}
}

// TestHostileDocumentsInABrowser opens every page of documents that try to run something.
func TestHostileDocumentsInABrowser(t *testing.T) {
	c := openChrome(t)
	server := evilServer(t)
	c.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": `window.alert = window.prompt = window.confirm = () => { window.ran = true };
		document.addEventListener("securitypolicyviolation", e => { window.ran = e.violatedDirective + " " + e.blockedURI })`}, nil)
	addresses := []string{"/", "/?q=script+alert+onerror", "/?q=%3Cscript%3Ealert(1)%3C/script%3E", "/?cot=subject&cot=file&cot=issuer", "/nhiem-vu", "/nhiem-vu?thang=2024-06", "/nhiem-vu/khoi-luong", "/con-thieu"}
	_, body := get(t, server.URL+"/")
	for _, m := range hitLink.FindAllStringSubmatch(body, -1) {
		addresses = append(addresses, m[1], m[1]+"/ban-do")
	}
	for _, address := range addresses {
		c.open(server.URL + address)
		c.eval(`document.querySelectorAll("details").forEach(d => d.open = true); document.querySelectorAll("mark, .known a").forEach(e => e.dispatchEvent(new MouseEvent("mouseover", {bubbles: true})))`)
		if ran := c.eval("window.ran"); ran != "" {
			t.Errorf("%s ran something: %s", address, ran)
		}
		if foreign := c.eval(`[...document.querySelectorAll("script, iframe, object, embed, img, form, a, link")].filter(e => new URL(e.getAttribute("href") || e.getAttribute("src") || e.getAttribute("action") || "/", location).origin !== location.origin).map(e => e.outerHTML).join()`); foreign != "" {
			t.Errorf("%s leads elsewhere: %s", address, foreign)
		}
	}
	for _, typed := range []string{"<script", "77/B", "script", "BẢO HIỂM XÃ HỘI <"} {
		c.open(server.URL + "/")
		c.eval(`document.querySelector("#q").focus()`)
		c.write(typed)
		c.eval(`new Promise(done => setTimeout(done, 600))`)
		c.press("ArrowDown")
		if foreign := c.eval(`[...document.querySelectorAll("[role=listbox] *")].filter(e => !e.matches("li, span")).map(e => e.outerHTML).join()`); foreign != "" || c.eval("window.ran") != "" {
			t.Errorf("suggestions for %q bring %s", typed, foreign)
		}
	}
	if c.events["Page.javascriptDialogOpening"] > 0 {
		t.Error("a dialog opened")
	}
}

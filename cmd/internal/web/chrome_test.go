package web

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// chrome is a browser that is driven over pipes with the DevTools protocol, one tab of it.
type chrome struct {
	t       *testing.T
	in      io.Writer
	out     *bufio.Reader
	id      int
	session string
	events  map[string]int // by method, how many came
	end     func()         // ends the browser
}

// openChrome starts a browser; without chromium the test is skipped.
func openChrome(t *testing.T) *chrome {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil || testing.Short() {
		t.Skip("needs chromium: make deps installs it")
	}
	toChrome, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, fromChrome, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	profile, err := os.MkdirTemp("", "congvan-chrome-*") // its children may write to it after its end: t.TempDir would mind
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	cmd := exec.CommandContext(ctx, program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
		"--disable-dev-shm-usage", "--force-color-profile=srgb", "--accept-lang=vi", "--user-data-dir="+profile, "about:blank")
	cmd.ExtraFiles = []*os.File{toChrome, fromChrome} // 3 and 4
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	toChrome.Close()
	fromChrome.Close()
	t.Cleanup(func() { in.Close(); cancel(); _ = cmd.Wait(); out.Close(); _ = os.RemoveAll(profile) })
	c := &chrome{t: t, in: in, out: bufio.NewReaderSize(out, 1<<20), events: map[string]int{}, end: cancel}
	var target struct{ TargetID string }
	c.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	c.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	c.session = attached.SessionID
	c.call("Page.enable", nil, nil)
	c.call("Runtime.enable", nil, nil)
	c.size(1280, 900, false)
	return c
}

// call sends a command and waits for its answer.
func (c *chrome) call(method string, params, result any) {
	c.t.Helper()
	c.id++
	message := map[string]any{"id": c.id, "method": method, "params": params}
	if params == nil {
		message["params"] = map[string]any{}
	}
	if c.session != "" {
		message["sessionId"] = c.session
	}
	content, err := json.Marshal(message)
	if err != nil {
		c.t.Fatal(err)
	}
	if _, err := c.in.Write(append(content, 0)); err != nil {
		c.t.Fatalf("%s: the browser is gone: %v", method, err)
	}
	for {
		answer := c.read()
		if answer.ID != c.id {
			continue
		}
		if answer.Error != nil {
			c.t.Fatalf("%s: %s", method, answer.Error.Message)
		}
		if result != nil {
			if err := json.Unmarshal(answer.Result, result); err != nil {
				c.t.Fatal(err)
			}
		}
		return
	}
}

type chromeMessage struct {
	ID     int
	Method string
	Result json.RawMessage
	Error  *struct{ Message string }
}

func (c *chrome) read() chromeMessage {
	c.t.Helper()
	content, err := c.out.ReadBytes(0)
	if err != nil {
		c.t.Fatalf("the browser is gone: %v", err)
	}
	var m chromeMessage
	if err := json.Unmarshal(content[:len(content)-1], &m); err != nil {
		c.t.Fatal(err)
	}
	if m.Method != "" {
		c.events[m.Method]++
	}
	return m
}

// loaded does something that leads to another page, and waits until that is there.
func (c *chrome) loaded(do func()) {
	c.t.Helper()
	before := c.events["Page.loadEventFired"]
	do()
	c.await(before)
}

// await waits until more pages than before have been loaded; a browser that loads none is ended.
func (c *chrome) await(before int) {
	c.t.Helper()
	clock := time.AfterFunc(2*time.Minute, c.end)
	defer clock.Stop()
	for c.events["Page.loadEventFired"] == before {
		c.read()
	}
}

func (c *chrome) open(address string) {
	c.t.Helper()
	before := c.events["Page.loadEventFired"]
	var gone struct{ LoaderID string } // "": to another place of the same page
	c.call("Page.navigate", map[string]any{"url": address}, &gone)
	if gone.LoaderID != "" {
		c.await(before)
	}
}

// eval is the value of an expression in the page, as JSON makes it a string where it is none.
func (c *chrome) eval(expression string) string {
	c.t.Helper()
	var result struct {
		Result           struct{ Value any }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	c.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &result)
	if result.ExceptionDetails != nil {
		c.t.Fatalf("%s: %s", expression, result.ExceptionDetails.Exception.Description)
	}
	switch v := result.Result.Value.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	return fmt.Sprint(result.Result.Value)
}

// until waits for an expression to be true.
func (c *chrome) until(expression string) {
	c.t.Helper()
	for end := time.Now().Add(2 * time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if c.eval("Boolean("+expression+")") == "true" {
			return
		}
	}
	c.t.Fatalf("never true at %s: %s", c.eval("location.href"), expression)
}

// keys are the names of keys that are not letters, with their codes.
var keys = map[string]int{"Tab": 9, "Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, " ": 32}

// press presses keys one after another.
func (c *chrome) press(names ...string) {
	c.t.Helper()
	for _, name := range names {
		down := map[string]any{"type": "keyDown", "key": name, "code": name, "windowsVirtualKeyCode": keys[name]}
		switch name {
		case "Enter":
			down["text"] = "\r"
		case " ":
			down["text"], down["code"] = " ", "Space"
		}
		c.call("Input.dispatchKeyEvent", down, nil)
		down["type"] = "keyUp"
		delete(down, "text")
		c.call("Input.dispatchKeyEvent", down, nil)
	}
}

// write types a text into what has the focus.
func (c *chrome) write(text string) {
	c.t.Helper()
	for _, r := range text {
		c.call("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "text": string(r), "key": string(r)}, nil)
		c.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": string(r)}, nil)
	}
}

func (c *chrome) size(width, height int, phone bool) {
	c.t.Helper()
	c.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}, nil)
}

// look sets how pages are shown: "light" or "dark", "screen" or "print".
func (c *chrome) look(scheme, media string) {
	c.t.Helper()
	c.call("Emulation.setEmulatedMedia", map[string]any{"media": media, "features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}}}, nil)
}

// picture is the page as it is seen, as a PNG file; whole: down to its end, at most so high.
func (c *chrome) picture(highest int) []byte {
	c.t.Helper()
	params := map[string]any{"format": "png"}
	if highest > 0 {
		var metrics struct {
			CSSContentSize struct{ Width, Height float64 }
		}
		c.call("Page.getLayoutMetrics", nil, &metrics)
		params["captureBeyondViewport"] = true
		params["clip"] = map[string]any{"x": 0, "y": 0, "width": metrics.CSSContentSize.Width, "height": min(metrics.CSSContentSize.Height, float64(highest)), "scale": 1}
	}
	var shot struct{ Data string }
	c.call("Page.captureScreenshot", params, &shot)
	return decoded(c.t, shot.Data)
}

// print is the page as a PDF file.
func (c *chrome) print() []byte {
	c.t.Helper()
	var printed struct{ Data string }
	c.call("Page.printToPDF", map[string]any{"printBackground": true, "preferCSSPageSize": true}, &printed)
	return decoded(c.t, printed.Data)
}

func decoded(t *testing.T, text string) []byte {
	t.Helper()
	content, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(text)))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// paper is a text as a PDF file that an office prints: a letterhead of two columns, then the rest.
func (c *chrome) paper(text string) []byte {
	c.t.Helper()
	c.open("about:blank")
	content, err := json.Marshal(text)
	if err != nil {
		c.t.Fatal(err)
	}
	c.eval(`(text => {
		document.body.style.cssText = "font: 14pt 'Liberation Serif', serif; margin: 2cm 1.5cm 2cm 2.5cm; line-height: 1.4";
		for (const line of text.split("\n")) {
			const p = document.createElement("p");
			p.style.cssText = "margin: 4pt 0; text-align: justify";
			p.textContent = line;
			document.body.append(p);
		}
	})(` + string(content) + `)`)
	return c.print()
}

// tabTo presses Tab until an expression about the focused element (e) is true.
func (c *chrome) tabTo(expression string) {
	c.t.Helper()
	for range 200 {
		c.press("Tab")
		if c.eval("(e => Boolean("+expression+"))(document.activeElement)") == "true" {
			return
		}
	}
	c.t.Fatalf("no key leads there: %s", expression)
}

// scripts lets pages run theirs, or not; what the test evaluates runs all the same.
func (c *chrome) scripts(run bool) {
	c.t.Helper()
	c.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": !run}, nil)
}

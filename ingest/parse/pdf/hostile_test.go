package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"congvan/corpus"
)

const (
	hostileTime   = 30 * time.Second // of a processor
	hostileMemory = 512 << 20
	hang          = 5 * time.Minute // longer than any machine is busy with other things
	childVariable = "PDF_TEST_CHILD"
)

// TestMain is the child process as well, so that a file that kills its reader kills no test.
func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		content, err := io.ReadAll(os.Stdin)
		if err != nil {
			os.Exit(3)
		}
		fmt.Print(outcome(content), " ", peakMemory())
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// outcome is the status that reading a file ends in.
func outcome(content []byte) corpus.Status {
	ctx, cancel := context.WithTimeout(context.Background(), hang)
	defer cancel()
	r, err := Parse(ctx, content, Options{})
	var refusal *Refusal
	switch {
	case errors.As(err, &refusal):
		return refusal.Status
	case err != nil:
		return corpus.StatusFailed
	}
	status, text := corpus.StatusOK, 0
	for _, p := range r.Pages {
		text += len(p.Text)
		if p.Problem != "" {
			status = corpus.StatusPartial
		}
	}
	if text == 0 && status == corpus.StatusOK {
		return corpus.StatusEmpty
	}
	return status
}

// hostile is a file made to hang, to crash or to eat memory, with the outcomes that will do.
type hostile struct {
	name string
	file []byte
	want []corpus.Status
}

var (
	damagedOnly  = []corpus.Status{corpus.StatusDamaged}
	emptyOrWorse = []corpus.Status{corpus.StatusEmpty, corpus.StatusPartial, corpus.StatusDamaged}
	readable     = []corpus.Status{corpus.StatusOK, corpus.StatusPartial}
)

func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a process a file")
	}
	files := hostiles()
	if len(files) < 60 {
		t.Errorf("%d files, want 60", len(files))
	}
	for _, h := range files {
		t.Run(h.name, func(t *testing.T) {
			status, took, memory := runChild(t, h.file)
			t.Logf("%s in %v, %d MB", status, took.Round(time.Millisecond), memory>>20)
			if !underRace && (took > hostileTime || memory > hostileMemory) {
				t.Errorf("took %v and %d MB", took, memory>>20)
			}
			for _, want := range h.want {
				if status == want {
					return
				}
			}
			t.Errorf("status %q, want one of %v", status, h.want)
		})
	}
}

// runChild has a process read a file, and says what processor time and memory that took.
func runChild(t *testing.T, file []byte) (status corpus.Status, took time.Duration, memory int64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), hang+30*time.Second)
	defer cancel()
	c := exec.CommandContext(ctx, os.Args[0])
	c.Env = append(os.Environ(), childVariable+"=1", "GOMEMLIMIT=400MiB")
	c.Stdin = bytes.NewReader(file)
	var out, complaint bytes.Buffer
	c.Stdout, c.Stderr = &out, &complaint
	if err := c.Run(); err != nil {
		first, _, _ := strings.Cut(complaint.String(), "\n")
		t.Fatalf("child: %v: %s", err, first)
	}
	took = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	said, peak, _ := strings.Cut(out.String(), " ")
	memory, _ = strconv.ParseInt(peak, 10, 64)
	return corpus.Status(said), took, memory
}

// peakMemory is the most memory that this process has had in use, in bytes; 0 where it is not told.
func peakMemory() int64 {
	told, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(told), "VmHWM:")
	var kilobytes int64
	fmt.Sscan(rest, &kilobytes)
	return kilobytes << 10
}

// hostiles makes the files. Each group is one way to do harm.
func hostiles() []hostile {
	var all []hostile
	for _, group := range [...][]hostile{containers(), trees(), streams(), contents(), fonts()} {
		all = append(all, group...)
	}
	return all
}

const plainText = "BT /F 12 Tf 72 700 Td (van ban) Tj ET"

// containers are files whose outer structure lies.
func containers() []hostile {
	good := onePage(plainText, "/F 5 0 R", "", latin)
	xrefStream := func(entries string) []byte {
		return []byte("%PDF-1.5\n1 0 obj\n<</Type/XRef" + entries + "/Root 2 0 R/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n")
	}
	replaced := func(old, with string) []byte { return bytes.Replace(good, []byte(old), []byte(with), 1) }
	files := []hostile{
		{"cross-reference stream of two thousand million", xrefStream("/Size 2000000000/W[1 2 1]"), emptyOrWorse},
		{"cross-reference rows of two thousand million bytes", xrefStream("/Size 1/W[1 2000000000 1]"), emptyOrWorse},
		{"cross-reference index far away", xrefStream("/Size 1/W[1 2 1]/Index[2000000000 1]"), emptyOrWorse},
		{"predictor columns of two thousand million", xrefStream("/Size 1/W[1 2 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>"), emptyOrWorse},
		{"negative size", xrefStream("/Size -5/W[1 2 1]"), emptyOrWorse},
		{"cross-reference chain that leads back", replaced("/Root 1 0 R", "/Prev 9 /Root 1 0 R"), readable},
		{"subsection of two thousand million", replaced("xref\n0 6", "xref\n2000000000 6"), readable},
		{"startxref beyond the file", replaced("startxref\n", "startxref\n99999999"), readable},
		{"no startxref", bytes.ReplaceAll(good, []byte("startxref"), []byte("startyref")), readable},
		{"cut in half", good[:len(good)/2], append(emptyOrWorse, readable...)},
		{"cut behind the header", good[:20], damagedOnly},
		{"junk in front and behind", append(append(bytes.Repeat([]byte("junk\n"), 5000), good...), bytes.Repeat([]byte{0}, 5000)...), readable},
		{"header only", []byte("%PDF-1.4\n%%EOF"), damagedOnly},
		{"header of version 2", bytes.Replace(good, []byte("%PDF-1.7\n"), []byte("%PDF-2.0\r"), 1), readable},
		{"ten thousand times obj", append([]byte("%PDF-1.4\n"), bytes.Repeat([]byte("1 0 obj "), 10_000)...), emptyOrWorse},
		{"two million times obj", append([]byte("%PDF-1.4\n"), bytes.Repeat([]byte("1 0 obj "), 2_000_000)...), emptyOrWorse},
		{"objects of huge numbers", append([]byte("%PDF-1.4\n"), bytes.Repeat([]byte("4194303 0 obj null endobj\n"), 1000)...), damagedOnly},
		{"dictionary never closed", []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R\n2 0 obj<</Kids["), emptyOrWorse},
		{"string never closed", []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages (" + strings.Repeat("(", 100_000)), emptyOrWorse},
		{"hexadecimal string never closed", []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages <41"), emptyOrWorse},
		{"needs a password", replaced("/Root 1 0 R", "/Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O("+strings.Repeat("a", 32)+")/U("+strings.Repeat("b", 32)+")>>/ID[(x)(x)]"), []corpus.Status{corpus.StatusProtected}},
		{"encrypted by another program", replaced("/Root 1 0 R", "/Root 1 0 R/Encrypt<</Filter/Mine>>"), []corpus.Status{corpus.StatusProtected}},
	}
	return files
}

// trees are page trees without end.
func trees() []hostile {
	page := func(pages string, more ...string) []byte {
		m := newMade()
		m.objects[1] = pages
		for _, o := range more {
			m.add(o)
		}
		return m.bytes()
	}
	wide := make([]string, 300)
	for i := range wide {
		wide[i] = "3 0 R"
	}
	kids := strings.Join(wide, " ")
	return []hostile{
		{"page tree that holds itself", page("<</Type/Pages/Kids[2 0 R]/Count 1>>"), damagedOnly},
		{"page tree that holds itself twice", page("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"), damagedOnly},
		{"page tree in a circle", page("<</Type/Pages/Kids[3 0 R]>>", "<</Type/Pages/Kids[4 0 R]>>", "<</Type/Pages/Kids[2 0 R]>>"), damagedOnly},
		{"count of two thousand million", page("<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", "<</Type/Page>>"), emptyOrWorse},
		{"negative count", page("<</Type/Pages/Kids[3 0 R]/Count -1>>", "<</Type/Page>>"), emptyOrWorse},
		{"parent that is the page", page("<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 3 0 R>>"), emptyOrWorse},
		{"three hundred to the third pages", page("<</Type/Pages/Kids["+strings.ReplaceAll(kids, "3 0", "3 0")+"]>>",
			"<</Type/Pages/Kids["+strings.ReplaceAll(kids, "3 0", "4 0")+"]>>", "<</Type/Pages/Kids["+strings.ReplaceAll(kids, "3 0", "5 0")+"]>>", "<</Type/Page>>"),
			[]corpus.Status{corpus.StatusTooLarge, corpus.StatusDamaged}},
		{"kids of numbers", page("<</Type/Pages/Kids[1 2 3 (x) /y]/Count 5>>"), damagedOnly},
		{"array five million deep", page("<</Type/Pages/Kids" + strings.Repeat("[", 5_000_000) + ">>"), damagedOnly},
		{"dictionary a hundred thousand deep", page("<</Type/Pages/Kids" + strings.Repeat("<</A", 100_000) + ">>"), damagedOnly},
		{"array of two million", page("<</Type/Pages/Kids[" + strings.Repeat("1 ", 2_000_000) + "]>>"), damagedOnly},
		{"catalog that is a number", []byte("%PDF-1.4\n1 0 obj\n42\nendobj\ntrailer<</Root 1 0 R/Size 2>>\nstartxref\n9\n%%EOF"), damagedOnly},
		{"catalog that is itself", []byte("%PDF-1.4\n1 0 obj\n1 0 R\nendobj\ntrailer<</Root 1 0 R/Size 2>>\nstartxref\n9\n%%EOF"), damagedOnly},
	}
}

// streams unfold to more than they should.
func streams() []hostile {
	bomb := deflatedTimes("", strings.Repeat("q ", 1<<20), 100)
	zeros := deflatedTimes("", strings.Repeat("\x00", 1<<20), 300)
	withContent := func(entries, data string) []byte {
		m := newMade(3)
		m.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>")
		m.stream(entries, data)
		return m.bytes()
	}
	holder := func(entries, data string) []byte {
		m := newMade(3)
		m.add("<</Type/Page/Parent 2 0 R/Contents 9 0 R>>")
		m.stream("/Type/ObjStm"+entries, data)
		return m.bytes()
	}
	return []hostile{
		{"content of two hundred megabytes", withContent("/Filter/FlateDecode", bomb), emptyOrWorse},
		{"content of three hundred megabytes of zeros", withContent("/Filter/FlateDecode", zeros), emptyOrWorse},
		{"content folded twice", withContent("/Filter[/FlateDecode/FlateDecode]", deflated(bomb)), emptyOrWorse},
		{"forty filters", withContent("/Filter["+strings.Repeat("/FlateDecode", 40)+"]", bomb), emptyOrWorse},
		{"unknown filter", withContent("/Filter/Mine", "x"), emptyOrWorse},
		{"filter on no such data", withContent("/Filter/FlateDecode", "this is not deflated"), emptyOrWorse},
		{"data that break off", withContent("/Filter/FlateDecode", bomb[:len(bomb)/2]), emptyOrWorse},
		{"predictor of odd columns", withContent("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>", bomb), emptyOrWorse},
		{"predictor of negative columns", withContent("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns -7>>", bomb), emptyOrWorse},
		{"length that is the stream itself", bytes.Replace(withContent("", "q"), []byte("/Length 1>>"), []byte("/Length 4 0 R>>"), 1), emptyOrWorse},
		{"length of two thousand million", bytes.Replace(withContent("", "q"), []byte("/Length 1>>"), []byte("/Length 2000000000>>"), 1), emptyOrWorse},
		{"object stream with a head of two thousand million", holder("/N 2000000000/First 2000000000", "9 0 <<>>"), emptyOrWorse},
		{"object stream that holds itself", holder("/N 2/First 8", "4 0 3 5 null null"), emptyOrWorse},
		{"object stream of places far away", holder("/N 1/First 15", "9 999999999999  null"), emptyOrWorse},
		{"object stream that extends itself", holder("/N 1/First 4/Extends 4 0 R", "9 0 (x)"), emptyOrWorse},
		{"object stream of three hundred megabytes", holder("/N 1/First 4/Filter/FlateDecode", deflatedTimes("9 0 ", strings.Repeat(" ", 1<<20), 300)), emptyOrWorse},
		{"contents in ten thousand parts", func() []byte {
			m := newMade(3)
			m.add("<</Type/Page/Parent 2 0 R/Contents[" + strings.Repeat("4 0 R ", 10_000) + "]>>")
			m.stream("/Filter/FlateDecode", deflated(strings.Repeat("q ", 1<<20)))
			return m.bytes()
		}(), emptyOrWorse},
	}
}

// contents are content streams that never come to an end of their work.
func contents() []hostile {
	fanOut := func(n int) []byte { // each form draws the next one ten times
		m := newMade(3)
		m.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>")
		m.stream("", "/X Do")
		for i := range n {
			m.stream(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>", 6+i), strings.Repeat("/X Do ", 10))
		}
		return m.bytes()
	}
	long := func(content string) []byte { return onePage(content, "/F 5 0 R", "", latin) }
	return []hostile{
		{"forms that fan out", fanOut(15), emptyOrWorse},
		{"form that draws itself", onePage("/X Do", "/F 5 0 R", "/XObject<</X 6 0 R>>", latin, "<</Subtype/Form/Length 12>>\nstream\n/X Do /X Do \nendstream"), emptyOrWorse},
		{"a million saved states", long(strings.Repeat("q ", 1_000_000) + plainText), readable},
		{"a million restores", long(strings.Repeat("Q ", 1_000_000) + plainText), readable},
		{"a million numbers", long(strings.Repeat("1 ", 1_000_000) + plainText), readable},
		{"arrays a million deep", long(strings.Repeat("[", 1_000_000) + "] TJ " + plainText), readable},
		{"string of ten megabytes", long("BT /F 12 Tf 72 700 Td (" + strings.Repeat("a", 10<<20) + ") Tj ET"), append(readable, corpus.StatusEmpty)},
		{"a million letters backwards", long("BT /F 12 Tf 550 700 Td [" + strings.Repeat("(a) 600 ", 100_000) + "] TJ ET"), append(readable, corpus.StatusEmpty)},
		{"letters on one spot", long("BT /F 12 Tf 72 700 Td " + strings.Repeat("[(ab) 1000] TJ ", 100_000) + "ET"), readable},
		{"a hundred thousand lines on one height", long("BT /F 12 Tf " + strings.Repeat("1 0 0 1 72 700 Tm (a) Tj 1 0 0 1 72 100 Tm (b) Tj ", 50_000) + "ET"), readable},
		{"matrix without numbers", long("1e999 0 0 1e999 0 0 cm " + plainText), append(readable, corpus.StatusEmpty)},
		{"font of size nought", long("BT /F 0 Tf 72 700 Td (a) Tj ET"), append(readable, corpus.StatusEmpty)},
		{"inline image without end", long("BI /W 9 /H 9 ID " + strings.Repeat("EI\x00", 100_000)), emptyOrWorse},
		{"inline image without data", long("BI"), emptyOrWorse},
		{"marked content without end", long(strings.Repeat("/P BMC ", 500_000) + plainText), readable},
		{"tables without number", long(func() string {
			var out strings.Builder
			for y := range 8000 {
				fmt.Fprintf(&out, "%d %d 1 5 re f %d %d 1 5 re f ", y%500, y/10, y%300, y/10)
			}
			return out.String() + strings.Repeat(plainText+" ", 20_000)
		}()), readable},
		{"one table of many lines", long(strings.Repeat("72 0 m 72 840 l S 300 0 m 300 600 l S 400 0 m 400 600 l S 0 10 m 500 10 l S 0 590 m 500 590 l S ", 3000) +
			"BT /F 12 Tf " + strings.Repeat("1 0 0 1 80 500 Tm (a) Tj 1 0 0 1 310 100 Tm (b) Tj ", 50_000) + "ET"), readable},
		{"string without end", long("BT /F 12 Tf 72 700 Td (" + strings.Repeat("(", 1_000_000)), append(readable, corpus.StatusEmpty)},
		{"annotations without end", onePage("", "", "|/Annots["+strings.Repeat("5 0 R ", 100_000)+"]", "<</Subtype/FreeText/Parent 5 0 R/Rect[0 0 9 9]/AP<</N 6 0 R>>>>", "<</BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream"), emptyOrWorse},
	}
}

// fonts have maps and widths that lie.
func fonts() []hostile {
	withMap := func(m string) []byte {
		return onePage("BT /F 12 Tf 72 700 Td <00410042> Tj ET", "/F 5 0 R", "", wide, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(m), m))
	}
	long := strings.Repeat("0041", 50_000)
	return []hostile{
		{"map of ranges over everything", withMap(strings.Repeat("1 beginbfrange <0000> <FFFF> <0041> endbfrange ", 20_000)), readable},
		{"map of four bytes a code", withMap("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"), append(readable, corpus.StatusEmpty)},
		{"map to texts of fifty thousand letters", withMap("1 beginbfrange <0000> <FFFF> <" + long + "> endbfrange"), readable},
		{"map with an array without end", withMap("1 beginbfrange <0000> <FFFF> [" + strings.Repeat("<0041>", 300_000)), readable},
		{"map of a million characters", withMap("1 beginbfchar " + strings.Repeat("<0041> <0042> ", 1_000_000) + "endbfchar"), readable},
		{"widths of two thousand million", bytes.Replace(withMap("1 beginbfrange <0000> <FFFF> <0000> endbfrange"), []byte("/W[32[250]]"), []byte("/W[0 2000000000 500]"), 1), readable},
		{"widths that are not numbers", bytes.Replace(withMap("1 beginbfrange <0000> <FFFF> <0000> endbfrange"), []byte("/W[32[250]]"), []byte("/W[(a)/b<<>>null]"), 1), readable},
		{"descendant that is the font", bytes.Replace(withMap(""), []byte("/DescendantFonts[<<"), []byte("/DescendantFonts[5 0 R]/X[<<"), 1), append(readable, corpus.StatusEmpty)},
		{"differences without end", onePage(plainText, "/F 5 0 R", "", "<</Type/Font/Subtype/Type1/BaseFont/A/Encoding<</Differences[0"+strings.Repeat("/a", 500_000)+"]>>>>"), readable},
	}
}

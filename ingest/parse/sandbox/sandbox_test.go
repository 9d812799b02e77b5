package sandbox

import (
	"context"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"congvan/corpus"
	"congvan/ingest/parse"
)

// TestMain runs the test binary as a child when it is asked to.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == Argument {
		os.Exit(Main())
	}
	if len(os.Args) > 1 && os.Args[1] == "__fault" {
		fault(os.Args[2])
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// fault is a child that goes wrong in a given way.
func fault(kind string) {
	switch kind {
	case "hang":
		time.Sleep(time.Hour)
	case "crash":
		debug.SetMaxStack(1 << 20)
		os.Stderr.WriteString(strconv.Itoa(deeper(0)))
	case "memory":
		limitMemory(256 << 20)
		var kept [][]byte
		for {
			kept = append(kept, make([]byte, 32<<20))
			kept[len(kept)-1][0] = 1
		}
	case "babble":
		for {
			os.Stdout.WriteString("this is no frame, and there is no end of it\n")
		}
	case "chatty": // says that it has read pages, again and again, that it never began
		for {
			_ = writeFrame(os.Stdout, kindScan, make([]byte, 4))
		}
	case "pages": // begins pages without end
		for {
			_ = writeFrame(os.Stdout, kindScan, []byte{0, 0, 0, 1})
			_ = writeFrame(os.Stdout, kindScan, make([]byte, 4))
		}
	case "page": // reads a page for longer than the rest has, and goes on
		_ = writeFrame(os.Stdout, kindScan, []byte{0, 0, 0, 9})
		time.Sleep(5 * time.Second)
		_ = writeFrame(os.Stdout, kindScan, make([]byte, 4))
		_ = sendRaw(os.Stdout, parse.Raw{Status: corpus.StatusOK, Reason: "read"})
		time.Sleep(time.Hour)
	case "gone":
		os.Exit(7)
	}
}

// deeper calls itself until the stack is full.
func deeper(n int) int {
	if n < 0 {
		return 0 // never: no stack holds so many calls
	}
	return deeper(n+1) + n
}

func TestPoolAnswersAsParseDoes(t *testing.T) {
	p := New(Options{Files: 3})
	defer p.Close()
	for i := range 10 { // more than one child serves
		raw := p.Parse(context.Background(), []byte("Số: 12/KH-UBND\nNội dung\n"), parse.Options{})
		if raw.Status != corpus.StatusOK || raw.Text != "Số: 12/KH-UBND\nNội dung\n" || !raw.Wrapped || raw.Form != "text" {
			t.Fatalf("file %d: %+v", i, raw)
		}
	}
}

func TestFaultsAreOutcomes(t *testing.T) {
	const ample = time.Minute
	tests := []struct {
		kind   string
		wall   time.Duration
		status corpus.Status
		reason string
	}{
		{"hang", time.Second, corpus.StatusTooLarge, "longer than the limit of 1s"},
		{"chatty", time.Second, corpus.StatusTooLarge, "longer than the limit of 1s"},
		{"pages", time.Second, corpus.StatusTooLarge, "longer than the limit of 1s"},
		{"page", 4 * time.Second, corpus.StatusOK, "read"},
		{"crash", ample, corpus.StatusTooLarge, "nested deeper"},
		{"memory", ample, corpus.StatusTooLarge, "more memory than the limit"},
		{"babble", ample, corpus.StatusTooLarge, "protocol"},
		{"gone", ample, corpus.StatusDamaged, "crashed"},
	}
	for _, tt := range tests {
		t.Run(tt.kind, func(t *testing.T) {
			if tt.kind == "memory" && underRace {
				t.Skip("the race detector sets more address space aside than the limit")
			}
			t.Parallel()
			p := New(Options{Command: []string{os.Args[0], "__fault", tt.kind}})
			defer p.Close()
			raw := p.Parse(context.Background(), []byte("%PDF-1.4 nothing"), parse.Options{Limits: parse.Limits{Wall: tt.wall}})
			if raw.Status != tt.status || !strings.Contains(raw.Reason, tt.reason) {
				t.Errorf("got %s (%s), want %s (… %s …)", raw.Status, raw.Reason, tt.status, tt.reason)
			}
		})
	}
}

// TestInterruptEndsTheChild would last an hour if the child went on.
func TestInterruptEndsTheChild(t *testing.T) {
	p := New(Options{Command: []string{os.Args[0], "__fault", "hang"}})
	defer p.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	raw := p.Parse(ctx, []byte("x"), parse.Options{Limits: parse.Limits{Wall: time.Hour}})
	if raw.Status != corpus.StatusFailed || raw.Reason != "interrupted" {
		t.Errorf("got %s (%s)", raw.Status, raw.Reason)
	}
}

// TestScanLeavesTheRestItsTime asks the clock alone: pages take nothing from the time of the
// rest, and what they leave of their own is not given to it.
func TestScanLeavesTheRestItsTime(t *testing.T) {
	k := &clock{wall: time.Hour, left: time.Hour, begun: time.Now().Add(-20 * time.Minute), timer: time.NewTimer(time.Hour)}
	defer k.stop()
	for range pagesMost {
		k.scan(1)
		k.begun = k.begun.Add(-50 * time.Minute) // so long the page takes
		k.scan(0)
	}
	if k.left > 40*time.Minute || k.left < 30*time.Minute {
		t.Errorf("the rest has %v left, want 40m", k.left)
	}
	if k.scan(1); k.reading {
		t.Errorf("page %d has time of its own", pagesMost+1)
	}
}

func TestADeadChildIsReplaced(t *testing.T) {
	p := New(Options{})
	defer p.Close()
	p.Parse(context.Background(), []byte("một"), parse.Options{})
	_ = p.idle[0].cmd.Process.Kill()
	_ = p.idle[0].cmd.Wait()
	if raw := p.Parse(context.Background(), []byte("hai"), parse.Options{}); raw.Status != corpus.StatusOK {
		t.Errorf("got %s (%s)", raw.Status, raw.Reason)
	}
}

// BenchmarkChild measures what a child costs a document beyond parsing it.
func BenchmarkChild(b *testing.B) {
	p := New(Options{})
	defer p.Close()
	content := []byte(strings.Repeat("Nội dung của công văn.\n", 1000))
	for b.Loop() {
		if raw := p.Parse(context.Background(), content, parse.Options{}); raw.Status != corpus.StatusOK {
			b.Fatal(raw.Reason)
		}
	}
}

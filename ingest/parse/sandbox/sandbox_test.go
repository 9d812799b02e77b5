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
	tests := []struct {
		kind   string
		status corpus.Status
		reason string
	}{
		{"hang", corpus.StatusTooLarge, "longer than the limit"},
		{"crash", corpus.StatusTooLarge, "nested deeper"},
		{"memory", corpus.StatusTooLarge, "more memory than the limit"},
		{"babble", corpus.StatusTooLarge, "protocol"},
		{"gone", corpus.StatusDamaged, "crashed"},
	}
	for _, tt := range tests {
		t.Run(tt.kind, func(t *testing.T) {
			p := New(Options{Command: []string{os.Args[0], "__fault", tt.kind}})
			defer p.Close()
			raw := p.Parse(context.Background(), []byte("%PDF-1.4 nothing"), parse.Options{Limits: parse.Limits{Wall: 2 * time.Second}})
			if raw.Status != tt.status || !strings.Contains(raw.Reason, tt.reason) {
				t.Errorf("got %s (%s), want %s (… %s …)", raw.Status, raw.Reason, tt.status, tt.reason)
			}
		})
	}
}

func TestInterruptEndsTheChild(t *testing.T) {
	p := New(Options{Command: []string{os.Args[0], "__fault", "hang"}})
	defer p.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	raw := p.Parse(ctx, []byte("x"), parse.Options{})
	if raw.Status != corpus.StatusFailed || raw.Reason != "interrupted" || time.Since(begun) > 10*time.Second {
		t.Errorf("got %s (%s) after %v", raw.Status, raw.Reason, time.Since(begun))
	}
}

func TestADeadChildIsReplaced(t *testing.T) {
	p := New(Options{})
	defer p.Close()
	p.Parse(context.Background(), []byte("một"), parse.Options{})
	_ = p.idle[0].cmd.Process.Kill()
	time.Sleep(50 * time.Millisecond)
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

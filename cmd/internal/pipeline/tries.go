package pipeline

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A damaged index can end the process from a goroutine of the library, where no recover reaches:
// the next start would end the same way, again and again. So each opening is counted in a file
// that goes once the index has taken a batch in; after a few in vain it is built again.
const mostTries = 3

func (p *Pipeline) triesFile() string { return filepath.Join(p.o.Data, "index.tries") }

func (p *Pipeline) tries() int {
	content, err := os.ReadFile(p.triesFile())
	if err != nil {
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimSpace(string(content))) // unreadable: 0
	return n
}

func (p *Pipeline) countTry() {
	// Not to be able to count is no reason not to try.
	_ = os.WriteFile(p.triesFile(), []byte(strconv.Itoa(p.tries()+1)+"\n"), 0o644)
}

func (p *Pipeline) clearTries() { _ = os.Remove(p.triesFile()) }

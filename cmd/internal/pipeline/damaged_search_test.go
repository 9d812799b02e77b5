package pipeline

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/index"
)

// searchAll answers the queries on in, a line each, as a server does: "answered" or "refused".
func searchAll(ctx context.Context, p *Pipeline, in io.Reader) error {
	live := p.Live()
	defer live.Close()
	for lines := bufio.NewScanner(in); lines.Scan(); {
		query := p.Query(lines.Text())
		err := live.Use(ctx, func(x *index.Index) error {
			_, err := x.Search(ctx, query)
			return err
		})
		if err != nil {
			fmt.Println("refused")
		} else {
			fmt.Println("answered")
		}
	}
	return nil
}

// damagedQueries are searches of every kind.
var damagedQueries = []string{"bảo hiểm y tế", "bao hiem xa hoi", "\"chế độ chính sách\"", "12/BHXH-TT", "cơ quan: bộ y tế", "từ: 2023-01-01",
	"đơn vị trực thuộc", "thu, nộp", "hướng dẫn -kế hoạch", "báo cáo quý"}

// TestSearchInADamagedIndex changes bytes of segments and asks: no process ends by it.
func TestSearchInADamagedIndex(t *testing.T) {
	folder, data := dispatches(t, 60), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	segments := glob(t, data, "index/*/*.zap")
	random := rand.New(rand.NewPCG(9, 10))
	ways, asked, answered, refused, exits := size(3, 100), 0, 0, 0, 0
	for range ways {
		file := segments[random.IntN(len(segments))]
		whole := readFile(t, file)
		changed := []byte(whole)
		for range 1 + random.IntN(20) {
			changed[random.IntN(len(changed))] ^= byte(1 + random.IntN(255))
		}
		write(t, file, string(changed))
		queries := filepath.Join(t.TempDir(), "queries")
		write(t, queries, strings.Join(damagedQueries, "\n")+"\n")
		in, err := os.Open(queries)
		must(t, err)
		r := startWith(t, in, data, folder, "CONGVAN_TEST_CHILD=search")
		if r.end() != 0 {
			exits++
			t.Errorf("the process ended: %v", r.said)
		}
		in.Close()
		for _, line := range r.said {
			asked++
			switch line {
			case "answered":
				answered++
			case "refused":
				refused++
			}
		}
		write(t, file, whole)
	}
	if asked != ways*len(damagedQueries) {
		t.Errorf("%d of %d queries came back", asked, ways*len(damagedQueries))
	}
	result(t, "R07", "%d queries on %d damaged indexes: %d answered, %d refused, %d processes ended by it", asked, ways, answered, refused, exits)
}

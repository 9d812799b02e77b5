package crawl

import (
	"strings"
	"testing"
	"time"
)

func TestMetricsSayHowSourcesDo(t *testing.T) {
	var b strings.Builder
	at := time.Unix(1700000000, 0)
	err := WriteMetrics(&b, []Health{
		{Source: "a", State: Well, Visited: at, Newest: at, Links: 9, Kept: 7, Waiting: 1, Dead: 1},
		{Source: "b", State: ChangedShape, Alarms: []string{"no rows", "no dates"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"# TYPE congvan_crawl_links gauge", `congvan_crawl_links{source="a"} 9`, `congvan_crawl_kept{source="a"} 7`,
		`congvan_crawl_waiting{source="a"} 1`, `congvan_crawl_dead{source="a"} 1`, `congvan_crawl_alarms{source="b"} 2`,
		`congvan_crawl_visited_seconds{source="a"} 1700000000`, `congvan_crawl_visited_seconds{source="b"} 0`,
		`congvan_crawl_state{source="a",state="well"} 1`, `congvan_crawl_state{source="b",state="well"} 0`, `congvan_crawl_state{source="b",state="changed shape"} 1`,
	} {
		if !strings.Contains(b.String(), line+"\n") {
			t.Errorf("there is no line %s in\n%s", line, b.String())
		}
	}
}

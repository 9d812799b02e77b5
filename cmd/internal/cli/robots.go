package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"congvan/ingest/fetch/robots"
)

type sourceRobotsCmd struct {
	File  string   `arg:"" name:"FILE" help:"A robots.txt, as received; - is standard input."`
	URLs  []string `arg:"" name:"URL" help:"URLs or paths; - reads them from standard input, one a line."`
	Agent string   `help:"Name of the crawler, or its User-Agent header." default:"congvan" placeholder:"NAME"`
}

// Run prints "allow URL" or "deny URL" a line.
func (c *sourceRobotsCmd) Run(s *session) error {
	body, err := s.readArgument(c.File)
	if err != nil {
		return usageError{err.Error(), "name a robots.txt that can be read, or - for standard input"}
	}
	rules := robots.Parse(body).For(c.Agent)
	out := bufio.NewWriter(s.Stdout)
	judge := func(url string) {
		verdict := "deny"
		if rules.Allowed(url) {
			verdict = "allow"
		}
		fmt.Fprintln(out, verdict, url)
	}
	for _, url := range c.URLs {
		if url != "-" {
			judge(url)
			continue
		}
		if c.File == "-" {
			return usageError{"standard input cannot be both the robots.txt and the URLs", "give one of them as a file or as arguments"}
		}
		lines := bufio.NewReader(s.Stdin)
		for {
			line, err := lines.ReadString('\n')
			if line = strings.TrimRight(line, "\r\n"); line != "" {
				judge(line)
			}
			if err == io.EOF {
				break
			}
			if err != nil {
				return fmt.Errorf("reading URLs from standard input: %w", err)
			}
		}
	}
	return out.Flush()
}

// readArgument reads the file that an argument names; "-" is standard input.
func (s *session) readArgument(path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(s.Stdin)
	}
	return os.ReadFile(path)
}

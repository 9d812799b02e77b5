package sandbox

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"congvan/ingest/parse"
	"congvan/ingest/parse/ocr"
	"congvan/ingest/parse/pdf"
)

// Argument is the hidden first argument with which the program runs as a child that parses.
const Argument = "__parse"

// Main is the life of a child: it reads files from standard input and answers each on standard
// output, until its input ends. It returns the exit code.
func Main() int {
	out := os.Stdout
	os.Stdout = os.Stderr // what a library prints must not get between the frames
	if len(os.Args) > 2 {
		if memory, err := strconv.ParseInt(os.Args[2], 10, 64); err == nil && memory > 0 {
			debug.SetMemoryLimit(memory * 3 / 4)
			limitMemory(memory)
			watchMemory(memory)
		}
	}
	debug.SetTraceback("single")
	debug.SetMaxStack(64 << 20)
	engine := pdf.NewEngine("")
	defer engine.Close()
	if err := serve(os.Stdin, out, parse.Options{Engine: engine, OCR: ocr.New("", nil)}); err != nil {
		os.Stderr.WriteString("serving as a parser: " + err.Error() + "\n")
		return 1
	}
	return 0
}

// serve answers files until the input ends. tools are the options that stay in the process.
func serve(in io.Reader, out io.Writer, tools parse.Options) error {
	r, w := bufio.NewReaderSize(in, 64<<10), bufio.NewWriterSize(out, 64<<10)
	for {
		kind, head, err := readFrame(r, headMost)
		if err == io.EOF {
			return nil
		}
		if err != nil || kind != kindOptions {
			return errWire
		}
		var asked request
		if err := json.Unmarshal(head, &asked); err != nil {
			return err
		}
		asked.Options.Engine, asked.Options.OCR = tools.Engine, tools.OCR
		asked.Options.Limits = asked.Options.Limits.Filled()
		kind, content, err := readFrame(r, asked.Options.Limits.Input+1)
		if err != nil || kind != kindContent {
			return errWire
		}
		if asked.Page > 0 {
			err = answerDrawing(w, content, asked.Page-1, asked.Options)
		} else {
			err = sendRaw(w, answer(w, content, asked.Options))
		}
		if err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
}

// answer parses a file. A parent that is gone cannot end a child that hangs; so the child ends
// itself when its reader says nothing for four times the time that it has.
func answer(w *bufio.Writer, content []byte, o parse.Options) parse.Raw {
	last := time.AfterFunc(4*o.Limits.Wall, func() { os.Exit(3) })
	defer last.Stop()
	var mu sync.Mutex
	o.Scan = func(pages int) {
		mu.Lock()
		defer mu.Unlock()
		last.Reset(4 * o.Limits.Wall * time.Duration(max(pages, 1)))
		if writeFrame(w, kindScan, binary.BigEndian.AppendUint32(nil, uint32(pages))) == nil {
			w.Flush()
		}
	}
	return parse.Parse(context.Background(), content, o)
}

# congvan: "make run" shows the main job on the shipped documents, "make test" proves it.
.DEFAULT_GOAL := help
.PHONY: help run build test race check faults bench-ingest bench-crawl bench-search bench-serve screenshots deps eval eval-parse eval-search bench fuzz clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

SEEDS := $(wildcard testdata/dispatches/*/source.txt)
DATA  := ./congvan-data

build: ## build ./bin/congvan
	@mkdir -p bin
	go build -o bin/congvan ./cmd/congvan

run: build ## ingest the shipped dispatches, list them, search, export their obligations
	@echo
	./bin/congvan --data $(DATA) ingest $(SEEDS)
	@echo
	./bin/congvan --data $(DATA) list
	@echo
	./bin/congvan --data $(DATA) search "truyen thong chinh sach"
	@echo
	./bin/congvan --data $(DATA) export obligations --out obligations.json

test: ## run every test; what needs a missing program is skipped and says so (make check runs vet)
	go test -vet=off ./...

race: ## run every test under the race detector
	go test -race -timeout 30m ./...

check: ## gofmt, vet, staticcheck, race and the plan
	@test -z "$$(gofmt -l cmd corpus extract index ingest)" || { gofmt -l cmd corpus extract index ingest; echo "run gofmt -w on these"; exit 1; }
	go vet ./...
	@mkdir -p bin
	cd .tools && go build -o ../bin/staticcheck honnef.co/go/tools/cmd/staticcheck
	./bin/staticcheck ./...
	$(MAKE) race

faults: ## kill, fill, flip and tear the store at full size; writes testdata/reports/faults.md
	CONGVAN_FAULTS=1 go test -count=1 -timeout 120m -v ./cmd/internal/pipeline ./corpus/sqlite

bench-ingest: ## ingest CONGVAN_BENCH_DOCUMENTS (100,000) made dispatches; writes testdata/reports/bench-ingest.md
	CONGVAN_BENCH_REPORT=1 go test -count=1 -timeout 120m -run '^TestBenchReport$$' -v ./cmd/internal/pipeline

bench-crawl: ## crawl a portal of 5,000 documents with all faults; writes testdata/reports/crawl.md
	CONGVAN_CRAWL_REPORT=1 go test -count=1 -timeout 30m -run '^TestPortalReport$$' -v ./cmd/internal/crawl

deps: ## install the optional programs (Debian, Ubuntu)
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-vie chromium libreoffice-writer libreoffice-calc

eval: build ## precision and recall a field over the shipped documents, into testdata/reports/eval.md
	go test ./cmd/internal/evaluate -run TestReport -update -v

eval-parse: ## every form against its transcript; DEV_FILES names a folder of more documents
	go test ./ingest/parse/... -run 'Transcripts|Verdicts|Forms|Whole' -v

eval-search: ## what analysts type, and judged questions in the folder DEV_RETRIEVAL; writes testdata/reports/search.md
	go test -count=1 ./index -run 'Retrieval|Expectations|NumbersCome' -v $(if $(DEV_RETRIEVAL),-args -update)

bench-search: ## time searches over BENCH_DOCUMENTS (100,000) made dispatches; writes testdata/reports/search-speed.md
	BENCH_DOCUMENTS=$(or $(BENCH_DOCUMENTS),100000) go test -count=1 -timeout 60m -run '^TestSpeed$$' -v ./index -args -update

bench-serve: ## load the pages over CONGVAN_BENCH_DOCUMENTS (100,000) made dispatches, or the store CONGVAN_BENCH_DATA; writes testdata/reports/serve.md
	CONGVAN_SERVE_REPORT=1 go test -count=1 -timeout 120m -run '^TestServeReport$$' -v ./cmd/internal/web

screenshots: ## a picture of each page, wide, on a phone, in the dark and printed, into ./screenshots
	CONGVAN_SCREENSHOTS=$(CURDIR)/screenshots go test -count=1 -timeout 20m -run '^TestScreenshots$$' ./cmd/internal/web

bench: ## ingestion, extraction, parsing and search, as benchmarks
	go test ./ingest/... ./extract/... ./index/... ./cmd/internal/pipeline -run xxx -bench . -benchmem

fuzz: ## a minute of each fuzz target
	@for target in $$(grep -rlE '^func Fuzz' --include=*_test.go . | sort); do \
		for name in $$(grep -oE '^func Fuzz[A-Za-z]*' $$target | cut -c6-); do \
			echo "$$target $$name"; go test ./$$(dirname $$target) -run xxx -fuzz "^$$name$$" -fuzztime 60s || exit 1; \
		done; \
	done

clean: ## remove what was built and the example's store
	rm -rf bin $(DATA) obligations.json

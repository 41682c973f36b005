# make demo     install what is missing, build, and play the whole story
# make test     install what is missing, build, and run all tests
# make install  build for speed and install below PREFIX
# make bench    measure, beside Git itself and other programs that compare; then five parties at random
# make stress   races, kill -9, damaged terms and five parties at random, many times over
# make fuzz     random input for everything that reads what others wrote
# make format   format the sources;  make lint  check that they are formatted

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
ROUNDS ?= 100
STEPS ?= 2000
SECONDS ?= 60
SOURCES = Package.swift Sources Tests Fuzz
TARGET = $(DESTDIR)$(PREFIX)
STATIC = .build/static
RELEASE = -c release --static-swift-stdlib --pkg-config-path $(STATIC) \
    -Xlinker -s -Xlinker --no-export-dynamic

.PHONY: build demo test install bench stress fuzz docs format lint clean dependencies static

build: dependencies
	$(SWIFT) build

dependencies:
	@sh Scripts/dependencies.sh

demo: build
	@sh Scripts/demo.sh "$$($(SWIFT) build --show-bin-path)" frameworks

test: dependencies
	$(SWIFT) test

static: dependencies
	@sh Scripts/static.sh $(STATIC)

install: static
	$(SWIFT) build $(RELEASE) --product entente
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)/entente"; \
	set -e; \
	install -d "$(TARGET)/bin" "$(TARGET)/share/entente" "$(TARGET)/share/man/man1" \
	    "$(TARGET)/share/bash-completion/completions" "$(TARGET)/share/zsh/site-functions" \
	    "$(TARGET)/share/fish/vendor_completions.d"; \
	install -m 755 "$$bin" "$(TARGET)/bin/entente"; \
	rm -rf "$(TARGET)/share/entente/frameworks"; \
	cp -R frameworks "$(TARGET)/share/entente/frameworks"; \
	install -d "$(TARGET)/share/entente/hooks"; \
	install -m 755 hooks/pre-receive "$(TARGET)/share/entente/hooks/pre-receive"; \
	"$$bin" reference --format man > "$(TARGET)/share/man/man1/entente.1"; \
	"$$bin" --generate-completion-script bash \
	    > "$(TARGET)/share/bash-completion/completions/entente"; \
	"$$bin" --generate-completion-script zsh > "$(TARGET)/share/zsh/site-functions/_entente"; \
	"$$bin" --generate-completion-script fish \
	    > "$(TARGET)/share/fish/vendor_completions.d/entente.fish"
	@echo "Installed: $(TARGET)/bin/entente"

bench: static
	$(SWIFT) build $(RELEASE) --product entente
	$(SWIFT) build $(RELEASE) --product HistoryBenchmark
	$(SWIFT) build $(RELEASE) --product CompareBenchmark
	@sh Benchmarks/run.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)" frameworks
	@sh Benchmarks/compare.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)"
	ENTENTE_STEPS=$(STEPS) $(SWIFT) test --filter 'StoryTests\.SimulationTests'

stress: dependencies
	ENTENTE_MUTATIONS=10000 $(SWIFT) test --filter 'TermsTests\.CheckMutationTests'
	ENTENTE_ROUNDS=$(ROUNDS) $(SWIFT) test --filter 'StoryTests\.(Race|Interruption|Sync)Tests'
	ENTENTE_STEPS=$(STEPS) $(SWIFT) test --filter 'StoryTests\.SimulationTests'

# The seconds are for each of the four readers.
fuzz: build
	@sh Fuzz/build.sh "$$($(SWIFT) build --show-bin-path)" .build/fuzz
	@sh Fuzz/run.sh .build/fuzz $(SECONDS)

docs: build
	@bin=$$($(SWIFT) build --show-bin-path)/entente; \
	$$bin reference > docs/commands.md; \
	$$bin reference --format rules > docs/rules.md; \
	$$bin reference --format terms > docs/terms.md; \
	$$bin reference --format records > docs/records.md; \
	$$bin reference --format checks > docs/checks.md

format:
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

clean:
	rm -rf .build

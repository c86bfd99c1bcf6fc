# Two commands do all the set-up on a fresh machine: make demo, make test.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
PREFIX ?= /opt/relance
PIP    := -m pip install --quiet --disable-pip-version-check

.PHONY: help demo install test bench gates servers wheel clean

help:  ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(STAMP): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP) --require-hashes -r requirements-dev.txt
	$(BIN)/python $(PIP) --no-build-isolation --no-deps -e .
	touch $@

demo: $(STAMP)  ## ninety days of the main job on embedded servers, in about a minute
	$(BIN)/relance demo

install:  ## the program for production, in PREFIX (/opt/relance); what it needs is pinned by hash
	$(PYTHON) -m venv $(PREFIX)
	$(PREFIX)/bin/python $(PIP) --require-hashes -r requirements.txt -r requirements-build.txt
	$(PREFIX)/bin/python $(PIP) --no-build-isolation --no-deps --force-reinstall .
	@echo "$(PREFIX)/bin/relance"

servers:  ## the real servers that the tests start (Debian; needs root)
	@sh tests/servers/install.sh

test: $(STAMP) servers  ## everything that is checked: types, style, import contracts, tests
	$(BIN)/pytest -n 3 --dist worksteal -q

bench: $(STAMP) servers  ## speed and memory, as ratios against a baseline of the same run
	$(BIN)/python -m benchmarks

gates: $(STAMP)  ## read anew, after a pattern of the reader was changed, what it must find
	$(BIN)/python -m training.gates

wheel: $(STAMP)  ## the package as it is installed
	$(BIN)/python -m hatchling build -t wheel

clean:  ## forget what was installed and built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis demo-output

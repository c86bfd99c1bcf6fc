# Two commands do all the set-up on a fresh machine: make demo, make test.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help demo test check bench servers wheel clean

help:  ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(STAMP): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

demo: $(STAMP)  ## ninety days of the main job on embedded servers, in about a minute
	$(BIN)/relance demo

servers:  ## the real servers that the tests start (Debian; needs root)
	@sh tests/servers/install.sh

test: $(STAMP) servers  ## everything that is checked: types, style, import contracts, tests
	$(BIN)/pytest -n 3 --dist worksteal -q

bench: $(STAMP) servers  ## speed and memory, as ratios against a baseline of the same run
	$(BIN)/python -m benchmarks

wheel: $(STAMP)  ## the package as it is installed
	$(BIN)/python -m hatchling build -t wheel

clean:  ## forget what was installed and built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis demo-output

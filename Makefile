# Everything a newcomer or a reviewer types. `make run` and `make test` need Python 3.11+ and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SEED := seeds/channel-to-moscow.txt

.PHONY: run test check lint docs faults bench clean

run: $(VENV)/.installed ## put a seed article on record, with no key
	$(BIN)/onrecord summarize --engine rules $(SEED)

test: $(VENV)/.installed-dev ## run every test, offline
	$(BIN)/python -m pytest -n auto -q

check: lint test ## everything that must hold: lint and tests

lint: $(VENV)/.installed-dev ## format, lint, types, import layers, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/docs

docs: $(VENV)/.installed-dev ## fill the blocks of the documents that a command shows
	$(BIN)/python docs/shown.py

faults: $(VENV)/.installed-dev ## play every fault of a model's server again and write docs/faults.md
	$(BIN)/python tests/faults/table.py > docs/faults.md

bench: $(VENV)/.installed-dev ## speed, growth, memory, throughput, tokens and the grounding of changed statements
	$(BIN)/python -m pip install -q --group bench
	$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or later; say which with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade "pip>=25.1"

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install -q -e ".[html]"
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install -q -e ".[html,parquet]" --group dev
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# `make run` and `make test` set everything up and need Python 3.11, 3.12 or 3.13, nothing else.

PYTHON ?= python3
PORT ?= 8501
HOST ?= localhost
DETENTION_DATA ?= data
export DETENTION_DATA

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
RUNS := $(VENV)/.runs
TESTS := $(VENV)/.tests
BENCH := $(VENV)/.bench
# Two at a time: most tests wait for a browser or a server half of their time. A file stays together, since
# its tests share what they start.
BESIDE := --numprocesses 2 --dist loadfile
SELECTED := not nightly

.PHONY: help run test nightly browsers lint new check suggest seal describe site bench pictures locale clean
.DEFAULT_GOAL := help

help: ## show what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1|/' | column -t -s '|'

run: $(RUNS) ## serve the dashboard (PORT, HOST, DETENTION_DATA)
	@exec $(BIN)/streamlit run app.py --server.port $(PORT) --server.address $(HOST)

test: $(TESTS) ## run the tests, browser tests included
	$(BIN)/python -m pytest $(BESIDE) -m "$(SELECTED)"

nightly: $(TESTS) ## run all tests, also those that take long
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest $(BESIDE)

# Playwright has Chromium for many systems; what Debian packages is kept up to date by Debian.
browsers: $(TESTS) ## install the browsers and R that some tests need
	@if grep -qsx 'ID=debian' /etc/os-release; then \
		as=$$([ "$$(id -u)" -eq 0 ] || echo sudo); \
		$$as apt-get update -qq && $$as apt-get install -y --no-install-recommends chromium firefox-esr r-base-core; \
	else \
		$(BIN)/playwright install chromium && \
		echo "Firefox and R are used where firefox and Rscript are on the path; install them as your system does."; \
	fi

lint: $(TESTS) ## check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy app.py locale/collect.py docs/pictures.py
	$(BIN)/lint-imports

# FOLDER and NAME arrive as they were typed, with quotation marks and dollars, and only from the command line: some
# systems have a NAME in every environment.
typed = $(if $(findstring command,$(origin $(1))),$(value $(1)))
new: override export FOLDER := $(call typed,FOLDER)
new: override export NAME := $(call typed,NAME)
new: $(RUNS) ## begin a folder of tables with invented counts to overwrite (FOLDER=/path NAME="a title")
	@$(BIN)/python -m validation.new_folder -- "$$FOLDER" "$$NAME"

check: $(RUNS) ## validate the tables
	$(BIN)/python -m validation "$(DETENTION_DATA)"

suggest: $(RUNS) ## write a row for corrections.csv for each count in a disagreement, to judge
	@$(BIN)/python -m exports.suggested_corrections "$(DETENTION_DATA)"

seal: $(RUNS) ## write the next line of editions.csv (WHY="a reason")
	$(BIN)/python -m validation.seal "$(DETENTION_DATA)" $(if $(WHY),--why "$(WHY)")

describe: $(RUNS) ## write datapackage.json anew; of data/ also docs/data-dictionary.md and the rules in docs/checks.md
	$(BIN)/python -m validation.describe "$(DETENTION_DATA)"

site: override export OUT := $(call typed,OUT)
site: override export SERVER := $(call typed,SERVER)
site: $(RUNS) ## write pages and data as a folder that needs no server (OUT=/path, SERVER=its address)
	@$(BIN)/python -m exports.site $${SERVER:+--server "$$SERVER"} -- "$$OUT"

bench: $(BENCH) ## measure against the targets, beside other tools (about eight minutes)
	$(BIN)/python -m benchmarks

pictures: $(TESTS) ## retake the pictures of the pages in README.md
	$(BIN)/python docs/pictures.py

locale: $(TESTS) ## collect the English sentences for translators, and bring the catalogues up to date
	$(BIN)/python locale/collect.py

clean: ## remove what was set up
	rm -rf $(VENV)

# The stamps say which pins are installed, so that nothing is set up twice.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python was not found: install Python 3.11, 3.12 or 3.13, or name it: make run PYTHON=/path/to/python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$$($(PYTHON) --version) is too old: Python 3.11, 3.12 or 3.13 is needed. Name another one: make run PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info >= (3, 14))' || echo "$$($(PYTHON) --version) has not been tried: 3.11, 3.12 and 3.13 have." >&2
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$$($(PYTHON) --version) has no module venv: install it (Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@echo "Setting up $(VENV) (once, a minute or two) ..."
	@$(PYTHON) -m venv $(VENV)

$(RUNS): requirements.txt | $(BIN)/python
	@$(PIP) -r requirements.txt
	@touch $@

$(TESTS): requirements-dev.txt $(RUNS) | $(BIN)/python
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(BENCH): requirements-bench.txt $(TESTS) | $(BIN)/python
	@$(PIP) -r requirements-bench.txt
	@touch $@

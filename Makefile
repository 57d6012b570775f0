# Two commands on a fresh machine: `make site` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := locks/dev.txt

.PHONY: site test lint format browser lighthouse nightly clean lock messages docs bench

site: $(VENV)/ready
	$(BIN)/seasontracker build

test: $(VENV)/ready
	$(BIN)/pytest -n auto -m "not browser"

browser: $(VENV)/browser-ready
	$(BIN)/pytest -n auto -m "browser and not lighthouse" tests/browser

# Alone, since it measures time.
lighthouse: $(VENV)/browser-ready
	$(BIN)/pytest -s -m lighthouse tests/browser/test_lighthouse.py

# Ten times as many sequences of edits as `make test` tries, after each of which a build must equal
# a clean one, and others every night.
nightly: $(VENV)/ready
	SEASONTRACKER_SEQUENCES=500 $(BIN)/pytest -n auto tests/pipeline/test_incremental.py

lint: $(VENV)/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf build dist .seasontracker .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Collects the program's own words for translators. Dates, tools and line numbers are left out, so
# that the catalogues change only when a message does.
CATALOGUES := src/seasontracker/wording/catalogues

messages: $(VENV)/ready
	$(BIN)/pybabel -q extract -F babel.cfg -k mark -k pgettext:1c,2 --add-location=file --sort-by-file \
		--project=seasontracker --version=1 --header-comment="# The words that seasontracker puts on a page." \
		-o $(CATALOGUES)/seasontracker.pot src/seasontracker templates
	$(BIN)/pybabel -q update -i $(CATALOGUES)/seasontracker.pot -o $(CATALOGUES)/en.po -l en \
		--no-fuzzy-matching --ignore-obsolete --init-missing
	sed -i -E '/^"([A-Za-z]+-[A-Za-z]+-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator|Language-Team): /d' \
		$(CATALOGUES)/seasontracker.pot $(CATALOGUES)/en.po

# Rewrites the pinned versions from the ranges in pyproject.toml (needs `uv`).
lock:
	for group in dev browser; do \
		uv pip compile pyproject.toml --group $$group --universal --python-version 3.11 \
			--generate-hashes --no-annotate --no-header --no-emit-index-url -q \
			--upgrade -o locks/$$group.txt; \
	done
	uv pip compile pyproject.toml --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url -q \
		--upgrade -o locks/runtime.txt

$(VENV)/ready: $(LOCK) pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/browser-ready: $(VENV)/ready locks/browser.txt tests/browser/package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/browser.txt
	cd tests/browser && npm ci --silent --ignore-scripts
	touch $@

# Brings the tables of docs/content.md up to date with the models.
docs: $(VENV)/ready
	$(BIN)/python docs/make_reference.py

# Builds the same invented sites with Hugo and Pelican too, and writes docs/performance.md. With
# SIZES="100 1000 10000" it takes long; nothing else should run meanwhile.
SIZES ?= 100 1000
REPETITIONS ?= 3

bench: $(VENV)/ready
	$(BIN)/python bench/run.py --sizes $(SIZES) --repetitions $(REPETITIONS)
	.bench/venv/bin/python bench/report.py
	$(BIN)/python bench/profiling.py

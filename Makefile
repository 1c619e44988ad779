# Clearway: `make demo` to see it work, `make test` to test it; `make help` lists the rest.
# Plain rules that GNU make 3.81 (macOS) understands.

SHELL := /bin/sh
PYTHON_IN := .venv/bin/python
CLEARWAY := .venv/bin/clearway
GAZETTEER := src/clearway/places/data/gazetteer.sqlite
INPUTS := build/gazetteer-inputs
BUILDERS := $(addprefix src/clearway/places/,build.py inputs.py folding.py naming.py schema.py geometry.py sieve.py)
CODE := $(wildcard src/clearway/corridors/*_code.py)
TABLES := $(wildcard src/clearway/places/data/*.tsv)
LEDGER := build/demo.db
PAGE := build/demo.html
# The day of the last sample: how old a figure is, is counted from there.
DEMO_DAY := 2020-03-16
UV ?= uv
ARGS ?=
# Tests run on every core; what is in one file runs in one process, which shares what is costly to make.
WORKERS ?= auto

export PYTHON

.DEFAULT_GOAL := setup
.DELETE_ON_ERROR:
.PHONY: help setup dev gazetteer demo test benchmarks check lint types layers licences format wheel lock clean

help: ## say what each command does
	@sed -n 's/^\([a-z]*\):[^#]*## /make \1\t/p' $(MAKEFILE_LIST)

setup: .venv/.project gazetteer .venv/.prepared ## install what Clearway runs on, build its gazetteer, compile its searches

dev: .venv/.development gazetteer .venv/.prepared ## install what its tests and checks need too

gazetteer: $(GAZETTEER) ## build the gazetteer, once

demo: setup ## read the sample reports, print the picture, write the page, add the schematic roads
	@rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm
	$(CLEARWAY) read samples --quiet --ledger $(LEDGER)
	$(CLEARWAY) page --ledger $(LEDGER) --as-of $(DEMO_DAY) --title "North-west Syria, sample reports" -o $(PAGE)
	$(CLEARWAY) picture --ledger $(LEDGER) --as-of $(DEMO_DAY)
	@$(CLEARWAY) roads add docs/corridors/idlib-aleppo --ledger $(LEDGER) 2>/dev/null
	@printf '\nThe page of this crisis: %s\n' "$(CURDIR)/$(PAGE)"
	@printf 'Ways through it: $(CLEARWAY) corridor plan --from Saraqib --to Aleppo --as-of 2020-02-21 --ledger $(LEDGER)\n'

test: dev ## run all tests; ARGS="-k words" runs some
	$(PYTHON_IN) -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

benchmarks: setup ## measure reading on the texts in DATA=folder (by default ../shared/benchmarks), some minutes
	$(PYTHON_IN) -m benchmarks $(if $(DATA),--data "$(DATA)") $(ARGS)

check: lint types layers licences ## all that CI checks beside the tests

lint: dev ## code style
	.venv/bin/ruff check
	.venv/bin/ruff format --check

types: dev ## types
	.venv/bin/mypy

layers: dev ## which room imports which
	.venv/bin/lint-imports

licences: dev ## licences of all that is installed; a GPL or AGPL fails
	$(PYTHON_IN) scripts/licences.py requirements-dev.lock
	$(PYTHON_IN) scripts/licences.py gazetteer.lock $(INPUTS)

format: dev ## lay the code out as ruff does
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

wheel: setup ## build a wheel with the gazetteer in it, into dist/
	rm -rf dist
	$(PYTHON_IN) -m hatchling build --target wheel

lock: ## pin the newest versions anew, by hash (needs uv)
	scripts/lock $(UV)

clean: ## remove what was installed and built
	rm -rf .venv build dist $(GAZETTEER)

# A lock that has not changed is not installed again, unless the folder was moved: an environment holds its path.
MOVED := $(shell test ! -f .venv/.where || test "`cat .venv/.where`" = "`pwd`" || echo moved)
.PHONY: moved

.venv/.run-time: requirements.lock scripts/setup $(MOVED)
	@scripts/setup requirements.lock
	@touch $@

.venv/.project: pyproject.toml .venv/.run-time
	@scripts/setup --project
	@touch $@

.venv/.development: requirements-dev.lock .venv/.project
	@scripts/setup requirements-dev.lock
	@touch $@

# The searches of corridors in machine code, kept beside the modules: else a user's first plan would wait for it.
.venv/.prepared: .venv/.project $(CODE)
	@echo "clearway: compiling the searches, once" >&2
	@$(PYTHON_IN) -m clearway.corridors.preparing
	@touch $@

$(INPUTS)/.fetched: gazetteer.lock | .venv/.project
	@scripts/setup --inputs gazetteer.lock $(INPUTS)
	@touch $@

$(GAZETTEER): $(INPUTS)/.fetched $(BUILDERS) $(TABLES)
	@mkdir -p $(dir $@)
	@echo "clearway: building the gazetteer, once" >&2
	$(PYTHON_IN) -m clearway.places.build $(INPUTS) $@

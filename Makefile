# `make` runs the whole job on the records in data/; `make test` sets up and passes the tests. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := run
.PHONY: run serve test lint pictures zensical lighthouse bench clean lock help setup setup-dev bless ci-validate ci-report ci-publish ci-workflows

run: setup ## Check, match, due, both sites, and a summary (the default)
	@$(BIN)/vecina run

serve: setup ## Show both sites on this computer and rebuild on change
	@$(BIN)/vecina serve

test: setup-dev ## Run all tests, a real browser included
	@$(BIN)/python scripts/chromium.py
	@$(BIN)/pytest

lint: setup-dev ## Types, style and records
	@$(BIN)/mypy
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/vecina fmt --check
	@$(BIN)/vecina check

pictures: setup-dev ## Make the pictures of the guides in docs/ again
	@$(BIN)/python scripts/chromium.py
	@$(BIN)/python scripts/pictures.py

zensical: setup .venv-zensical/stamp ## Build the public site with its next generator too, and compare the addresses (optional)
	@$(BIN)/vecina build public
	@$(BIN)/python scripts/zensical.py .venv-zensical/bin/zensical

lighthouse: setup-dev ## Ask Lighthouse about the public site (optional; needs Node)
	@$(BIN)/vecina build public
	@$(BIN)/python scripts/lighthouse.py

bench: .venv/bench-stamp ## Time the whole command on many records, and the matcher against others
	@$(BIN)/python bench/bench.py

bless: setup-dev ## Accept the outputs as they are now; look at the change before you commit it
	@BLESS=1 $(BIN)/pytest -q tests/test_mini.py tests/test_faults.py tests/test_terrible.py

ci-validate: setup ## What CI says of a change: BASE=main (or any revision) is what it is compared with
	@BASE=$${BASE:-main} .ci/validate.sh

ci-report: setup ## What CI reports each morning; nothing leaves this computer
	@.ci/report.sh

ci-publish: setup ## Build the public site and look through it, as CI does before it publishes
	@.ci/publish.sh

ci-workflows: setup-dev ## Audit the workflows and test what they run
	@.ci/workflows.sh

lock: ## Pin the packages with hashes (UPGRADE=1: the newest that fit)
	@$(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/pip install --quiet uv==0.13.9
	@.venv-lock/bin/python scripts/lock.py $(if $(UPGRADE),--upgrade)
	@rm -rf .venv-lock

clean: ## Delete everything that was made
	rm -rf build .venv .venv-lock .venv-zensical .mypy_cache .ruff_cache .pytest_cache .hypothesis

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: .venv/run-stamp
setup-dev: .venv/dev-stamp

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name it: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up .venv (once, about a minute) ..."
	@$(PYTHON) -m venv .venv

.venv/run-stamp: $(BIN)/python requirements.lock pyproject.toml
	@$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/dev-stamp: .venv/run-stamp requirements-dev.lock
	@$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

.venv-zensical/stamp: requirements-zensical.lock
	@$(PYTHON) -m venv .venv-zensical
	@.venv-zensical/bin/pip install --quiet --require-hashes -r requirements-zensical.lock
	@touch $@

.venv/bench-stamp: .venv/dev-stamp requirements-bench.lock
	@$(BIN)/pip install --quiet --require-hashes -r requirements-bench.lock
	@touch $@

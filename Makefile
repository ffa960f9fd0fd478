# What there is to do here. Each target sets up what it needs first, and costs nothing when it is set up already.
PYTHON ?= python3
CANDOUR_VENV ?= .venv
BIN = $(CANDOUR_VENV)/bin
ARGS ?=

ready = command -v $(PYTHON) >/dev/null || { echo "I found no $(PYTHON). Install Python 3.11, 3.12 or 3.13, then run make again." >&2; exit 2; }; \
	CANDOUR_VENV='$(CANDOUR_VENV)' $(PYTHON) install.py $(1) </dev/null

UV ?= $(shell command -v uv || echo $(BIN)/uv)
compile = $(UV) pip compile pyproject.toml --group build --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-config --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --quiet

.DEFAULT_GOAL := help
.PHONY: help chat setup test privacy check bench lint format count lock clean

help: ## what each target does
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

chat: ## talk to Candour here, as a teacher of the sample school
	@$(call ready,--quiet) && exec $(BIN)/candour chat --school sample --as t.teacher

setup: ## only the set-up
	@$(call ready)

test: ## the whole test suite; ARGS="-k words" for a part of it
	@$(call ready,--dev --quiet) && exec $(BIN)/python -m pytest $(ARGS)

privacy: ## every test of what is sealed, erased and kept out of sight; none may be left out
	@$(call ready,--dev --quiet) && exec $(BIN)/python -m tests.privacy

check: lint test ## what CI runs: lint, types, tests

bench: ## measure search, answers and filing; prints one JSON object and draws docs/bench.svg
	@$(call ready,--dev --quiet) && exec $(BIN)/python -m tests.bench $(ARGS)

lint: ## style, layout and types
	@$(call ready,--dev --quiet)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: ## put the layout right
	@$(call ready,--dev --quiet)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

count: ## write down how many tests there are; CI fails when fewer run
	@$(call ready,--dev --quiet) && $(BIN)/python tests/count.py

lock: ## choose the newest versions anew, with hashes for every platform (needs uv)
	@command -v $(UV) >/dev/null || { echo "I found no uv. Install it (https://docs.astral.sh/uv), then run make lock again." >&2; exit 2; }
	$(compile) --upgrade --output-file requirements.lock
	$(compile) --upgrade --extra test --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove what was made here, except the data folder and .env
	rm -rf $(CANDOUR_VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find adapters bot knowledge reports tests -name __pycache__ -type d -prune -exec rm -rf {} +

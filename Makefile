# Needs Python 3.11 or newer, make and git; everything else goes into .venv.
PYTHON ?= python3
# TORCH=cpu or TORCH=gpu chooses PyTorch's build; left out, the one that is there stays (first: cpu).
TORCH ?=
# Handed on to the command: make run ARGS="--port 8000", make pytest ARGS="-k salary".
ARGS ?=

BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run test setup setup-test bench fix lint types pytest lock python clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup ## install what is missing, read corpus/ and serve the app on http://127.0.0.1:7860
	@$(BIN)/python app.py $(ARGS)

test: lint types pytest ## every check: linter, formatting, types, tests

setup: python ## install into .venv; quick when nothing changed; TORCH=gpu for an NVIDIA card
	@"$(PYTHON)" -m tools.environment runtime --torch "$(TORCH)"

setup-test: python ## the same with what the checks need
	@"$(PYTHON)" -m tools.environment test --torch "$(TORCH)"

bench: setup-test ## speed, memory and cost, each beside a baseline
	@$(BIN)/python -m bot bench $(ARGS)

fix: setup-test ## format, and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lint: setup-test ## linter and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup-test ## type checker
	$(BIN)/mypy

pytest: setup-test ## tests alone
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

lock: setup-test ## resolve pyproject.toml into requirements/; UPGRADE=1 takes newer versions
	@$(BIN)/python -m tools.lock $(if $(UPGRADE),--upgrade)

clean: ## remove .venv and caches, not the index
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .hypothesis

python:
	@command -v "$(PYTHON)" >/dev/null || { \
		echo "There is no '$(PYTHON)' here. Install Python 3.11 or newer" \
		"(Debian, Ubuntu: sudo apt-get install python3 python3-venv)" \
		"or name yours: make setup PYTHON=/path/to/python3.12" >&2; exit 1; }
	@"$(PYTHON)" -ISc 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and '$(PYTHON)' is $$("$(PYTHON)" --version 2>&1)." \
		"Name a newer one: make setup PYTHON=python3.12" >&2; exit 1; }

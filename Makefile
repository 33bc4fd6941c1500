# One command each. Every step leaves a stamp and is done again only when what it depends on has changed.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
HOST   ?= 127.0.0.1
PORT   ?= 8501
STATE  := $(CURDIR)/.tenkyo
SOURCE ?= samples/documents
BUNDLE ?= bundle

# Libraries stay inside the project, one for each source folder.
library = $(STATE)/library-$(shell printf %s "$(abspath $(1))" | cksum | cut -d' ' -f1)
LIBRARY := $(call library,$(SOURCE))
SAMPLES := $(call library,samples/documents)

export PIP_DISABLE_PIP_VERSION_CHECK = 1
export HF_HUB_OFFLINE = 1

# A folder made by `make bundle` holds wheels/ and model/: nothing is then asked of the network.
ifneq ($(wildcard wheels),)
  PIP_SOURCE := --no-index --find-links wheels
endif
ifneq ($(wildcard model),)
  export TENKYO_CACHE := $(CURDIR)/model
endif

.PHONY: help setup setup-dev model run test check format fuzz bench eval samples bundle browser clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; $(PYTHON) is older"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "no virtual environment could be made; on Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --progress-bar off $(PIP_SOURCE) -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation $(PIP_SOURCE) --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/pip install --quiet --progress-bar off $(PIP_SOURCE) -r requirements-dev.txt
	@touch $@

# The checker of accessibility comes from npm. Without it its tests are skipped, which they say.
AXE := tests/node_modules/.package-lock.json
$(AXE): tests/package-lock.json
	@npm ci --prefix tests --silent --ignore-scripts --no-audit --no-fund \
	  || echo "npm could not install axe-core: accessibility goes untested" >&2

setup: $(VENV)/.installed ## the virtual environment, with pinned dependencies
setup-dev: $(VENV)/.installed-dev $(AXE) ## the same, with what the tests and checks need

model: setup ## make the bundled model ready (once)
	@$(BIN)/tenkyo prepare

run: model ## index samples/ (or SOURCE=folder) and open the app
	$(BIN)/tenkyo index "$(SOURCE)" --data "$(LIBRARY)" || test $$? -eq 3
	TENKYO_DATA="$(LIBRARY)" TENKYO_HOST=$(HOST) TENKYO_PORT=$(PORT) $(BIN)/tenkyo serve

test: setup-dev model ## all tests
	$(BIN)/pytest -n 2 --dist loadgroup

check: setup-dev ## lint and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup-dev ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

fuzz: setup-dev ## damaged files for every reader, 10,000 and ten minutes of them
	$(BIN)/python -m tests.fuzz_readers --seeds samples/documents

bench: setup-dev model ## speed, beside the bare parts in the same run
	$(BIN)/python -m eval.bench

eval: setup-dev model ## quality of search and answers on the samples, peers beside; the report is .tenkyo/report/report.html
	$(BIN)/tenkyo index samples/documents --data "$(SAMPLES)" || test $$? -eq 3
	$(BIN)/tenkyo eval samples/questions.jsonl --data "$(SAMPLES)" \
	  --answers --compare bigrams,lemmas,lexical,dense,rrf,txtai,tenkyo --report "$(STATE)/report"

samples: setup-dev ## write samples/documents again from their sources
	$(BIN)/python -m samples.build

bundle: model ## one folder for machines without a network: the project, its wheels, the model
	scripts/bundle "$(BUNDLE)"

clean: ## remove what the other commands made
	rm -rf $(VENV) $(STATE) tests/node_modules *.egg-info

# Two commands: `make demo` and `make test`. Both need a Rust toolchain and Python >= 3.10, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEV := maturin>=1.8,<2 pytest>=8 hypothesis>=6 ruff>=0.6 mypy>=1.11 nbclient>=0.10 nbformat>=5.10 ipykernel>=6 altair>=5.4 pandas>=2.2 pyarrow>=17 scipy>=1.11 statsmodels>=0.14 ruptures>=1.1 vl-convert-python>=1.6 great-tables>=1.1 feedparser>=6.0.11 mwparserfromhell>=0.6.6 trafilatura>=1.12 mkdocs>=1.6 mkdocs-material>=9.5 nbconvert>=7 selenium>=4.20
.PHONY: demo test bench score wheel install lint core py site bulk clean

$(BIN)/.tools:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet $(foreach p,$(DEV),'$(p)')
	touch $@

wheel: $(BIN)/.tools
	rm -rf dist
	$(BIN)/maturin build --release --out dist --interpreter $(BIN)/python

install: wheel
	$(BIN)/pip install --quiet --force-reinstall --no-deps dist/*.whl
	$(BIN)/pip install --quiet dist/*.whl

# Builds, runs the main job on the packaged sample, shows the tables, writes visavis-demo.html.
demo: install
	cd /tmp && $(abspath $(BIN))/visavis demo --output $(CURDIR)/visavis-demo.html

# Everything: formatters, linters, types, the core's tests, the package's tests from the built wheel.
test: core install lint py

core:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo test

lint:
	# Of its own folder: maturin tells pyo3 of its interpreter, clippy does not, and each would have the other build Polars again.
	cargo clippy --release --features python --target-dir target/lint -- -D warnings
	$(BIN)/ruff format --check python tests scripts
	$(BIN)/ruff check python tests scripts
	$(BIN)/mypy

py:
	$(BIN)/pytest

# The documentation as a site of its own, in build/site; the tests build it too.
site: install
	$(BIN)/python scripts/make_site.py

# The codebook's scorer on the annotated articles beside this checkout.
score: install
	$(BIN)/python scripts/score.py ../shared/gold/dev.jsonl

# Throughput of the text core; VISAVIS_CORPUS=file.jsonl reads that instead of the sample.
bench:
	cargo bench --bench core

# Throughput on the large corpora beside this checkout.
bulk: install
	$(BIN)/visavis extract ../shared/corpora/kcna-2011.jsonl.gz --threads 2 -o kcna-2011.parquet
	$(BIN)/visavis extract ../shared/corpora/current-events.jsonl.gz --threads 2 -o current-events.parquet

clean:
	rm -rf dist $(VENV) target

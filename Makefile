# The things people do often, each one command. Set-up happens by itself, once per change of a lock file.
.PHONY: demo test check fmt bench drill schemas lock clean

PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 2

demo: .make/ready  ## the city plays two clients' stories; DEMO_ARGS=--exit leaves with the result
	$(BIN)/osnowa demo $(DEMO_ARGS)

test: .make/ready-dev  ## all tests; WORKERS=0 one after another, TEST_ARGS=tests/intake a part of them
	$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(TEST_ARGS)

check: .make/ready-dev  ## style, types, rooms, contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m osnowa_contracts.check

fmt: .make/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .make/ready-dev  ## how fast, beside the bare database and stream; BENCH_ARGS=--json
	$(BIN)/osnowa bench $(BENCH_ARGS)

drill: .make/ready  ## break it on purpose, count what is lost; DRILL_ARGS=--json
	$(BIN)/osnowa drill all $(DRILL_ARGS)

schemas: .make/ready-dev  ## after a change of a contract: write its JSON Schema anew
	$(BIN)/python -m osnowa_contracts.check --write

lock: .make/ready-dev  ## after a change of requirements/*.in
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet requirements/run.in -o requirements/run.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet requirements/dev.in -o requirements/dev.lock

clean:
	rm -rf .venv .make node_modules chassis/web/static/vendor

# --- set-up -----------------------------------------------------------------

.make/venv: requirements/run.lock pyproject.toml contracts/pyproject.toml
	@echo "Python packages: a minute, once"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e ./contracts -e .
	@mkdir -p .make && touch $@

.make/assets: package.json package-lock.json .npmrc scripts/assets.mjs
	@echo "Style sheets and scripts of the pages: seconds, once"
	@npm ci --ignore-scripts --no-audit --no-fund --silent
	@node scripts/assets.mjs
	@mkdir -p .make && touch $@

.make/ready: .make/venv .make/assets
	@touch $@

.make/ready-dev: .make/ready requirements/dev.lock
	@echo "Tools for checks and tests: half a minute, once"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

# The things people do often, each one command. Set-up happens by itself, once per change of a lock file.
.PHONY: demo test check fmt lock schemas clean

PYTHON ?= python3
BIN := .venv/bin

demo: .make/ready
	$(BIN)/osnowa demo $(DEMO_ARGS)

test: .make/ready-dev
	$(BIN)/pytest $(TEST_ARGS)

check: .make/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m osnowa_contracts.check

fmt: .make/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schemas: .make/ready-dev  ## after a change of a contract: write its JSON Schema anew
	$(BIN)/python -m osnowa_contracts.check --write

lock: .make/ready-dev  ## after a change of requirements/*.in
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet requirements/run.in -o requirements/run.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet requirements/dev.in -o requirements/dev.lock

clean:
	rm -rf .venv .make node_modules chassis/web/static/vendor

# --- set-up -----------------------------------------------------------------

.make/venv: requirements/run.lock pyproject.toml contracts/pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e ./contracts -e .
	@mkdir -p .make && touch $@

.make/assets: package-lock.json scripts/assets.mjs
	npm ci --ignore-scripts --no-audit --no-fund --silent
	node scripts/assets.mjs
	@mkdir -p .make && touch $@

.make/ready: .make/venv .make/assets
	@touch $@

.make/ready-dev: .make/ready requirements/dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

# One command each: `make demo` to see the site, `make test` and `make lint` to work on it.
# All they write lies in var/; `make clean` removes what a build left there, not the demo's data.

export UV_PROJECT_ENVIRONMENT := var/venv
export UV_PYTHON_DOWNLOADS := never
# As the rest of this machine does: many an office network has a certificate authority of its own.
export UV_SYSTEM_CERTS ?= true
export PYTHONPYCACHEPREFIX := $(CURDIR)/var/pycache
# A machine that already uses uv shares its package cache; a fresh one gets its own in var/.
export UV_CACHE_DIR ?= $(if $(wildcard $(HOME)/.cache/uv),$(HOME)/.cache/uv,$(CURDIR)/var/uv/cache)

uv = uv=$$(python3 scripts/bootstrap_uv.py)
python = var/venv/bin/python
# --inexact keeps a developer's tools in place when the demo needs less.
for-the-site = @$(uv) && $$uv sync --quiet --frozen --no-dev --inexact
for-development = @$(uv) && $$uv sync --quiet --locked

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test lint format bench bench-submissions judge elasticsearch elasticsearch-stop messages clean

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

demo: ## Set up the site with its demonstration content and serve it (PORT=8000)
	$(for-the-site)
	@$(python) scripts/demo.py

demo-reset: ## Throw the demonstration's data away and start over
	$(for-the-site)
	@$(python) scripts/demo.py --reset

test: ## Run every test this machine can run (ARGS="-k words" goes to pytest)
	$(for-development)
	@$(python) scripts/test.py $(ARGS)

lint: ## Check the style, types, layers, templates, migrations and deployment settings
	$(for-development)
	@$(python) scripts/lint.py

bench: ## Measure the site on many pages (ARGS="--pages 1000")
	$(for-development)
	@$(python) benchmarks/run.py $(ARGS)

bench-search: ## Measure search beside plain Wagtail (ARGS="--pages 1000 --records 20000")
	$(for-development)
	@$(python) benchmarks/run_search.py $(ARGS)

judge: ## Judge the results of search by people's answers (ELASTICSEARCH_URL adds that engine)
	$(for-development)
	@$(python) -m pytest -q -s tests/search/test_judgements.py

bench-submissions: ## Send 200 examples at once and see that each arrives once (ARGS="--visitors 50")
	$(for-development)
	@$(python) benchmarks/submissions.py $(ARGS)

elasticsearch: ## Start a real Elasticsearch on this machine and print its address
	@python3 scripts/elasticsearch_server.py start

elasticsearch-stop: ## Stop that one
	@python3 scripts/elasticsearch_server.py stop

format: ## Put the code in shape
	$(for-development)
	@var/venv/bin/ruff check --fix --quiet . ; var/venv/bin/ruff format .

clean: ## Remove uv, the environment and the caches; the demonstration's data stay
	rm -rf var/uv var/venv var/pycache var/mypy var/ruff var/pytest var/import-linter

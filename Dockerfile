# The site as a container; compose.yaml puts PostgreSQL beside it. `make demo` needs neither.
FROM python:3.13-slim-trixie

ENV PYTHONUNBUFFERED=1 \
    UV_PROJECT_ENVIRONMENT=/opt/venv \
    UV_PYTHON_DOWNLOADS=never \
    VAR_DIR=/var/lib/meegenomen \
    DJANGO_SETTINGS_MODULE=meegenomen.settings.production

WORKDIR /opt/meegenomen
# The libraries first: they change less often than the site.
COPY pyproject.toml uv.lock scripts/bootstrap_uv.py ./
RUN mkdir scripts && mv bootstrap_uv.py scripts/ \
    && uv=$(python3 scripts/bootstrap_uv.py) && $uv sync --frozen --no-dev --no-install-project --no-cache
# Editable, as everywhere: the templates stand beside the packages, not in them.
COPY . .
RUN uv=$(python3 scripts/bootstrap_uv.py) && $uv sync --frozen --no-dev --no-cache \
    && useradd --system --create-home --home-dir /var/lib/meegenomen meegenomen

USER meegenomen
ENV PATH=/opt/venv/bin:$PATH
VOLUME /var/lib/meegenomen
EXPOSE 8000
CMD ["gunicorn", "meegenomen.wsgi:application", "--bind", "0.0.0.0:8000"]

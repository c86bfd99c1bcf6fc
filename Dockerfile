# Relance Mailer as a container: one process, its configuration and database under /data.
FROM python:3.11-slim-bookworm AS build
WORKDIR /source
COPY requirements.txt requirements-build.txt pyproject.toml README.md LICENSE ./
RUN python -m venv /opt/relance \
 && /opt/relance/bin/pip install --no-cache-dir --require-hashes -r requirements.txt \
 && python -m venv /opt/build \
 && /opt/build/bin/pip install --no-cache-dir --require-hashes -r requirements-build.txt
COPY relance_mailer relance_mailer
COPY templates templates
COPY config config
RUN /opt/build/bin/python -m hatchling build -t wheel -d /wheels \
 && /opt/relance/bin/pip install --no-cache-dir --no-deps /wheels/*.whl

FROM python:3.11-slim-bookworm
COPY --from=build /opt/relance /opt/relance
RUN useradd --system --uid 10001 --home-dir /data --create-home relance
ENV PATH=/opt/relance/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER relance
WORKDIR /data
VOLUME /data
# SIGTERM ends the daemon in order: a letter in mid-transmission is finished first.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=20s CMD ["relance", "-c", "/data/settings.toml", "status"]
ENTRYPOINT ["relance"]
CMD ["-c", "/data/settings.toml", "run", "--json-log"]

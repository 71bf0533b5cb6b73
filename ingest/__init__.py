"""The first six verbs in plain Python: fetch, parse, extract, validate, load, resolve; no Dagster and no dbt in here."""

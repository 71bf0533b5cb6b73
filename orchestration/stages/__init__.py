"""The eight verbs of a night as plain functions of a ``NightRun``: what Dagster's assets and the tests call."""

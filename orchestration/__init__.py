"""When, in which order, with which checks: the night as plain functions, Dagster over them, and the command line."""

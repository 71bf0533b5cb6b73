"""One module per verb: Dagster assets that call the functions of ``stages/`` and say what came out."""

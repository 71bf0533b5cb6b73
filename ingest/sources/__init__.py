"""WHERE releases come from, declared: one small file per kind, the entries themselves as data in ``sources.yaml``."""

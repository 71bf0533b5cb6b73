"""Speed, measured side by side in one run: medians and ratios, never a test. ``make bench`` runs ``python -m bench``."""

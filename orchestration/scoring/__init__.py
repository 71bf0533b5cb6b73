"""Measuring what was read against annotations made by hand.

Reads annotations and a published file, compares, counts. Changes neither; knows nothing of how the facts were found.
"""

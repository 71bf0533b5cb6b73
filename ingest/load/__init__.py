"""Good rows -> Parquet: one atomic file per table and night. The owner of pyarrow."""

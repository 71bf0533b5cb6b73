-- Every fact row and release of the last good file, with the moment it was first recorded.
{{ remembered('facts', {
    'fact_table': 'varchar', 'fact_id': 'varchar', 'recorded_at': 'timestamp', 'row_json': 'varchar'
}) }}

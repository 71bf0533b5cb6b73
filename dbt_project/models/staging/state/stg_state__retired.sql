-- Facts that had left by the last good file.
{{ remembered('retired', {
    'fact_table': 'varchar', 'fact_id': 'varchar', 'row_json': 'varchar', 'recorded_at': 'timestamp',
    'retired_at': 'timestamp', 'cause': 'varchar'
}) }}

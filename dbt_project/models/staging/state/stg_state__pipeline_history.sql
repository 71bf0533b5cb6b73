-- The pipeline history of the last good file.
{{ remembered('pipeline_history', {
    'program_id': 'varchar', 'compound_id': 'varchar', 'indication_id': 'varchar', 'stage': 'varchar',
    'stage_since': 'date', 'status': 'varchar', 'owner_company_id': 'varchar',
    'approved_regions': 'varchar[]', 'valid_from': 'date', 'valid_to': 'date', 'release_id': 'varchar',
    'recorded_from': 'timestamp', 'recorded_to': 'timestamp'
}) }}

-- Every state of the pipeline that was published, up to the last good file.
{{ remembered('pipeline_recorded', {
    'program_id': 'varchar', 'compound_id': 'varchar', 'compound_name': 'varchar', 'indication_id': 'varchar',
    'indication_name': 'varchar', 'broader_program_id': 'varchar', 'owner_company_id': 'varchar', 'owner_name': 'varchar',
    'partner_names': 'varchar[]', 'stage': 'varchar', 'stage_since': 'date', 'status': 'varchar',
    'approved_regions': 'varchar[]', 'next_step': 'varchar', 'next_window_start': 'date', 'next_window_end': 'date',
    'last_release_id': 'varchar', 'last_announced_on': 'date', 'release_count': 'bigint',
    'recorded_from': 'timestamp', 'recorded_to': 'timestamp', 'night_from': 'date', 'night_to': 'date'
}) }}

-- Every change that was told up to the last good file.
{{ remembered('release_changes', {
    'change_id': 'varchar', 'night': 'date', 'entity_kind': 'varchar', 'entity_id': 'varchar',
    'entity_name': 'varchar', 'field': 'varchar', 'old_value': 'varchar', 'new_value': 'varchar',
    'cause': 'varchar', 'severity': 'varchar', 'release_id': 'varchar'
}) }}

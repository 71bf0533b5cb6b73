-- Grain: one program now: compound x indication; without indication only while the compound has no other.
{{ pipeline_query('cast(null as date)', {
    'pipeline_history': ref('pipeline_history'),
    'guidance': ref('guidance'),
    'step_programs': ref('step_programs'),
    'program_releases': ref('program_releases'),
    'program_partners': ref('program_partners'),
    'dim_compounds': ref('dim_compounds'),
    'dim_indications': ref('dim_indications'),
    'dim_companies': ref('dim_companies'),
}) }}

-- Quotes that do not stand in the text of their release where they say they do.
select
    evidence.evidence_id,
    evidence.quote,
    substr(texts.text, evidence.char_start + 1, evidence.char_end - evidence.char_start) as found
from {{ ref('fct_evidence') }} as evidence
left join {{ ref('release_texts') }} as texts on evidence.release_id = texts.release_id
where
    substr(texts.text, evidence.char_start + 1, evidence.char_end - evidence.char_start)
    is distinct from evidence.quote
    or evidence.quote = ''

"""A release in, its compounds out: names, roles, kinds, stages, targets and parts, in words that a test can compare."""

from trials_reading import names_of, read

from ingest.records import CompoundMention, Extraction

NORTHBRIDGE = "BOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def facts_of(headline: str, body: str) -> Extraction:
    """All facts of a release of an invented company; the body goes on behind the company's name."""
    return read(f"{headline}\n\n{NORTHBRIDGE} {body}\n")


def forms_of(facts: Extraction) -> set[frozenset[str]]:
    """Every compound as the set of its names."""
    forms: dict[str, set[str]] = {}
    for name in facts.compound_names:
        forms.setdefault(name.compound_ref, set()).add(name.name)
    return {frozenset(names) for names in forms.values()}


def named(facts: Extraction) -> set[str]:
    """The main names of all compounds."""
    return set(names_of(facts).values())


def whole(facts: Extraction, compound: str) -> CompoundMention:
    """What is said of a compound as a whole; any of its names finds it."""
    refs = {name.compound_ref for name in facts.compound_names if name.name == compound}
    (row,) = [m for m in facts.compound_mentions if m.compound_ref in refs and m.indication_ref is None]
    return row


def targets_of(facts: Extraction, compound: str) -> set[str]:
    """The targets of a compound as printed."""
    ref = whole(facts, compound).compound_ref
    return {t.name for t in facts.target_mentions if t.compound_ref == ref}


def parts_of(facts: Extraction, compound: str) -> set[tuple[str, str]]:
    """(component, value) of a compound."""
    ref = whole(facts, compound).compound_ref
    return {(c.component, c.value) for c in facts.component_mentions if c.compound_ref == ref}

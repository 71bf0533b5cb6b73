"""Company names of all nights -> companies: by vocabulary key, name without legal suffix, unambiguous short form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ingest.records import CompanyName
from ingest.resolve.company_keys import Lookup
from ingest.resolve.decisions import Decision
from ingest.resolve.landed import Notes, Row
from ingest.resolve.minting import IdBook
from ingest.resolve.names import company_key, company_name
from ingest.resolve.parents import Parenthood
from ingest.resolve.ruling import Rulings
from ingest.resolve.sightings import Joined, Sighting, count_first, join_sightings
from ingest.vocabulary.vocabulary import Lexicon

_SHORT = 5


def resolve_companies(
    names: Iterable[CompanyName],
    notes: Notes,
    book: IdBook,
    decisions: Sequence[Decision],
    lexicon: Lexicon,
    parents: Sequence[Parenthood],
) -> tuple[dict[str, list[Row]], dict[str, str]]:
    """The tables ``companies`` and ``company_refs``, ``_aliases``, ``_parents``; and the issuer of each release."""
    by_ref: dict[str, list[CompanyName]] = defaultdict(list)
    for name in names:
        by_ref[name.company_ref].append(name)
    rulings = Rulings.of("company", decisions, company_key, lexicon)
    lookup = Lookup.of(lexicon)
    sightings = [_sight(ref, group, notes, lookup) for ref, group in by_ref.items()]
    joined = join_sightings(sightings, rulings.merges, rulings.splits)
    spans = _add_parents(joined, parents, lookup)
    ids = book.assign(joined.components)
    by_component: dict[str, list[CompanyName]] = defaultdict(list)
    for ref, component in sorted(joined.component_of.items()):
        by_component[component].extend(by_ref[ref])
    rows = [_describe(c, ids[c], joined, by_component[c], rulings, lookup, notes) for c in joined.components]
    tables = {
        "companies": sorted(rows, key=lambda row: str(row["company_id"])),
        "company_refs": [{"company_ref": r, "company_id": ids[c]} for r, c in sorted(joined.component_of.items())],
        "company_aliases": [
            {"company_id": i, "alias": a}
            for i, a in sorted({(ids[c], name.name) for c, group in by_component.items() for name in group})
        ],
        "company_parents": sorted(
            (
                {
                    "company_id": ids[child],
                    "parent_company_id": ids[parent],
                    "valid_from": span.valid_from,
                    "valid_to": span.valid_to,
                    "evidence": span.evidence,
                }
                for child, parent, span in spans
            ),
            key=lambda row: (str(row["company_id"]), str(row["parent_company_id"]), str(row["valid_from"])),
        ),
    }
    issuing = sorted((name.release_id, ref) for ref, group in by_ref.items() for name in group if name.is_issuer)
    return tables, {release_id: ids[joined.component_of[ref]] for release_id, ref in issuing}


def _sight(ref: str, names: Sequence[CompanyName], notes: Notes, lookup: Lookup) -> Sighting:
    """A company is what its vocabulary key says, else its name; a bare word without legal suffix is only a short form."""
    first = names[0]
    note = notes[first.release_id]
    main = next((name for name in names if name.is_primary), first)
    name_key = company_key(main.name)
    key = lookup.key_of(names)
    known = ((name_key, key),) if key else ()
    is_short = key is None and " " not in company_name(main.name) and company_name(main.name) == main.name
    strong = (key,) if key else () if is_short else (name_key,)
    others = {company_key(name.name) for name in names if name is not main or is_short} - set(strong) - {name_key}
    weak = [(other, "") for other in sorted(others) if len(other) >= _SHORT]
    if is_short:
        weak.insert(0, (name_key, ""))
    return Sighting(ref, first.release_id, note.arrived, strong, known, tuple(weak), note.votes)


def _describe(
    component: str,
    company_id: str,
    joined: Joined,
    names: Sequence[CompanyName],
    rulings: Rulings,
    lookup: Lookup,
    notes: Notes,
) -> Row:
    """One row of ``companies``: the vocabulary knows best, then what releases print most."""
    key = joined.vocabulary_keys[component]
    entity = lookup.entity(key) if key else None
    counted = Counter(company_name(name.name) for name in names if name.is_primary and notes[name.release_id].votes)
    counted = counted or Counter(company_name(name.name) for name in names)
    printed = min(counted, key=lambda n: (-counted[n], n)) if counted else None
    if entity and printed and company_key(printed.split()[0]) != company_key(entity.name.split()[0]):
        printed = None  # cut out of the middle of a name ('Therapeutics, Inc.'): the regulator writes it whole
    curated = entity.name if entity and lookup.is_curated(key or "") else None
    ticker = count_first(name.ticker for name in names)
    own = count_first(name.exchange for name in names if name.ticker == ticker)
    return {
        "company_id": company_id,
        "company_name": rulings.name_of(joined.components[component])
        or curated
        or printed
        or (company_name(entity.name.title()) if entity else component),
        "ticker": (entity.ticker if entity else None) or ticker,
        "exchange": entity.exchange if entity and entity.ticker else own,
        "cik": lookup.cik_of(key) if key else None,
    }


def _add_parents(joined: Joined, parents: Sequence[Parenthood], lookup: Lookup) -> list[tuple[str, str, Parenthood]]:
    """Adds the owners of the named companies, up to the top; gives (child, parent, span) by component."""
    by_key = {key: component for component, key in joined.vocabulary_keys.items() if key}
    owners = [(lookup.same(span.key), lookup.same(span.parent_key), span) for span in parents]
    spans = []
    waiting = sorted(by_key)
    while waiting:
        key = waiting.pop()
        for child, parent, span in owners:
            if child != key:
                continue
            if parent not in by_key:
                by_key[parent] = parent
                joined.components[parent] = [parent]
                joined.vocabulary_keys[parent] = parent
                waiting.append(parent)
            spans.append((by_key[child], by_key[parent], span))
    return spans

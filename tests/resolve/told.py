"""Names as extract lands them, told in one line each, and what resolve makes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ingest.records import AliasKind, CompanyName, CompoundMention, CompoundName, IndicationName, PressRelease, hash_id
from ingest.resolve.decisions import Decision
from ingest.resolve.landed import Landed, Resolution
from ingest.resolve.resolve import resolve
from ingest.vocabulary.vocabulary import Entity, Lexicon, TermHit, TermKind, Vocabulary

Name = tuple[str, AliasKind]


def lexicon(*entries: tuple[Entity, Mapping[str, TermKind]]) -> Lexicon:
    made = Lexicon()
    for entity, terms in entries:
        made.entities[entity.key] = entity
        for term, kind in terms.items():
            made.add_term(term, TermHit(entity.key, kind))
    return made


SMALL = Vocabulary(
    compounds=lexicon(
        (Entity("unii:V1", "velutomab", ("velutomab",)), {"velutomab": "inn", "velda": "brand"}),
        (Entity("own:ixvara", "Ixvara", ("Ixvara",), modality="vaccine"), {"ixvara": "full"}),
        (Entity("own:g-lsf", "growth factor", ("growth factor", "G-LSF"), abbreviations=("G-LSF",)), {"g lsf": "symbol"}),
        (Entity("own:toxin", "velunum toxin A", ("velunum toxin A",)), {"velunum toxin a": "full"}),
    ),
    targets=lexicon((Entity("hgnc:7", "CDH6", ("CDH6", "cadherin 6")), {"cdh 6": "symbol"})),
    diseases=lexicon(
        (Entity("mondo:1", "lupus", ("lupus",), therapeutic_area="immunology"), {"lupus": "full"}),
        (Entity("mondo:2", "lupus nephritis", ("lupus nephritis",), parent_key="mondo:1", therapeutic_area="immunology"), {"lupus nephritis": "full"}),
        (Entity("mondo:3", "gastric cancer", ("gastric cancer",), therapeutic_area="oncology"), {"gastric cancer": "full"}),
    ),
    companies=lexicon(
        (Entity("own:roche", "Roche", ("Roche",), ticker="ROG", exchange="SIX"), {"roche": "full"}),
        (Entity("own:genentech", "Genentech", ("Genentech",)), {"genentech": "full"}),
        (Entity("own:marlowe", "Marlowe", ("Marlowe", "Marlowe Therapeutics")), {"marlowe": "full"}),
        (Entity("cik:77", "MARLOWE THERAPEUTICS, INC.", ("MARLOWE THERAPEUTICS, INC.",), ticker="MRLW", exchange="NASDAQ"), {"marlowe therapeutics inc": "full"}),
    ),
    words=frozenset({"hope"}),
)  # fmt: skip
CURATED = ({"name": "Genentech", "parent": "Roche", "parent_from": "2009-03-26"},)


@dataclass
class Nights:
    """What landed; every method adds to it and gives the ref that it made."""

    releases: list[PressRelease] = field(default_factory=list)
    companies: list[CompanyName] = field(default_factory=list)
    compounds: list[CompoundName] = field(default_factory=list)
    mentions: list[CompoundMention] = field(default_factory=list)
    indications: list[IndicationName] = field(default_factory=list)

    def release(self, key: str, night: str = "2026-11-01", text: str | None = None, **fields: Any) -> str:
        body = text or " ".join(hashlib.sha256(f"{key}{n}".encode()).hexdigest()[:7] for n in range(60))
        release_id = hash_id("release", body)
        given = {
            "published_on": date(2026, 10, 1),
            "headline": None,
            "wire": "other",
            "is_correction": False,
            "is_excerpt": False,
            "published_at": None,
            "url": None,
            **fields,
        }
        self.releases.append(
            PressRelease(
                release_id=release_id, night=night, source_name="told", source_uri=f"told/{key}", guid=None, text=body, text_sha256=hash_id("text", body),
                language="en", published_basis="dateline", dateline_city=None, issuer_name=None, issuer_ticker=None, issuer_exchange=None,
                arrived_at=datetime.fromisoformat(f"{night} 03:00:00"), page_sha256=hash_id("page", key), **given,
            )
        )  # fmt: skip
        return release_id

    def compound(self, release_id: str, *names: Name, known: str | None = None, modality: Any = None) -> str:
        ref = hash_id("ref", release_id, *names)
        for place, (name, kind) in enumerate(names):
            self.compounds.append(
                CompoundName(
                    hash_id("name", ref, name), release_id, ref, name, kind, place == 0, known if place == 0 else None
                )
            )
        self.mentions.append(
            CompoundMention(
                hash_id("fact", ref), release_id, ref, None, "own", None, modality, None, None, 0.9, "rules-1"
            )
        )
        return ref

    def company(
        self, release_id: str, *names: str, known: str | None = None, is_issuer: bool = False, ticker: str | None = None
    ) -> str:
        ref = hash_id("company_ref", release_id, *names)
        for place, name in enumerate(names):
            self.companies.append(
                CompanyName(
                    hash_id("name", ref, name), release_id, ref, name, place == 0, is_issuer, ticker, None, known
                )
            )
        return ref

    def indication(self, release_id: str, name: str, known: str | None = None) -> str:
        ref = hash_id("indication_ref", release_id, name)
        self.indications.append(IndicationName(hash_id("name", ref), release_id, ref, name, True, known))
        return ref

    def resolved(self, minted: Iterable[Mapping[str, str]] = (), decisions: Sequence[Decision] = ()) -> Resolution:
        landed = Landed(self.releases, self.companies, self.compounds, self.mentions, self.indications)
        return resolve(landed, minted, decisions, SMALL, CURATED)


def compound_ids(result: Resolution) -> dict[str, str]:
    return {row["compound_ref"]: row["compound_id"] for row in result.tables["compound_refs"]}


def company_ids(result: Resolution) -> dict[str, str]:
    return {row["company_ref"]: row["company_id"] for row in result.tables["company_refs"]}


def decide(kind: str, left: str, right: str, verdict: str) -> Decision:
    return Decision(
        hash_id("decision", kind, left, right, verdict), kind, left, right, verdict, "told so", "2026-11-01"
    )

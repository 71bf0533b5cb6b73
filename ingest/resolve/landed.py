"""What resolve is given and what it gives back.

Belongs here: the shapes at the door of the stage. Does not belong here: reading or writing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.records import CompanyName, CompoundMention, CompoundName, IndicationName, PressRelease, TargetMention

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Landed:
    """The landing tables over all nights; ``releases`` is read once, in a stream, and its texts are not kept."""

    releases: Iterable[PressRelease]
    company_names: Iterable[CompanyName] = ()
    compound_names: Iterable[CompoundName] = ()
    compound_mentions: Iterable[CompoundMention] = ()
    indication_names: Iterable[IndicationName] = ()
    target_mentions: Iterable[TargetMention] = ()


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """What resolve keeps of one release: when it arrived and was published, and whether its names count."""

    release_id: str
    arrived: tuple[str, str]
    published: str
    votes: bool


Notes = Mapping[str, ReleaseNote]


@dataclass(slots=True)
class Resolution:
    """All tables of ``resolved/``, the ids to add to the ledger, and what was not merged though a release says so."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    new_ids: list[dict[str, str]] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One merge that rules forbid and a person may decide: what, why, and the first release that states it."""

    kind: str
    left_key: str
    right_key: str
    reason: str
    release_id: str

    @property
    def detail(self) -> str:
        """A sentence for a person, with the way out."""
        return (
            f"A release states {self.kind} '{self.left_key}' and '{self.right_key}' as one; not merged "
            f"({self.reason.replace('_', ' ')}): add a merge or split row to decisions.csv."
        )

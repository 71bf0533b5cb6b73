"""A text with the quotes of its facts marked in it: in colour on a terminal, between «» in a pipe."""

from __future__ import annotations

from itertools import pairwise

from rich.text import Text

from orchestration.commands.facts_in_words import SpokenFact
from orchestration.commands.screen import defuse

STYLES = {
    "compound": "cyan",
    "component": "cyan",
    "target": "cyan",
    "trial": "green",
    "milestone": "yellow",
    "agreement": "magenta",
    "term": "magenta",
}
"""Kind of fact -> colour, in the list and in the text."""


def mark_text(text: str, facts: list[SpokenFact], start: int, end: int, in_colour: bool) -> Text:
    """The stretch of a text with its quotes marked; after each one stand the numbers of its facts in brackets."""
    cuts = sorted({start, end, *(edge for fact in facts for span in fact.spans for edge in span if start < edge < end)})
    marked = Text()
    for left, right in pairwise(cuts):
        covering = [fact for fact in facts if any(a <= left and right <= b for a, b in fact.spans)]
        ending = [fact.number for fact in covering if any(b == right for _, b in fact.spans)]
        piece = defuse(text[left:right])
        if not covering:
            marked.append(piece)
            continue
        narrowest = min(covering, key=lambda fact: min(b - a for a, b in fact.spans if a <= left and right <= b))
        if in_colour:
            marked.append(piece, style=STYLES[narrowest.kind])
        else:
            spans = {span for fact in covering for span in fact.spans}
            opened = sum(a == left for a, _ in spans)
            closed = sum(b == right for _, b in spans)
            marked.append("\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}" * opened + piece)
            marked.append("\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}" * closed)
        if ending:
            marked.append(f"[{join_numbers(ending)}]", style="bold " + STYLES[narrowest.kind] if in_colour else "")
    return marked


def join_numbers(numbers: list[int]) -> str:
    """Numbers as people write them: ``1-3,7``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)

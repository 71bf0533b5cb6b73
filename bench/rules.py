"""``python -m bench.rules``: what each rule costs, in microseconds a release, against one budget for every rule.

The patterns of the rule files are compiled as clocks that stop the time of each call, so that a rule is charged for what
it does in a real pass: behind its anchors, on the sentences that it is tried on. The clock itself costs a little. What
a finder does with the patterns of several rules joined into one is charged to none of them.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.texts import parse_all, read_pages
from ingest.extract import rulebook
from ingest.extract.extract import extract_facts

BUDGET = 100.0
"""Microseconds that one rule may cost for one release: with 150 releases a second, 1.5 % of the time of a core."""
_SHOWN = 10
_ROUNDS = 3


class Clock:
    """A compiled pattern that counts its calls and the seconds spent in them."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.calls = 0
        self.seconds = 0.0

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._pattern, name)
        if not callable(value):
            return value

        def timed(*arguments: Any) -> Any:
            start = time.perf_counter()
            found = value(*arguments)
            self._stop(start)
            return found

        return timed

    def finditer(self, *arguments: Any) -> Iterator[re.Match[str]]:
        """The matches as the pattern gives them; the time in which others work on one is not counted."""
        start = time.perf_counter()
        matches = list(self._pattern.finditer(*arguments))
        self._stop(start)
        return iter(matches)

    def _stop(self, start: float) -> None:
        self.seconds += time.perf_counter() - start
        self.calls += 1


def main() -> int:
    """Prints the dearest rules; 1 when one is over the budget."""
    clocks: list[tuple[str, Clock]] = []  # a table may be compiled twice, for words of either case
    compiled = rulebook._compiled

    def clocked(*arguments: Any) -> rulebook.Rule:
        rule = compiled(*arguments)
        clock = Clock(rule.regex)
        clocks.append((rule.id, clock))
        return rulebook.Rule(rule.id, clock, rule.data)  # type: ignore[arg-type]

    setattr(rulebook, "_compiled", clocked)  # noqa: B010 - the one place where patterns are made
    releases = parse_all(read_pages())
    for release in releases:
        extract_facts(release)
    best: dict[str, float] = {}
    for _ in range(_ROUNDS):
        for _, clock in clocks:
            clock.seconds = clock.calls = 0
        for release in releases:
            extract_facts(release)
        spent: defaultdict[str, float] = defaultdict(float)
        for name, clock in clocks:
            spent[name] += clock.seconds / len(releases) * 1e6
        best = {name: min(best.get(name, micros), micros) for name, micros in spent.items()}
    calls: Counter[str] = Counter()
    for name, clock in clocks:
        calls[name] += clock.calls
    return _print(calls, best, len(releases))


def _print(calls: Counter[str], best: dict[str, float], count: int) -> int:
    over = [name for name, micros in best.items() if micros > BUDGET]
    table = Table(title=f"{len(best)} rules on {count} releases: budget {BUDGET:.0f} µs each, best of {_ROUNDS} rounds")
    table.add_column("rule")
    table.add_column("calls a release", justify="right")
    table.add_column("µs a release", justify="right")
    for name, micros in sorted(best.items(), key=lambda item: -item[1])[: max(_SHOWN, len(over))]:
        style = "red" if name in over else ""
        table.add_row(name, f"{calls[name] / count:,.1f}", f"{micros:,.1f}", style=style)
    console = Console()
    console.print(table)
    console.print(f"all rules: {sum(best.values()):,.0f} µs a release; {len(over)} over budget")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())

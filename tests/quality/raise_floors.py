"""Raises the floors to what is read now: ``.venv/bin/python tests/quality/raise_floors.py [--lower NAME --because SENTENCE]``.

Several floors may be lowered at once: give the two options in pairs. The sentence stays in ``floors.yaml``.
The table of docs/quality.md is written anew.
"""

from __future__ import annotations

import argparse
import sys

from quality_corpus import fingerprint, measured
from quality_floors import FloorRefused, floors_of, raised, read_floors, write_floors
from quality_page import write_table


def main(arguments: list[str]) -> int:
    """Measures and writes; 1 when a floor would fall without a reason."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="append", default=[], metavar="NAME", help="a measure that may fall")
    parser.add_argument("--because", action="append", default=[], metavar="SENTENCE", help="why it may")
    options = parser.parse_args(arguments)
    if len(options.lower) != len(options.because):
        parser.error("each --lower needs its own --because")
    card = measured()
    old, new = read_floors(), floors_of(card, fingerprint())
    try:
        floors = raised(old, new, dict(zip(options.lower, options.because, strict=True)))
    except FloorRefused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    write_floors(floors)
    write_table(card)
    moved = sorted(name for name, now in floors.floors.items() if now != old.floors.get(name))
    sys.stdout.write(f"{len(moved)} floors moved: {', '.join(moved) or 'none'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

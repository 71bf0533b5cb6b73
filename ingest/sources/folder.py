"""Kind ``folder``: files that somebody drops in a folder: releases, feeds, mailbox exports, archives of all these."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.sources.entry import Entry

FOLDER_KEYS = ("path",)

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xml": "application/xml",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
}
"""What is read out of a folder, by the end of the name."""

ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")


@dataclass(frozen=True, slots=True)
class FolderListing:
    """A folder on this machine. A path that is not absolute is taken from where the sources file lies."""

    path: Path


def read_folder(entry: Entry) -> FolderListing:
    """The folder that an entry declares; raises SettingsError."""
    return FolderListing(Path(entry.file).parent / Path(entry.need_text("path")).expanduser())

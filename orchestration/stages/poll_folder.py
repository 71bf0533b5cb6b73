"""A poll of a folder: every file that is not in the archive yet, or not with these bytes."""

from __future__ import annotations

from pathlib import Path

from ingest.records import ListingItem, RawPage
from ingest.sources.recording import read_recording
from orchestration.stages.files import RefusedFile, find_files, take_file
from orchestration.stages.poll import Poll


def poll_folder(poll: Poll, folder: Path) -> None:
    """Brings the files of a folder into the archive; those of a recording when their night has come.

    Raises:
        SettingsError: there is no such folder.
    """
    paths = find_files(folder)
    for path in poll.reporter.track(paths, f"fetch {poll.source.name}", len(paths)):
        address = _address(poll, path)
        if not _is_visible(poll, address):
            continue
        for found in take_file(path, lambda _, address=address: address):  # type: ignore[misc]
            poll.item_count += 1
            if isinstance(found, RefusedFile):
                poll.refuse(found.address, found.reason, found.detail)
                continue
            item = ListingItem(poll.source.name, found.address)
            poll.take(RawPage(item, found.body, found.media_type, None, poll.settings.now(), poll.night))


def _address(poll: Poll, path: Path) -> str:
    """The file's path; in a recording the path inside it, which is the same on every machine."""
    recording = poll.source.recording
    return str(path.absolute()) if recording is None else path.relative_to(recording.parent).as_posix()


def _is_visible(poll: Poll, address: str) -> bool:
    recording = poll.source.recording
    return recording is None or read_recording(recording).has_arrived(address, poll.night)

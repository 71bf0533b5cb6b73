"""A poll of a folder: every file that is not in the archive yet, or not with these bytes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ingest.records import ListingItem, RawPage
from ingest.sources.recording import read_recording
from orchestration.stages.files import RefusedFile, find_files, take_file
from orchestration.stages.poll import Poll

AT_ONCE = 8
BATCH_FILES = 64
BATCH_BYTES = 32 * 1024 * 1024


def poll_folder(poll: Poll, folder: Path) -> None:
    """Brings the files of a folder into the archive; those of a recording when their night has come.

    Raises:
        SettingsError: there is no such folder.
    """
    paths = [path for path in find_files(folder) if _is_visible(poll, _address(poll, path))]
    batch: list[RawPage] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for path in poll.reporter.track(paths, f"fetch {poll.source.name}", len(paths)):
            for found in take_file(path, _address(poll, path)):
                poll.item_count += 1
                if isinstance(found, RefusedFile):
                    poll.refuse(found.address, found.reason, found.detail)
                    continue
                item = ListingItem(poll.source.name, found.address)
                batch.append(RawPage(item, found.body, found.media_type, None, poll.settings.now(), poll.night))
                if len(batch) >= BATCH_FILES or sum(len(page.body) for page in batch) >= BATCH_BYTES:
                    _take_batch(poll, batch, pool)
        _take_batch(poll, batch, pool)


def _take_batch(poll: Poll, batch: list[RawPage], pool: ThreadPoolExecutor) -> None:
    """Puts the bodies on the disk side by side, which is what takes time, then notes the arrivals in order."""
    list(pool.map(poll.archive.put, [page.body for page in batch]))
    poll.take_all(batch)
    batch.clear()


def _address(poll: Poll, path: Path) -> str:
    """The file's path; in a recording the path inside it, which is the same on every machine."""
    recording = poll.source.recording
    return str(path.absolute()) if recording is None else path.relative_to(recording.parent).as_posix()


def _is_visible(poll: Poll, address: str) -> bool:
    recording = poll.source.recording
    return recording is None or read_recording(recording).has_arrived(address, poll.night)

"""The named points of a night at which a test kills it, in the order in which a night passes them."""

from __future__ import annotations

from dateline_runs import Kill

KILL_POINTS: dict[str, Kill] = {
    "a listing was fetched and nothing is noted": ("ingest.fetch.archive:Archive.write_state", 1, "before"),
    "in the middle of a source's pages": ("orchestration.stages.poll:_settle", 2, "after"),
    "a page is in the archive, not yet in its list": ("ingest.fetch.archive:_append_lines", 3, "before"),
    "everything has arrived and nothing is read": ("orchestration.stages.fetch:pending_nights", 1, "before"),
    "in the middle of the handover from parse to extract": ("orchestration.handover:encode_record", 3, "after"),
    "between two files of the landing": ("orchestration.stages.load:write_landing", 5, "after"),
    "ids are minted and what they name is not written": ("orchestration.stages.resolve:write_resolved", 1, "before"),
    "what resolve decided is written": ("orchestration.stages.resolve:write_resolved", 1, "after"),
    "in the middle of dbt's build": ("dbt.task.build:BuildTask.handle_job_queue", 70, "after"),
    "in the middle of the copy to publish": ("orchestration.stages.publish:_compact", 1, "before"),
    "the build is in its place and latest is the old one": ("pathlib:Path.symlink_to", 1, "after"),
    "latest was renamed and no ledger tells of it": ("orchestration.stages.publish:append_lines", 1, "before"),
}

CHAINS: tuple[tuple[str, ...], ...] = tuple(tuple(list(KILL_POINTS)[first::2]) for first in range(2))
"""Each point once: a run is killed at the first point of a chain, the next run at the second, and so on."""

"""How a failed verb looks in Dagster: one sentence, and no retry of what would fail again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from ingest.errors import DatelineError
from orchestration.night import NightRun


@contextmanager
def tell_failure(night: NightRun, verb: str) -> Iterator[None]:
    """Lets the ledger know why a verb failed, and shows the sentence instead of a stack where the error is one of ours.

    Nothing is retried here: a request is, in ``ingest.fetch``; a source that stays silent spoils only its own row and is
    asked again the next night; everything after fetch would give the same result.
    """
    try:
        with night.verb(verb):
            yield
    except DatelineError as error:
        raise dg.Failure(str(error), allow_retries=False) from error

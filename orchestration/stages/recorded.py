"""A client that answers from a recorded wire instead of the network, for one night of its calendar."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from ingest.errors import SourceRefused
from ingest.fetch.client import Fetched, Validators
from ingest.sources.recording import Recording


class RecordedClient:
    """Stands in for ``ingest.fetch.client.Client``: the same ``get``, no network."""

    def __init__(self, recording: Recording, night: str, now: Callable[[], datetime]) -> None:
        self._recording = recording
        self._night = night
        self._now = now

    def get(self, url: str, *, validators: Validators | None = None, **_: Any) -> Fetched:
        """What the address answers on that night: 200, or 304 when ``validators`` are those of the same bytes.

        Raises:
            SourceRefused: 'not_found'.
        """
        answer = self._recording.answer(url, self._night)
        if answer is None:
            raise SourceRefused(f"The recording has no answer for {url} on {self._night}.", "not_found")
        tag = Validators(etag=hashlib.sha256(answer.body).hexdigest()[:16])
        is_same = validators == tag
        media_type, _parameters, charset = answer.media_type.partition("; charset=")
        return Fetched(
            url=url,
            status=304 if is_same else 200,
            body=b"" if is_same else answer.body,
            media_type=media_type,
            charset=charset or None,
            headers=answer.headers,
            fetched_at=self._now(),
            validators=tag,
            seconds=0.0,
        )

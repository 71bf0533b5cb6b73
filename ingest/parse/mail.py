"""An e-mail or a mailbox -> pages: subject as headline, the Date header as time, the fullest text part as text."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC
from email import message_from_bytes, policy
from email.message import MIMEPart
from email.utils import parsedate_to_datetime
from typing import Any

from ingest.errors import ReleaseRefused
from ingest.parse.encoding import decode
from ingest.records import RawPage


def split_mailbox(page: RawPage) -> list[RawPage]:
    """One page for each message of an mbox file, addressed ``path#number``."""
    parts = [p for p in re.split(rb"(?m)^From [^\n]*\n", page.body) if p.strip()]
    return [
        dataclasses.replace(
            page,
            body=part,
            media_type="message/rfc822",
            item=dataclasses.replace(page.item, source_uri=f"{page.item.source_uri}#{number}"),
        )
        for number, part in enumerate(parts, 1)
    ]


def read_message(page: RawPage) -> RawPage:
    """The message's text part as a page of its own kind, with subject and date on its item.

    Raises:
        ReleaseRefused: 'empty' for a message without a text part.
    """
    message = message_from_bytes(page.body, policy=policy.default)
    part = message.get_body(preferencelist=("html", "plain"))
    content = _content_of(part) if part else ""
    if part is None or not content.strip():
        raise ReleaseRefused("empty", "The message has no text part.")
    sent = None
    if message["date"]:
        try:
            sent = parsedate_to_datetime(str(message["date"]))
        except ValueError:
            sent = None
    if sent is not None and sent.tzinfo:
        sent = sent.astimezone(UTC).replace(tzinfo=None)
    subject = re.sub(r"^(?:(?:Fwd?|Re|WG|AW):\s*)+", "", str(message["subject"] or ""), flags=re.I).strip()
    item = dataclasses.replace(
        page.item, title=page.item.title or subject or None, published_at=page.item.published_at or sent
    )
    return dataclasses.replace(
        page, item=item, body=content.encode(), charset="utf-8", media_type=part.get_content_type()
    )


def _content_of(part: MIMEPart[Any, Any]) -> str:
    """The words of a text part; one whose charset nobody knows is read by its bytes."""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        return decode(bytes(part.get_payload(decode=True) or b""))

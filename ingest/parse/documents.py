"""One file -> the documents in it: a feed's items, a submission's exhibits, a mailbox's messages, the lines of a JSONL."""

from __future__ import annotations

import dataclasses
from typing import Any

from ingest.errors import ReleaseRefused
from ingest.parse.encoding import decode
from ingest.parse.feeds import looks_like_feed, parse_time, read_feed
from ingest.parse.filings import is_lone_document, is_submission, split_submission, unwrap_document
from ingest.parse.json_text import read_json
from ingest.parse.mail import split_mailbox
from ingest.records import RawPage

_JSON_TEXT = ("text", "body", "content", "full_text", "article")
_JSON_TITLE = ("title", "headline", "subject")
_JSON_TIME = ("published_at", "published", "date", "published_on", "datetime", "time")
_JSON_URL = ("url", "link", "source_url")


def split_documents(page: RawPage) -> list[RawPage]:
    """The documents of one page, each with the address ``path#...`` of its place; a single document gives itself.

    Raises:
        ReleaseRefused: the container itself cannot be read.
    """
    name = page.item.source_uri.lower()
    if is_submission(page.body):
        return split_submission(page)
    if page.is_excerpt:
        return [page]
    if is_lone_document(page.body):
        return [unwrap_document(page)]
    if looks_like_feed(page.body):
        return _split_feed(page)
    if name.endswith(".mbox"):
        return split_mailbox(page)
    if name.endswith(".jsonl") or name.endswith(".ndjson"):
        return _split_lines(page)
    if name.endswith(".json") or page.media_type == "application/json":
        return _split_json(page)
    return [page]


def _split_feed(page: RawPage) -> list[RawPage]:
    base = page.item.source_uri
    return [
        dataclasses.replace(
            page,
            item=dataclasses.replace(item, source_uri=f"{base}#{item.guid}"),
            body=(item.excerpt_html or item.title or "").encode(),
            charset="utf-8",
            media_type="text/html",
            is_excerpt=True,
        )
        for item in read_feed(page.body, page.item.source_name, base)
    ]


def _split_lines(page: RawPage) -> list[RawPage]:
    """One page per line."""
    pages = []
    for number, line in enumerate(decode(page.body, page.charset).split("\n"), 1):
        if line.strip():
            alone = f"{page.item.source_uri}#{number}"
            try:
                pages.append(_json_page(page, _load(line, f"line {number}"), page.item.source_uri, alone))
            except ReleaseRefused:
                pages.append(_no_release(page, line, alone))
    return pages


def _no_release(page: RawPage, words: str, alone: str) -> RawPage:
    """An entry that is no release, as it is: so it is refused alone and not with its neighbours."""
    item = dataclasses.replace(page.item, source_uri=alone)
    return dataclasses.replace(page, item=item, body=words.encode(), charset="utf-8", media_type="application/json")


def _split_json(page: RawPage) -> list[RawPage]:
    data, uri = _load(decode(page.body, page.charset), "the file"), page.item.source_uri
    if isinstance(data, list):
        return [
            _json_page(page, entry, uri, f"{uri}#{number}")
            if isinstance(entry, dict)
            else _no_release(page, str(entry), f"{uri}#{number}")
            for number, entry in enumerate(data, 1)
        ]
    return [_json_page(page, data, None, uri)]


def _load(text: str, where: str) -> Any:
    try:
        return read_json(text)
    except ValueError as error:
        raise ReleaseRefused("broken_json", f"{where.capitalize()} is no valid JSON: {error}.") from error


def _json_page(page: RawPage, data: Any, container: str | None, alone: str) -> RawPage:
    """The release of one object, addressed ``container#id``, or ``alone`` when it has no id or no container."""
    if not isinstance(data, dict):
        raise ReleaseRefused("broken_json", "A JSON release is an object with a text; this is none.")

    def first(names: tuple[str, ...]) -> str | None:
        return next((str(data[n]) for n in names if data.get(n)), None)

    text = first(_JSON_TEXT) or ""
    item = dataclasses.replace(
        page.item,
        source_uri=f"{container}#{data['id']}" if container and data.get("id") else alone,
        title=first(_JSON_TITLE),
        url=first(_JSON_URL) or page.item.url,
        published_at=parse_time(first(_JSON_TIME)),
    )
    is_html = text.lstrip().startswith("<")
    return dataclasses.replace(
        page, item=item, body=text.encode(), charset="utf-8", media_type="text/html" if is_html else "text/plain"
    )

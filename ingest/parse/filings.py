"""A whole EDGAR submission (the .txt file) -> its press releases: exhibits 99.* of 8-Ks with the right items, and of 6-Ks."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime
from zoneinfo import ZoneInfo

from ingest.errors import ReleaseRefused
from ingest.records import RawPage

# Items under which companies furnish releases: agreements, results, Regulation FD, other events.
RELEASE_ITEMS = ("entry into a material definitive agreement", "results of operations", "regulation fd", "other events")
_DOCUMENT = re.compile(rb"<DOCUMENT>(.*?)</DOCUMENT>", re.S | re.I)
_EASTERN = ZoneInfo("America/New_York")


def is_submission(body: bytes) -> bool:
    """The bytes are an all-in-one submission."""
    head = body[:3000]
    return b"<SEC-DOCUMENT>" in head or b"<SEC-HEADER>" in head or (b"<SUBMISSION>" in head and b"<TYPE>" in head)


def is_lone_document(body: bytes) -> bool:
    """The bytes are one document of a filing in its SGML envelope, as the SEC serves exhibits one by one."""
    return re.match(rb"\s*(?:<DOCUMENT>\s*)?<TYPE>[^\r\n<]+\s*<", body[:200], re.I) is not None


def unwrap_document(page: RawPage) -> RawPage:
    """The page without the envelope around its document."""
    text = re.search(rb"<TEXT>(.*?)(?:</TEXT>|\Z)", page.body, re.S | re.I)
    body = text.group(1).strip() if text else page.body
    item = dataclasses.replace(page.item, wire=page.item.wire or "sec")
    return dataclasses.replace(page, item=item, body=body, media_type=_media_type(body))


def split_submission(page: RawPage) -> list[RawPage]:
    """One page for each EX-99.* document, with form, registrant, CIK and acceptance time on its item.

    Raises:
        ReleaseRefused: 'not_a_release' for a filing without a press release.
    """
    head = page.body[: page.body.find(b"<DOCUMENT>")].decode("latin-1")
    form = _field(head, "CONFORMED SUBMISSION TYPE") or _field(head, "FORM TYPE") or ""
    if not form.upper().startswith(("8-K", "6-K", "EX-99")):
        raise ReleaseRefused(
            "not_a_release", f"The filing is a form {form or 'without a type'}; only 8-K and 6-K carry releases."
        )
    items = [i.strip().lower() for i in re.findall(r"ITEM INFORMATION:\s*(.+)", head)]
    if form.startswith("8-K") and items and not any(i.startswith(RELEASE_ITEMS) for i in items):
        raise ReleaseRefused(
            "not_a_release", f"The 8-K reports '{items[0]}', under which no press release is furnished."
        )
    exhibits = [
        (kind, name, text)
        for document in _DOCUMENT.findall(page.body)
        if (kind := _tag(document, b"TYPE")).upper().startswith("EX-99")
        and (name := _tag(document, b"FILENAME")) is not None
        and (text := re.search(rb"<TEXT>(.*?)</TEXT>", document, re.S | re.I)) is not None
    ]
    if not exhibits:
        raise ReleaseRefused("not_a_release", f"The {form} has no exhibit 99, so no press release.")
    item = dataclasses.replace(
        page.item,
        form=form,
        wire="sec",
        company_name=_field(head, "COMPANY CONFORMED NAME"),
        cik=_field(head, "CENTRAL INDEX KEY"),
        published_at=_accepted(head) or page.item.published_at,
        title=None,
    )
    pages = []
    for number, (_kind, name, text) in enumerate(exhibits):
        body = text.group(1).strip()
        uri = page.item.source_uri if number == 0 else f"{page.item.source_uri}#{name}"
        pages.append(
            dataclasses.replace(
                page,
                item=dataclasses.replace(item, source_uri=uri, guid=name),
                body=body,
                media_type=_media_type(body),
            )
        )
    return pages


def _media_type(body: bytes) -> str:
    is_html = re.search(rb"<(?:html|body|p|div|table|font)\b", body[:5000], re.I) is not None
    return "text/html" if is_html else "text/plain"


def _field(head: str, name: str) -> str | None:
    match = re.search(rf"{name}:[ \t]*(\S.*)", head)
    return match.group(1).strip() if match else None


def _tag(document: bytes, name: bytes) -> str:
    match = re.search(rb"<" + name + rb">([^\r\n<]*)", document, re.I)
    return match.group(1).decode("latin-1").strip() if match else ""


def _accepted(head: str) -> datetime | None:
    """The acceptance time, which EDGAR prints in Eastern time, as naive UTC."""
    match = re.search(r"<ACCEPTANCE-DATETIME>(\d{14})", head)
    if not match:
        return None
    try:
        local = datetime.strptime(match.group(1), "%Y%m%d%H%M%S").replace(tzinfo=_EASTERN)
    except ValueError:
        return None
    return local.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)

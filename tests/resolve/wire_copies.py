"""Releases in our own words, and what the world does to them: true copies, and look-alikes that say something else.

``STORIES`` are told with blanks; ``look_alikes`` fills one blank otherwise (each is a different release);
``true_copies`` gives the same story as other wires, sites, filings and feeds print it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from datetime import datetime

from ingest.parse.release import parse_release
from ingest.records import ListingItem, PressRelease, RawPage, Wire

ARRIVED = datetime(2026, 11, 20, 3)


@dataclasses.dataclass(frozen=True)
class Story:
    """One release with its blanks filled. ``paragraphs`` hold the lead first; ``facts`` are what fills the blanks."""

    headline: str
    subhead: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]

    def fact(self, name: str) -> str:
        return dict(self.facts)[name]

    def fill(self, template: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda m: self.fact(m[1]), template)

    def told(self) -> tuple[str, str, list[str]]:
        return self.fill(self.headline), self.fill(self.subhead), [self.fill(p) for p in self.paragraphs]

    def with_fact(self, name: str, value: str) -> Story:
        return dataclasses.replace(self, facts=tuple((n, value if n == name else v) for n, v in self.facts))


def _story(headline: str, subhead: str, *paragraphs: str, **facts: str) -> Story:
    return Story(headline, subhead, paragraphs, tuple(facts.items()))


_ABOUT = "{company} is a biotechnology company in {city} that works on medicines for people with few other choices. Its pipeline has three candidates."
_OUTLOOK = "This release contains forward-looking statements. Plans may change, trials may fail, and regulators may decide otherwise. {company} does not undertake to update them."

STORIES = (
    _story(
        "{company} Doses First Patient in Phase {phase} Trial of {code} in {disease}",
        "First results are expected in the {quarter} quarter of {year}",
        "{company} ({ticker}) today announced that the first patient has received {code} in its Phase {phase} trial in {disease}. The trial will enroll about {count} patients at {sites} sites.",
        "“We have waited for this day,” said Dana Whitfield, chief executive officer of {company}. “People with {disease} need something new, and {code} was made for them.”",
        "{code} is given once every {weeks} weeks. In animals it shrank tumors by {share}% compared with control. The company expects first results in the {quarter} quarter of {year}.",
        "About {code}", "{code} is an antibody-drug conjugate against {target}. {company} owns it in all countries.",
        company="Marlowe Therapeutics", ticker="Nasdaq: MRLW", city="Boston, Mass.", code="MRT-204", phase="2", disease="ovarian cancer", quarter="third",
        year="2025", count="120", sites="34", weeks="three", share="61", target="CDH6", day="May 14, 2024",
    ),
    _story(
        "{company} and {partner} Sign License Agreement for {code}",
        "{company} receives {upfront} million upfront",
        "{company} ({ticker}) and {partner} announced an exclusive license for {code} in {territory}. {company} receives ${upfront} million upfront and may earn up to ${milestones} million in milestones.",
        "{partner} will pay tiered royalties from {royalty} percent on net sales and will fund the Phase {phase} program in {disease}. The agreement was signed on behalf of both boards.",
        "“{partner} knows this field as few others do,” said Ole Brandt, head of business development. “It will bring {code} to patients in {territory} sooner than we could.”",
        "The agreement is subject to clearance by the authorities, expected in the {quarter} quarter of {year}.",
        company="Tessel Bio", ticker="Nasdaq: TSLB", city="San Diego", partner="Kirin Nord", code="TSB-17", territory="Japan", upfront="45", milestones="610",
        royalty="12", phase="3", disease="ulcerative colitis", quarter="first", year="2022", day="November 3, 2021",
    ),
    _story(
        "{company} Reports {quarter} Quarter {year} Financial Results",
        "Cash of {cash} million lasts into {runway}",
        "{company} ({ticker}) today reported results for the {quarter} quarter of {year}. Cash was ${cash} million, and the net loss was ${loss} million, or ${cents} per share.",
        "Research and development expenses were ${research} million, mostly for the Phase {phase} trial of {code} in {disease}. General and administrative expenses were ${admin} million.",
        "The company believes that its cash lasts into {runway}. It will hold a conference call at {hour} a.m. Eastern Time to discuss the quarter.",
        "Interim data of {code} in {disease} are expected by the end of {runway}. A second trial, in {disease2}, begins later.",
        company="Halden Pharma", ticker="NYSE: HLDN", city="Durham, N.C.", quarter="Second", year="2019", cash="188.4", loss="31.2", cents="0.57", research="22.9",
        admin="6.1", phase="1", code="HAL-0991", disease="multiple sclerosis", disease2="lupus", runway="2021", hour="8:30", day="August 7, 2019",
    ),
    _story(
        "FDA Approves {brand} ({code}) of {company} for {disease}",
        "Approval rests on the {study} trial in {count} patients",
        "{company} ({ticker}) announced that the U.S. Food and Drug Administration approved {brand} ({code}) for adults with {disease}. It is the first medicine of its kind.",
        "In the {study} trial, {share}% of patients responded, against {control}% with chemotherapy. Median survival was {months} months. The most common adverse reactions were nausea and fatigue.",
        "{brand} will be available in the United States within {weeks} weeks. The list price is ${price} a month. The agency granted the approval {early} weeks before the goal date.",
        "“This approval belongs to the patients and their doctors,” said Ines Carvalho, chief medical officer.",
        company="Orrin Oncology", ticker="Nasdaq: ORRN", city="Cambridge, Mass.", brand="VELDAZA", code="torvanetug vedotin", disease="bladder cancer", study="LANTERN-3",
        count="488", share="42", control="19", months="14.8", weeks="two", price="13,400", early="six", day="February 9, 2023",
    ),
    _story(
        "{company} Stops {study} Trial of {code} in {disease}",
        "Independent committee found {verdict}",
        "{company} ({ticker}) stops the Phase {phase} {study} trial of {code} in {disease}. The independent monitoring committee looked at data of {count} patients and found {verdict}.",
        "The trial compared {code} with placebo over {weeks} weeks. No new safety signal was seen. The company will tell investigators and ethics boards at once.",
        "“We are sorry to bring this news to people who live with {disease},” said Petra Lindqvist, president of {company}.",
        "The company goes on with {code2}, which begins a Phase 1 trial in {month}. It will cut its staff by {share}% and save ${saved} million a year.",
        company="Nordlys Medical", ticker="Nasdaq: NRDL", city="Philadelphia", study="AURORA", code="NM7740", code2="NM8105", disease="heart failure", phase="3", verdict="that the trial cannot succeed",
        count="1,204", weeks="52", month="September", share="35", saved="28", day="March 30, 2020",
    ),
)  # fmt: skip

OTHERWISE: dict[str, tuple[str, ...]] = {
    "company": ("Quillon Therapeutics",), "partner": ("Kirin Sud", "Asahi Nord"), "code": ("MRT-205", "TSB-71"), "code2": ("NM8106",),
    "brand": ("VELDANZA",), "phase": ("1", "4"), "disease": ("gastric cancer", "asthma"), "disease2": ("psoriasis",), "quarter": ("fourth",),
    "year": ("2026",), "count": ("121", "1,240"), "sites": ("43",), "weeks": ("four",), "share": ("16",), "target": ("CDH17",),
    "territory": ("China",), "upfront": ("54",), "milestones": ("601",), "royalty": ("21",), "cash": ("184.8",), "loss": ("13.2",),
    "cents": ("0.75",), "research": ("29.2",), "admin": ("1.6",), "runway": ("2022",), "hour": ("9:30",), "study": ("LANTERN-2", "BOREAS"),
    "control": ("91",), "months": ("18.4",), "price": ("14,300",), "early": ("three",), "verdict": ("that the trial should go on",),
    "month": ("October",), "saved": ("82",), "day": ("June 21, 2024", "May 15, 2024"),
}  # fmt: skip


def look_alikes(story: Story) -> Iterator[tuple[str, Story]]:
    """Stories that differ from this one in one fact: each is another release."""
    for name, value in story.facts:
        for other in OTHERWISE.get(name, ()):
            if other.casefold() != value.casefold():
                yield f"{name}={other}", story.with_fact(name, other)


def read(
    body: str,
    uri: str,
    media_type: str = "text/plain",
    wire: Wire | None = None,
    excerpt: bool = False,
    title: str | None = None,
) -> PressRelease:
    """The release that parse reads from a document."""
    item = ListingItem("test", uri, title=title, wire=wire)
    return parse_release(RawPage(item, body.encode(), media_type, "utf-8", ARRIVED, "2026-11-20", excerpt))


def _contacts(name: str, phone: str) -> str:
    return f"Contacts\n\n{name}\n\n{phone}\n\n{name.split()[0].lower()}@example.com"


def business_wire(story: Story) -> PressRelease:
    head, sub, paragraphs = story.told()
    lead = f"{story.fact('city').upper()}--(BUSINESS WIRE)--{story.fact('day')}-- {paragraphs[0]}"
    parts = [
        head,
        sub,
        lead,
        *paragraphs[1:],
        story.fill(_ABOUT),
        story.fill(_OUTLOOK),
        _contacts("Rosa Helm", "617-555-0134"),
    ]
    tail = "View source version on businesswire.com: https://www.businesswire.com/news/home/20240514005211/en/"
    return read("\n\n".join([*parts, tail]), "bw", wire="business_wire")


def globe_newswire(story: Story) -> PressRelease:
    head, sub, paragraphs = story.told()
    lead = f"{story.fact('city')}, {story.fact('day')} (GLOBE NEWSWIRE) -- {paragraphs[0]}"
    body = "".join(
        f"<p>{p}</p>"
        for p in [
            f"<em>{sub}</em>",
            lead,
            *paragraphs[1:],
            story.fill(_ABOUT),
            story.fill(_OUTLOOK),
            "Media Contact: Jo Adler, 212-555-0188, jo@example.com",
        ]
    )
    return read(
        f"<html><body><article><h1>{head}</h1>{body}</article></body></html>", "gnw", "text/html", "globe_newswire"
    )


def pr_newswire(story: Story) -> PressRelease:
    head, sub, paragraphs = story.told()
    lead = f"{story.fact('city').upper()}, {story.fact('day')} /PRNewswire/ -- {paragraphs[0]}"
    parts = [
        head,
        sub,
        lead,
        paragraphs[1],
        "Logo - https://mma.example.com/media/12345/logo.jpg",
        *paragraphs[2:],
        story.fill(_ABOUT),
        story.fill(_OUTLOOK),
    ]
    return read("\n\n".join([*parts, f"SOURCE {story.fact('company')}"]), "prn", wire="pr_newswire")


def company_page(story: Story) -> PressRelease:
    head, sub, paragraphs = story.told()
    plain = str.maketrans({"“": '"', "”": '"', "’": "'"})
    body = "".join(
        f"<p>{p.translate(plain)}</p>"
        for p in [
            *paragraphs,
            story.fill(_ABOUT),
            "For more information, please contact:",
            "Kim Lowell",
            "kim@example.com",
        ]
    )
    return read(
        f"<html><body><article><h1>{head}</h1><h2>{sub}</h2><p>{story.fact('day')}</p>{body}</article></body></html>",
        "site",
        "text/html",
        "company",
    )


def exhibit(story: Story) -> PressRelease:
    head, sub, paragraphs = story.told()
    lead = f"{story.fact('city')} – {story.fact('day')} – {paragraphs[0]}"
    return read(
        "\n\n".join(
            [
                "Exhibit 99.1",
                "FOR IMMEDIATE RELEASE",
                head,
                sub,
                lead,
                *paragraphs[1:],
                story.fill(_ABOUT),
                _contacts("Lee Park", "+1 (415) 555-0199"),
            ]
        ),
        "sec",
        wire="sec",
    )


def _changed(change: Callable[[str], str], uri: str) -> Callable[[Story], PressRelease]:
    def tell(story: Story) -> PressRelease:
        return read(change(business_wire(story).text), uri)

    return tell


def feed_item(story: Story, share: float = 0.85) -> PressRelease:
    head, _, paragraphs = story.told()
    lead = f"{story.fact('city')}, {story.fact('day')} (GLOBE NEWSWIRE) -- {paragraphs[0]}"
    return read(
        f"<p>{lead[: int(len(lead) * share)]}...</p>", "feed#1", "text/html", "globe_newswire", excerpt=True, title=head
    )


COPIES: dict[str, Callable[[Story], PressRelease]] = {
    "globe_newswire": globe_newswire, "pr_newswire": pr_newswire, "company_page": company_page, "exhibit": exhibit, "feed_item": feed_item,
    "headline_doubled": _changed(lambda t: t.split("\n\n")[0] + "\n\n" + t, "double"),
    "tail_cut": _changed(lambda t: t[: int(len(t) * 0.7)], "cut"),
    "no_headline": _changed(lambda t: t.split("\n\n", 1)[1], "headless"),
    "straight_quotes": _changed(lambda t: re.sub(r"(?<=\w)-(?=\w)", "‑", t.translate(str.maketrans({"“": '"', "”": '"', "’": "'"}))), "quotes"),
    "wide_blanks": _changed(lambda t: t.replace(". ", ".  ").replace(" the ", "\u00a0the "), "blanks"),
    "other_contacts": _changed(lambda t: t.replace("Rosa Helm", "Theo Abara").replace("617-555-0134", "617-555-0777").replace("rosa@", "theo@"), "contacts"),
    "loud_headline": _changed(lambda t: t.split("\n\n")[0].upper() + "\n\n" + t.split("\n\n", 1)[1], "loud"),
    "copyright_line": _changed(lambda t: t + "\n\nCopyright Business Wire 2024. All rights reserved.", "copyright"),
    "photo_line": _changed(lambda t: t.replace("\n\n“", "\n\nPhoto: the laboratory in which it was made\n\n“", 1), "photo"),
}  # fmt: skip

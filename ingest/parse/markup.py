"""HTML -> blocks of readable text. What a page shows beside the release (menus, footers, related items) is left out.

Belongs here: the tree of a page. Does not belong here: what the words mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCK_TAGS = (
    "p div section article header footer main ul ol li table tr h1 h2 h3 h4 h5 h6 blockquote pre hr dl dt dd "
    "br center figure figcaption tbody thead body html"
)
_SKIPPED_TAGS = "script style noscript svg nav form button iframe template head footer aside select"
_BLOCK, _SKIP = frozenset(_BLOCK_TAGS.split()), frozenset(_SKIPPED_TAGS.split())
# The containers in which the wires and the makers of company pages put the text, the most specific first.
_BODIES = (
    "div.main-body-container",
    "#main-body-container",
    "section.release-body",
    "div.bw-release-story",
    "div.release-text",
    "div.module_body",
    "div.xn-content",
    "div.node__content",
    "div.full-release-body",
    "section.news-detail",
    "div.news-detail",
    "div[itemprop=articleBody]",
    "div.entry-content",
    "div.article-body",
    "div.press-release",
    "div.wd_news_body",
    "article",
    "main",
)
_TITLES = (
    "h1.article-headline",
    "h1[itemprop=headline]",
    "article h1",
    "h1.epi-fontLg",
    "h2.module_title",
    "div.wd_title",
    "h1.entry-title",
    ".post-title h1",
    "main h1",
    "h1",
)
_SUBS = ("h2.article-sub-heading", "div.subtitle", ".bw-release-subhead")
_ZERO_WIDTH = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
# A run of blanks, or one that is no plain blank: a single blank stays as it is.
_BLANK = r"[^\S\n]"
_BLANKS = re.compile(rf"{_BLANK}(?:{_BLANK}+|(?<! ))")
_GLUED_MARK = re.compile(r"(?<=[A-Za-z]{4})TM(?=[\s,.;:)(]|$)")  # a mark that was set above the line: 'OrvastaTM'
_DEEPEST = 300  # elements within elements; below it the text is read without its structure


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says: its headline (null when it has none), the blocks in order, and the site's own date words."""

    headline: str | None
    blocks: tuple[str, ...]
    title: str | None
    printed_date: str | None


def read_page(html: str) -> PageText:
    """The headline and text blocks of a page; for a page of no known make, the whole body is read."""
    tree = LexborHTMLParser(html)
    title = tree.css_first("title")
    body = next((n for css in _BODIES if (n := tree.css_first(css)) and len(n.text(deep=True)) > 200), tree.body)
    heading = next((n for css in _TITLES if (n := tree.css_first(css)) and n.text(deep=True).strip()), None)
    stamp = next((n for css in ("div.module_date-time", "p.mb-no", "div.bw-release-timestamp", "time",
                                "span.article-published") if (n := tree.css_first(css))), None)  # fmt: skip
    subs = [clean(n.text(deep=True)) for css in _SUBS for n in tree.css(css)]
    blocks = read_blocks(body) if body is not None else []
    return PageText(
        headline=clean(heading.text(deep=True)) if heading else None,
        blocks=tuple(dict.fromkeys([*(s for s in subs if s and s not in blocks), *blocks])) if subs else tuple(blocks),
        title=clean(title.text(deep=True)) if title else None,
        printed_date=clean(stamp.text(deep=True)) if stamp else None,
    )


def read_fragment(html: str) -> list[str]:
    """The blocks of a piece of HTML, such as a feed's description (markup escaped twice is undone)."""
    if "<" not in html and "&" not in html:
        return [part for part in clean(html).split("\n\n") if part]
    body = LexborHTMLParser(html).body
    blocks = read_blocks(body) if body is not None else []
    if any(re.search(r"</?(?:p|br|div|a|b|strong|img|ul|li)\b[^>]*>", b) or "&amp;" in b for b in blocks):
        return [again for block in blocks for again in read_fragment(block.replace("&amp;", "&"))]
    return blocks


def read_blocks(root: LexborNode) -> list[str]:
    """The text under a node, one string per paragraph, heading, list item ('- ...') or table row (cells by ' | ')."""
    blocks: list[str] = []
    current: list[str] = []

    def flush(prefix: str = "") -> None:
        text = clean("".join(current))
        current.clear()
        if text:
            blocks.append(prefix + text)

    def walk(node: LexborNode, depth: int) -> None:
        if depth > _DEEPEST:
            current.append(node.text(deep=True))
            return
        child = node.child
        while child is not None:
            tag = child.tag
            if tag == "-text":
                current.append(child.text_content or "")
            elif tag == "tr":
                flush()
                cells = [clean(c.text(deep=True, separator=" ")) for c in child.iter() if c.tag in ("td", "th")]
                current.append(" | ".join(cell for cell in cells if cell))
                flush()
            elif tag == "br":
                current.append("\n")
            elif tag not in _SKIP:
                if tag in _BLOCK:
                    flush()
                walk(child, depth + 1)
                if tag in _BLOCK:
                    flush("- " if tag == "li" else "")
            child = child.next

    walk(root, 0)
    flush()
    return [part for block in blocks for part in block.split("\n\n") if part]


def clean(text: str) -> str:
    """The text with runs of blanks as one, at most one empty line in a row, and no zero-width characters."""
    text = _ZERO_WIDTH.sub("", text)
    text = _BLANKS.sub(" ", text)
    if "TM" in text:
        text = _GLUED_MARK.sub("™", text)
    if "\n" not in text:
        return text.strip()
    text = re.sub(r" ?\n ?", "\n", text)
    text = re.sub(r"\n{2,}", "\n\n", text)
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text).strip()

"""Whether two cards are one release: word for word, but for what wires, sites and cutters do to a text.

Strict on purpose: a word, number or name that one text has in place of another's makes two releases. Allowed are a
headline or lines repeated, moved or left out at the top when the rest of the text holds their words, and a cut tail.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from ingest.resolve.fingerprint import Card, squeeze, unpack

Likeness = Literal["same", "cut", "excerpt"]

_ENOUGH = 6
_MIN_SHARED = 110
_MIN_CUT = 220
_MIN_ALONE = 400
_MIN_HEADLINE = 20
_SUPPORTED = 0.75
_NEARLY = 0.7


def days_agree(one: Card, other: Card) -> bool:
    """Whether both can have been published on one day; a day apart only when two kinds of clocks tell it."""
    if one.day is None or other.day is None or one.day == other.day:
        return True
    return abs((one.day - other.day).days) == 1 and one.basis != other.basis


def datelines_agree(one: Card, other: Card) -> bool:
    """Whether the numbers of two printed datelines (day, year) contradict each other nowhere."""
    return not one.dated or not other.dated or one.dated <= other.dated or other.dated <= one.dated


def compare_cards(one: Card, other: Card) -> Likeness | None:
    """How two cards are one release: the same text, a cut of it, an excerpt of it; None when they are two."""
    if one.is_correction != other.is_correction or not days_agree(one, other) or not datelines_agree(one, other):
        return None
    if one.is_excerpt != other.is_excerpt or (one.is_excerpt and other.is_excerpt):
        short, full = sorted((one, other), key=lambda card: (not card.is_excerpt, card.size, card.release_id))
        if _is_excerpt_of(short, full):
            return "excerpt"
    return _compare_texts(one, other)


@dataclass(slots=True)
class _Text:
    """A text as the comparison reads it: sentences, all of it squeezed, its words."""

    sentences: list[str]
    whole: str
    words: frozenset[str]

    def supports(self, words: str) -> bool:
        """Whether the text says the same elsewhere: every number of the words, and most words."""
        listed = words.split()
        missing = [word for word in listed if word not in self.words]
        return not any(_is_number(w) for w in missing) and len(missing) <= (1 - _SUPPORTED) * len(listed)


@lru_cache(maxsize=512)
def _read(headline: str, packed: bytes) -> _Text:
    """The text of a card; one that is compared with many is unpacked once."""
    sentences = unpack(packed)
    body = " ".join(sentences)
    return _Text(sentences, squeeze(headline) + squeeze(body), frozenset(f"{headline} {body}".split()))


def _compare_texts(one: Card, other: Card) -> Likeness | None:
    fewer = min(len(one.hashes), len(other.hashes))
    if fewer >= _ENOUGH and 2 * len(one.hashes & other.hashes) < fewer:
        return None  # most sentences differ: no need to look at the words
    a, b = _read(one.headline, one.packed), _read(other.headline, other.packed)
    shared, is_cut, is_moved = 0, False, False
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a.sentences, b.sentences, autojunk=False).get_opcodes():
        left, right = " ".join(a.sentences[i1:i2]), " ".join(b.sentences[j1:j2])
        if tag == "equal" or squeeze(left) == squeeze(right):
            shared += len(squeeze(left))
        elif squeeze(left) in b.whole and squeeze(right) in a.whole:
            is_moved = True
        elif i2 == len(a.sentences) and j2 == len(b.sentences) and _is_cut(left, right):
            is_cut = True
            shared += min(len(squeeze(left)), len(squeeze(right)))
        elif i1 == 0 and j1 == 0 and _tops_agree(a.sentences[:i2], b.sentences[:j2], a, b):
            is_moved = True
        else:
            return None
    if not _headlines_agree(one, other, a, b):
        alone = not (one.headline and other.headline) and not is_moved and shared >= _MIN_ALONE
        if not alone or _compete(one.headline or other.headline, a.sentences + b.sentences):
            return None
    return _judge(one, other, a, b, shared, is_cut)


def _is_cut(left: str, right: str) -> bool:
    """Whether one end of a text is the beginning of the other's, its last word perhaps cut in two."""
    short, long = sorted((left, right), key=len)
    return squeeze(long).startswith(squeeze(short.rpartition(" ")[0]))


def _judge(one: Card, other: Card, a: _Text, b: _Text, shared: int, is_cut: bool) -> Likeness | None:
    """Enough must be shared; a cut text must be long enough to be recognised, or carry headline and day."""
    smaller = min(len(a.whole), len(b.whole))
    if shared < min(_MIN_SHARED, smaller) or 2 * shared < smaller or not shared:
        return None
    if not is_cut:
        return "same"
    same_headline = len(one.headline) >= _MIN_HEADLINE and one.headline == other.headline
    named_alike = same_headline and one.day is not None and one.day == other.day
    return "cut" if shared >= _MIN_CUT or named_alike or (same_headline and shared >= _MIN_SHARED) else None


def _headlines_agree(one: Card, other: Card, a: _Text, b: _Text) -> bool:
    """Two headlines are alike when one is part of the other text; a missing one must be supported."""
    left, right = squeeze(one.headline), squeeze(other.headline)
    if left and right:
        return left == right or ((left in b.whole or right in a.whole) and not _compete(one.headline, [other.headline]))
    if left:
        return left in b.whole or _is_said(one.headline, b)
    return not right or right in a.whole or _is_said(other.headline, a)


def _tops_agree(left: list[str], right: list[str], a: _Text, b: _Text) -> bool:
    """Whether what stands only at the top of one text is said by the other; two different tops are two releases."""
    only_left = [sentence for sentence in left if squeeze(sentence) not in b.whole]
    only_right = [sentence for sentence in right if squeeze(sentence) not in a.whole]
    if only_left and only_right:
        return False
    return all(_is_said(s, b) for s in only_left) and all(_is_said(s, a) for s in only_right)


def _is_said(words: str, text: _Text) -> bool:
    return text.supports(words) and not _compete(words, text.sentences)


def _compete(words: str, sentences: list[str]) -> bool:
    """Whether a sentence is nearly these words, but not quite: then it says something else in their place."""
    mine = Counter(words.split())
    size = mine.total()
    for sentence in sentences:
        theirs = Counter(sentence.split())
        longest = max(size, theirs.total())
        if (mine & theirs).total() >= _NEARLY * longest and squeeze(sentence) != squeeze(words):
            return True
    return False


def _is_excerpt_of(short: Card, full: Card) -> bool:
    """A listing's excerpt: the full text's title, or lead, and nothing but its words; from its own address, its gist."""
    same_title = len(short.headline) >= _MIN_HEADLINE and short.headline == full.headline
    same_day = short.day is not None and short.day == full.day
    same_address = bool(short.addresses & full.addresses)
    if short.issuer and full.issuer and short.issuer != full.issuer and not same_address:
        return False
    text, words = _read(full.headline, full.packed), " ".join(unpack(short.packed))
    beginning = squeeze(words.rpartition(" ")[0])  # the last word may be cut
    if same_title and same_address and text.supports(words):
        return True
    if beginning not in text.whole:
        return False
    if same_title:
        return same_day or len(beginning) >= _MIN_SHARED
    return same_day and len(beginning) >= _MIN_SHARED and text.supports(short.headline)


def _is_number(word: str) -> bool:
    return bool(re.search(r"\d", word))

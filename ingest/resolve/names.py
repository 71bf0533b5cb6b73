"""Keys under which names are compared, by kind of thing; two names with one key are the same name.

Belongs here: spelling. Does not belong here: which different names mean one thing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ingest.records import name_key
from ingest.resolve.rulebook import read_rules
from ingest.vocabulary.terms import fold, signs_in_words

_MARKS = re.compile(r"[®™℠©]|\((?:R|TM|SM)\)")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\W_]+(?=\d)")
_CODE = re.compile(r"^(?P<prefix>[a-z]{2,})(?P<number>\d{2,})(?P<rest>.*)$")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?|&")


def _plain(name: str) -> str:
    return fold(unicodedata.normalize("NFKC", _MARKS.sub("", name)))


@cache
def compound_key(name: str) -> str:
    """'IMGN-853' and 'imgn 853' give 'imgn853'; digit runs stay apart: 'AB-1-23' never meets 'AB-12-3'."""
    return ".".join(name_key(part) for part in _BETWEEN_DIGITS.split(_plain(name)))


def code_series(key: str) -> tuple[str, str] | None:
    """(letters, number) of a key that looks like a code name of a series ('imgn853'); None for other names."""
    match = _CODE.match(key)
    return (match["prefix"], match["number"].lstrip("0") + match["rest"]) if match else None


@cache
def company_key(name: str) -> str:
    """A company's name without legal suffixes, articles and marks: 'The ImmunoGen, Inc.' gives 'immunogen'."""
    return name_key(" ".join(_company_words(_plain(name)))) or name_key(name)


@cache
def company_name(name: str) -> str:
    """A company's name as printed, without its legal suffix: 'ImmunoGen, Inc.' gives 'ImmunoGen'."""
    legal = _legal_suffixes()
    short = _MARKS.sub("", name).strip()
    while True:
        head, blank, last = short.rpartition(" ")
        if not blank or name_key(last) not in legal or not head.strip(" ,&"):
            return short
        short = head.rstrip(" ,")


@cache
def _legal_suffixes() -> frozenset[str]:
    return frozenset(read_rules("names")["legal_suffixes"])


@cache
def general_words() -> frozenset[str]:
    """Words that describe a substance and name none."""
    return frozenset(read_rules("names")["general_words"])


def _company_words(name: str) -> list[str]:
    legal = _legal_suffixes()
    words = _WORD.findall(name.replace("&", " and ").replace(".", ""))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in legal:
        words = words[:-1]
    return words


@cache
def disease_key(name: str) -> str:
    """A disease's name with plurals folded, signs of a subtype in words and spelling variants of 'tumour' alike."""
    plain = _plain(signs_in_words(name))
    words = [word.replace("tumour", "tumor").replace("aemi", "emi") for word in _WORD.findall(plain)]
    return name_key(" ".join(word[:-1] if re.search(r"[a-z]{3}(?<!s)(?<!i)(?<!u)s$", word) else word for word in words))

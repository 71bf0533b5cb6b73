"""How names are cut into tokens and compared: 'IMGN-853', 'IMGN 853' and 'IMGN853' are one term.

A token is a run of letters or a run of digits, case-folded; a term key is its tokens joined by blanks. Digit runs stay
apart, so 'ABC-1-23' and 'ABC-12-3' never meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GREEK = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "ε": "epsilon", "ω": "omega",
                        "ζ": "zeta", "λ": "lambda", "μ": "mu", "’": "'", "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4",
                        "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9"})  # fmt: skip


_PLUS = re.compile(r"(?<=[A-Za-z0-9])\s?\+")
_MINUS = re.compile(r"(?<=[A-Za-z0-9])[-−–](?=$|[\s,/)])")


def signs_in_words(name: str) -> str:
    """'HER2+' and 'HER2-' as 'HER2-positive' and 'HER2-negative': keys hold no signs, and would make them one."""
    return _MINUS.sub("-negative", _PLUS.sub("-positive", name))


def fold(token: str) -> str:
    """One token in the form in which tokens are compared: case-folded, Greek letters spelled out, accents dropped."""
    if token.isascii():
        return token.lower()
    plain = unicodedata.normalize("NFKD", token.translate(_GREEK))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=8192)  # a release tells the same few names again and again
def term_key(name: str) -> str:
    """The key of a name: its folded tokens joined by blanks ('T-DM1' -> 't dm 1')."""
    if name.isascii():  # nothing to fold but case: a quarter of the time, for nearly every name of the snapshot
        return " ".join(TOKEN.findall(name.lower()))
    return " ".join(fold(token) for token in TOKEN.findall(name.translate(_GREEK)))

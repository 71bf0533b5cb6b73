"""Words that look like the code name of a compound: 'IMGN853', 'ABC-123', 'PF-08046052', 'T-DM1', 'BMN 307'.

Says how much the shape alone counts; whether the word is a compound is decided with its context (names.py). A code name
must work the night it is first seen, so nothing here is a list of codes; what is listed are the look-alikes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"(?<![\w@/.#&’'$€£=+-])(?=[A-Za-z]{0,14}[-‑–]?[A-Za-z]{0,10}[-‑]?[\d₀-₉])(?:[A-Z][A-Za-z]{0,13}|m?s?i?RNA|[a-z]{1,2}[A-Z]{1,6}|h[A-Z]{2,5})[\d₀-₉]*[A-Za-z\d₀-₉]*(?:[-‑–][A-Za-z\d₀-₉]+){0,4}(?![\w@])"
)  # fmt: skip
_SPACED = re.compile(r"(?<![\w@/.#&’'$-])(?:[A-Z]{2,5}|[A-Z]{1,4}-[A-Z]{1,3}) (?!(?:19|20)\d\d\b)\d{2,6}[A-Z]{0,2}(?![\w.,]*\d|[%\w]|-\w)")
_LETTERS = re.compile(r"(?<![\w@/.&’'$-])(?:[A-Z]{2,6}[-‑][A-Z]{2,6}|[A-Z][a-z]{3,9}[-‑][A-Z]{2,4})(?![\w@-]|/\w)")
_MONTH = re.compile(r"^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Phase)[A-Z]*\d", re.IGNORECASE)
_TAIL = re.compile(
    r"[-‑–](?:treated|based|containing|associated|related|induced|positive|negative|directed|targeted|targeting|specific|mediated|"
    r"driven|dependent|expressing|mutated|mutant|like|led|naive|resistant|and|or|in|the|for|to|plus|[a-z]{5,})$"
)
_HEAD = re.compile(r"^(?:Anti|Non|Pre|Post|Mid|Co|Multi|Inter|Intra|Early|Late|Pan|Sub|Ex|US|EU|UK|Phase|PHASE|Grade|Stage|Type|Part|Arm|Day|Week|Month|Year|Cohort|Fiscal|Table|Figure|Tier|Level|Class|Group|Study|Trial|Session|Title|Age|Aged|Top|Part|Q|FY|H|Step|Cycle|Dose|Line|Panel|Hall|Booth|Room|Abstract|Poster|Page|Chapter|Volume|No|Nr|Section|Item|Exhibit|Form|Article|Rule)[-‑–]?\d*[A-Za-z]?(?:[-–]\d+)?$")  # fmt: skip
_LOOKALIKE = re.compile(
    r"^(?:NCT|ISRCTN|EUCT|ACTRN|UMIN|JRCT|CTR|CHICTR|EUDRACT|COVID|SARS|MERS|HIV|HBV|HCV|HPV|HSV|RSV|EBV|CMV|H\dN|HTLV|AAV|HHV|Ad\d|Ad26|BA|XBB|JN|KP|KB|"
    r"CD|IL|HER|ERBB|PD|PDL|CTLA|LAG|TIM|TIGIT|BRCA|KRAS|NRAS|HRAS|BRAF|EGFR|FGFR|VEGF|JAK|STAT|TYK|BTK|BCL|MCL|CDK|PARP|TP|MMP|TLR|NLRP|TNF|TGF|IFN|CXCR|CCR|CCL|CXCL|"
    r"GLP|GIP|SGLT|DPP|PPAR|FXR|NTRK|ROS|ALK|MET|RET|IDH|FLT|DLL|MUC|MAGE|NY|ESO|PRAME|STEAP|SSTR|P2X|GPR|HLA|MHC|ICAM|ITGA|NAV|KCN|SLC|ABC|APOL|APOC|PCSK|ANGPTL|Kv|Nav|TRP|TRK|SOD|LRRK|"
    r"IC|EC|ED|LD|GI|FEV|FVC|PASI|EASI|ACR|IGA|DAS|SLEDAI|MADRS|HAM|PHQ|GAD|PANSS|EQ|SF|QLQ|ECOG|RECIST|CTCAE|MRD|PFS|OS|ORR|DOR|HbA1c|HBA|A1C|BMI|LDL|HDL|eGFR|PSA|CA|CEA|"
    r"ISO|GMP|ICH|FDA|EMA|SEC|GAAP|ASC|IFRS|IPO|ETF|USD|EUR|CHF|GBP|JPY|CAGR|CEO|CFO|PDF|HTTP|HTML|XML|MP|USB|GPT|AI|ML|COX|CYP|UGT|OATP|BCRP|PGP|HEK|MCF|HCT|HT|CHO|A549|U\d+|"
    r"IgG|IgA|IgM|IgE|Th|Fc|C3|C5|Q[1-4]|H[12]|[1-4]Q|[12]H|Y\d|G\d|F\d|T[1-4]|N[0-3]|M[01]|B\d{1,2}|S&P|PM|AM|KOL|R&D|UN|G|D|K|K1|PO|OTC|APAC|FTSE|DAX|MSCI|CRISPR|"
    r"Cas|mTORC|PI3K|MAPK|ERK|MEK|AKT|HIF|GSK3|NF|AMPK|SIRT|HDAC|EZH|PRMT|DOT|LSD|BRD|KIF|KSP|WEE|ATR|ATM|CHK|PLK|AURK|CLDN|LIV|TROP|NECTIN|GPC|FAP|PSMA|BCMA|FcRn|TSLP|OX40|4-1BB|GITR|"
    r"ASCO|ESMO|ASH|EHA|AACR|SITC|EASL|AASLD|ADA|ACC|AHA|ESC|AAN|CTAD|ENDO|ATS|ERS|ACG|DDW|UEG|JPM|BIO|ADPD|WCLC|SABCS|ARVO|AAO|EURETINA|IDWEEK|ECCMID|CROI)[-‑–]?\d{0,2}[A-Za-zα-ω]{0,3}\d?(?:[-‑–/]\d{0,2}[A-Za-z]?)?$|^(?:NCT|ISO|ISRCTN|EUCT|ACTRN|UMIN|CD|GPR|HTTP|CHICTR|CTR)[-‑ ]?\d+[A-Za-z]?$"
)  # fmt: skip
_REGIMEN = re.compile(
    r"^(?:m?FOLF(?:OX|IRI|IRINOX)\w*|(?:R-)?CHOP|Anti-\w.*|.*-(?:Mutant|mutant|Positive|Negative|PN)|CT\d{8}|[Pp]-?[Tt]au\d*|(?:PCV|PPSV|PPV)\d+|(.{4,})\1)$"
)
_STATES = frozenset("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC".split())
_STRONG = re.compile(r"^(?:[A-Z]{2,6}|[A-Z][a-z]{1,4}|[A-Z]{1,2}[a-z][A-Z]{1,3})[-‑]?\d{3,8}[A-Za-z]{0,4}(?:[-‑]\d{1,3}[A-Z]?)?$")
_MEDIUM = re.compile(r"^(?:[A-Z]{2,7}[-‑]?\d{2}[A-Za-z]{0,3}|[A-Z]{1,6}\d?[-‑][A-Z]{0,4}\d{2,}[A-Z]{0,3}\d{0,3}|[A-Z]{1,6}[-‑][A-Z]{1,8}\d{1,6}[A-Z]?\d?|[A-Z]{2,6}[-‑][A-Za-z0-9]{2,9}(?:[-‑][A-Za-z0-9]{1,6}){1,2}|[A-Z]{2,6}-[A-Za-z]{1,4}\d{2,4}|m?RNA-\d{3,4}[A-Z.]*\d?|[A-Z]-[A-Z]{2,6}\d{1,4}|[A-Z]{2,4}\d{2,4}[A-Z]\d{0,4})$")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SHORT = re.compile(r"^[A-Z]{1,3}\d{1,2}$")


@dataclass(frozen=True, slots=True)
class CodeWord:
    """A code-like word; ``weight`` is what its shape is worth (a compound needs 2 with its context)."""

    char_start: int
    char_end: int
    weight: float


def find_code_words(text: str) -> list[CodeWord]:
    """All words of a text that may be code names, look-alikes left out."""
    found = []
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        while tail := _TAIL.search(word):
            word = word[: tail.start()]
        if not any(c.isdigit() for c in word) or len(word) < 3 or is_lookalike(word) or _MONTH.match(word):
            continue
        found.append(CodeWord(start, start + len(word), shape_weight(word)))
    for match in _LETTERS.finditer(text):
        if not is_lookalike(match.group()):
            found.append(CodeWord(match.start(), match.end(), 0.0))
    for match in _SPACED.finditer(text):
        letters, digits = match.group().split(" ", 1)
        if letters in _STATES and len(digits) == 5 or is_lookalike(f"{letters}-{digits}") or is_lookalike(letters):
            continue
        found.append(CodeWord(match.start(), match.end(), 0.5 if len(digits) >= 3 else 0.0))
    return found


def is_lookalike(word: str) -> bool:
    """True for words shaped like a code that are something else (phases, genes, scores, meetings, regimens, forms)."""
    return bool(_LOOKALIKE.match(word) or _HEAD.match(word) or _REGIMEN.match(word))


def shape_weight(word: str) -> float:
    """What the shape of a code-like word is worth: 2 is enough alone, 0 needs everything from its context."""
    word = word.translate(_SUBSCRIPTS)
    if _STRONG.match(word):
        return 2.0 if sum(c.isdigit() for c in word) >= 3 else 1.5
    if _MEDIUM.match(word):
        return 1.5
    return 0.0 if _SHORT.match(word) else 0.5

"""Look-alikes are refused with their reason; real releases that share their words are read."""

from datetime import datetime
from pathlib import Path

import pytest

from ingest.errors import ReleaseRefused
from ingest.parse.refusals import RefusalReason, read_refusals, refuse_if_not_english, refuse_look_alikes
from ingest.parse.release import parse_release
from ingest.records import ListingItem, RawPage

LOOK_ALIKES = sorted(Path(__file__).with_name("lookalikes").glob("*.txt"))
_THRESHOLD, REASONS = read_refusals()


def _page(text: str) -> RawPage:
    return RawPage(
        ListingItem("folder", "x.txt"), text.encode(), "text/plain", None, datetime(2026, 3, 3), "2026-03-03"
    )


def test_there_are_thirty_look_alikes_of_every_kind() -> None:
    assert len(LOOK_ALIKES) >= 30
    assert {path.stem.rpartition("_")[0] for path in LOOK_ALIKES} == {reason.reason for reason in REASONS}


@pytest.mark.parametrize("path", LOOK_ALIKES, ids=lambda path: path.stem)
def test_a_look_alike_is_refused_with_its_reason(path: Path) -> None:
    with pytest.raises(ReleaseRefused) as refusal:
        parse_release(_page(path.read_text()))
    assert refusal.value.reason == path.stem.rpartition("_")[0]


REAL = {
    "analysts in a subhead": "Kelmora Collaborates with Norvita on Production of KLM-204\n\nAnalysts maintain a price target of $5 for the share.\n\n"
    "Kelmora Biosciences (NASDAQ: KLMR) announced today a collaboration with Norvita on the production of KLM-204.",
    "a market in the first lines": "Kelmora Inks Deal With Norvita To Sell Its Kidney Assets\n\nThe market for kidney medicines was put at $2.6 billion "
    "in 2023 and grows at a CAGR of 4%. Now Kelmora has agreed to sell its kidney assets to Norvita Pharma.",
    "a service company with a deal": "Labstuff Teams Up with Norvita to Expand Its Support Services\n\nLabstuff, a leading provider of laboratory "
    "services, announces a strategic collaboration with Norvita to serve its global clients in kidney trials.",
    "a lawsuit that is the company's own": "Kelmora Settles Patent Lawsuit over KLM-204\n\nBOSTON, March 2, 2026 /PRNewswire/ -- Kelmora Biosciences "
    "said that it has settled its patent lawsuit with Norvita Pharma about KLM-204 and that both will go on to sell their medicines.",
    "a conference talk": "Kelmora to Present at Upcoming Kidney Conference\n\nBOSTON, March 2, 2026 /PRNewswire/ -- Kelmora Biosciences will present "
    "new data of KLM-204 at an upcoming conference on kidney disease in Madrid in the first week of June.",
    "a launch of a product": "Kelmora Launches KLM-204 in Germany\n\nBERLIN, March 2, 2026 (GLOBE NEWSWIRE) -- Kelmora Biosciences launches its "
    "medicine KLM-204 in Germany, where the market for kidney medicines grows. Forward-looking statements follow.",
    "guidance that is kept": "Kelmora Maintains Its Guidance and Initiates a Phase 3 Trial\n\nBOSTON, March 2, 2026 /PRNewswire/ -- Kelmora "
    "Biosciences maintains its guidance for the year and initiates a Phase 3 trial of KLM-204 in adults with kidney disease.",
}  # fmt: skip


@pytest.mark.parametrize("text", REAL.values(), ids=REAL)
def test_a_real_release_with_such_words_is_read(text: str) -> None:
    assert parse_release(_page(text)).headline == text.split("\n")[0]


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.reason)
def test_a_reason_does_what_its_examples_say(reason: RefusalReason) -> None:
    assert reason.why.endswith(".")
    for text in reason.positive:
        with pytest.raises(ReleaseRefused) as refusal:
            refuse_look_alikes(text.split(". ")[0], text)
        assert refusal.value.reason == reason.reason
    for text in reason.negative:
        refuse_look_alikes(text.split(". ")[0], text)


def test_a_text_in_another_alphabet_or_language_is_refused() -> None:
    for text in (
        "公司今天宣布，其第二阶段试验已经开始，患者将在四十个中心接受治疗。" * 3,
        "Die Studie wird an vierzig Zentren in Europa geführt und " * 8,
    ):
        with pytest.raises(ReleaseRefused) as refusal:
            refuse_if_not_english(text)
        assert refusal.value.reason == "not_english"
    with pytest.raises(ReleaseRefused):
        refuse_if_not_english("12345 67890 !!!")

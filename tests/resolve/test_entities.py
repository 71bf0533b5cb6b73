"""What resolve makes of names: self-written releases, a small vocabulary, the real function."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from told import Nights, company_ids, compound_ids, decide

from ingest.resolve.landed import Resolution


def shown(result: Resolution) -> dict[str, str]:
    return {row["compound_id"]: row["compound_name"] for row in result.tables["compounds"]}


def test_one_release_that_states_two_names_links_them_for_all() -> None:
    nights = Nights()
    early = nights.compound(nights.release("a"), ("MRT-204", "code_name"))
    late = nights.compound(nights.release("c", "2026-11-03"), ("zelotamab", "inn"))
    nights.compound(nights.release("b", "2026-11-02"), ("MRT204", "code_name"), ("zelotamab", "inn"))
    result = nights.resolved()
    ids = compound_ids(result)
    assert ids[early] == ids[late]
    assert shown(result)[ids[early]] == "zelotamab"


def test_two_code_names_that_look_alike_stay_two() -> None:
    nights = Nights()
    refs = [
        nights.compound(nights.release(name), (name, "code_name"))
        for name in ("MRT-204", "MRT-205", "MRT-20-4", "MTR-204")
    ]
    assert len({compound_ids(nights.resolved())[ref] for ref in refs}) == 4


def test_codes_of_one_series_that_one_release_seems_to_equate_are_not_joined_but_reported() -> None:
    nights = Nights()
    one, other = (nights.compound(nights.release(n), (n, "code_name")) for n in ("MRT-204", "MRT-305"))
    nights.compound(nights.release("list"), ("MRT-204", "code_name"), ("MRT-305", "code_name"))
    result = nights.resolved()
    assert compound_ids(result)[one] != compound_ids(result)[other]
    assert [(r.left_key, r.right_key, r.reason) for r in result.refused] == [("mrt204", "mrt305", "list_of_code_names")]
    assert all(row["alias"] == shown(result)[row["compound_id"]] for row in result.tables["compound_aliases"])


def test_a_renamed_compound_keeps_its_id_under_the_partners_code() -> None:
    nights = Nights()
    old = nights.compound(nights.release("a"), ("MRT-204", "code_name"))
    first = nights.resolved()
    new = nights.compound(nights.release("b", "2026-11-02"), ("KN-9", "code_name"), ("MRT-204", "code_name"))
    second = nights.resolved(first.new_ids)
    assert compound_ids(second)[new] == compound_ids(second)[old] == compound_ids(first)[old]


def test_a_descriptor_or_abbreviation_glues_nothing() -> None:
    nights = Nights()
    a, b = nights.release("a"), nights.release("b")
    one = nights.compound(a, ("MRT-204", "code_name"), ("the vaccine", "descriptor"), ("MV", "abbreviation"))
    other = nights.compound(b, ("TSB-17", "code_name"), ("the vaccine", "descriptor"), ("MV", "abbreviation"))
    ids = compound_ids(nights.resolved())
    assert ids[one] != ids[other]


def test_an_abbreviation_alone_means_what_its_own_company_calls_so() -> None:
    nights = Nights()
    releases = {key: nights.release(key) for key in "abcd"}
    for key, issuer in zip(
        "abcd", ("Halden Pharma", "Orrin Oncology", "Halden Pharma", "Nordlys Medical"), strict=True
    ):
        nights.company(releases[key], issuer, is_issuer=True)
    ours = nights.compound(releases["a"], ("HAL-0991", "code_name"), ("HVX", "abbreviation"))
    theirs = nights.compound(releases["b"], ("ORN-4", "code_name"), ("HVX", "abbreviation"))
    short = nights.compound(releases["c"], ("HVX", "abbreviation"))
    foreign = nights.compound(releases["d"], ("HVX", "abbreviation"))
    ids = compound_ids(nights.resolved())
    assert ids[short] == ids[ours]
    assert ids[foreign] not in {ids[ours], ids[theirs]}


def test_the_vocabulary_joins_a_brand_to_its_substance_but_never_two_substances() -> None:
    nights = Nights()
    brand = nights.compound(nights.release("a"), ("VELDA", "brand"))
    substance = nights.compound(nights.release("b"), ("Velutomab", "inn"), known="unii:V1")
    suffixed = nights.compound(nights.release("c"), ("velutomab-qxyz", "inn"), ("velutomab", "inn"))
    result = nights.resolved()
    ids = compound_ids(result)
    assert ids[brand] == ids[substance] == ids[suffixed]
    row = next(row for row in result.tables["compounds"] if row["compound_id"] == ids[brand])
    assert (row["compound_name"], row["inn"], row["brand_name"]) == ("velutomab", "velutomab", "VELDA")


def test_an_agencys_suffix_is_no_part_of_the_name_that_is_shown() -> None:
    nights = Nights()
    ref = nights.compound(nights.release("a"), ("fam-velutomab-qxyz", "inn"), known="unii:V1")
    unknown = nights.compound(nights.release("b"), ("zelotamab-qxyz", "inn"))
    result = nights.resolved()
    shown = {row["compound_id"]: row["compound_name"] for row in result.tables["compounds"]}
    ids = compound_ids(result)
    assert (shown[ids[ref]], shown[ids[unknown]]) == ("velutomab", "zelotamab-qxyz")
    assert "fam-velutomab-qxyz" in {row["alias"] for row in result.tables["compound_aliases"]}


def test_a_superseded_name_has_no_vote() -> None:
    nights = Nights()
    text = (
        "Marlowe Therapeutics today said that its candidate entered the clinic. The trial has two parts and runs for one year. "
        * 3
    )
    wrong = nights.release(
        "wrong",
        text=text + "The candidate is MRT-240.",
        headline="Marlowe Therapeutics enters the clinic with its candidate",
    )
    right = nights.release(
        "right",
        "2026-11-02",
        text=text + "The candidate is MRT-204.",
        headline="Marlowe Therapeutics enters the clinic with its candidate",
        is_correction=True,
    )
    typo = nights.compound(wrong, ("MRT-240", "code_name"), ("zelotamab", "inn"))
    true = nights.compound(right, ("MRT-204", "code_name"), ("zelotamab", "inn"))
    result = nights.resolved()
    assert compound_ids(result)[typo] != compound_ids(result)[true]
    assert next(r for r in result.tables["releases"] if r["release_id"] == right)["supersedes_release_id"] == wrong


def test_decisions_merge_split_and_rename_and_are_undone_by_their_absence() -> None:
    nights = Nights()
    one = nights.compound(nights.release("a"), ("MRT-204", "code_name"))
    other = nights.compound(nights.release("b"), ("KN-9", "code_name"))
    both = nights.compound(nights.release("c"), ("TSB-17", "code_name"), ("zelotamab", "inn"))
    inn = nights.compound(nights.release("d"), ("zelotamab", "inn"))
    plain = nights.resolved()
    decisions = [
        decide("compound", "MRT 204", "KN9", "merge"),
        decide("compound", "TSB-17", "zelotamab", "split"),
        decide("compound", "MRT-204", "Marlowe's antibody", "rename"),
    ]
    ruled = nights.resolved(plain.new_ids, decisions)
    ids = compound_ids(ruled)
    assert ids[one] == ids[other] and shown(ruled)[ids[one]] == "Marlowe's antibody"
    assert ids[both] != ids[inn]
    assert compound_ids(nights.resolved([*plain.new_ids, *ruled.new_ids])) == compound_ids(plain)


def test_a_biosimilar_split_from_its_substance_leaves_the_substance_whole() -> None:
    nights = Nights()
    copy = nights.compound(nights.release("a"), ("VELDA", "brand"), ("velutomab", "inn"))
    inn = nights.compound(nights.release("b"), ("velutomab", "inn"))
    coded = nights.compound(nights.release("c"), ("MRT-204", "code_name"), ("Velutomab", "inn"))
    ids = compound_ids(nights.resolved(decisions=[decide("compound", "Velda", "velutomab", "split")]))
    assert ids[inn] == ids[coded] != ids[copy]


def test_companies_join_by_name_without_legal_form_by_both_lists_and_by_ticker() -> None:
    nights = Nights()
    refs = [
        nights.company(nights.release("a"), "Halden Pharma, Inc.", "Halden"),
        nights.company(nights.release("b"), "Halden Pharma"),
        nights.company(nights.release("c"), "Halden"),
    ]
    marlowe = [
        nights.company(nights.release("d"), "Marlowe", known="own:marlowe"),
        nights.company(nights.release("e"), "Marlowe Therapeutics, Inc.", known="cik:77"),
        nights.company(nights.release("f"), "Marlowe Rx Therapeutics", ticker="MRLW"),
    ]
    strangers = [
        nights.company(nights.release("g"), "Quillon", ticker="MRLW"),
        nights.company(
            nights.release("h"), "Marwell Therapeutics", ticker="MRLW"
        ),  # only the word of the trade is shared
    ]
    result = nights.resolved()
    ids = company_ids(result)
    assert len({ids[ref] for ref in refs}) == 1
    assert len({ids[ref] for ref in marlowe}) == 1
    assert not {ids[ref] for ref in strangers} & {ids[ref] for ref in marlowe}
    row = next(row for row in result.tables["companies"] if row["company_id"] == ids[marlowe[0]])
    assert (row["company_name"], row["ticker"], row["cik"]) == ("Marlowe", "MRLW", "77")


def test_a_subsidiary_is_a_company_of_its_own_with_a_parent() -> None:
    nights = Nights()
    daughter = nights.company(nights.release("a"), "Genentech", known="own:genentech")
    result = nights.resolved()
    (link,) = result.tables["company_parents"]
    names = {row["company_id"]: row["company_name"] for row in result.tables["companies"]}
    assert link["company_id"] == company_ids(result)[daughter]
    assert (names[link["parent_company_id"]], str(link["valid_from"])) == ("Roche", "2009-03-26")


def test_a_disease_that_no_list_knows_stands_under_the_one_that_its_name_ends_with() -> None:
    nights = Nights()
    release = nights.release("a")
    nights.indication(release, "lupus nephritis", "mondo:2")
    nights.indication(release, "MSI-high gastric cancers")
    nights.indication(release, "MSI-high gastric cancer")
    rows = {row["indication_name"]: row for row in nights.resolved().tables["indications"]}
    assert sorted(rows) == ["MSI-high gastric cancer", "gastric cancer", "lupus", "lupus nephritis"]
    own = rows["MSI-high gastric cancer"]
    assert (own["mapping_status"], own["therapeutic_area"]) == ("unmapped", "oncology")
    assert own["parent_indication_id"] == rows["gastric cancer"]["indication_id"]
    assert rows["lupus nephritis"]["mondo_id"] == "MONDO:2"
    assert rows["lupus nephritis"]["parent_indication_id"] == rows["lupus"]["indication_id"]


_NAMES = st.sampled_from(["MRT-204", "mrt 204", "KN-9", "zelotamab", "VELDA", "velutomab", "TSB-17", "TSB-71"])
_MENTION = st.lists(_NAMES, min_size=1, max_size=2, unique=True)
_NIGHT = st.lists(_MENTION, min_size=1, max_size=4)


def _told(history: list[list[list[str]]], order: list[int]) -> Nights:
    nights = Nights()
    for number in order:
        for place, mention in enumerate(history[number]):
            release = nights.release(f"{number}/{place}", f"2026-11-{number + 1:02d}")
            nights.compound(
                release, *((name, "inn" if name.islower() and " " not in name else "code_name") for name in mention)
            )
    return nights


@settings(max_examples=40, deadline=None)
@given(st.lists(_NIGHT, min_size=1, max_size=4), st.randoms())
def test_ids_hold_when_nights_are_replayed_in_another_order(history: list[list[list[str]]], random: object) -> None:
    order = list(range(len(history)))
    ledger: list[dict[str, str]] = []
    for number in order:
        ledger += _told(history, order[: number + 1]).resolved(ledger).new_ids
    final = _told(history, order).resolved(ledger)
    assert final.new_ids == []
    random.shuffle(order)  # type: ignore[attr-defined]
    for number in range(len(order)):
        ledger += _told(history, order[: number + 1]).resolved(ledger).new_ids
    assert _told(history, order).resolved(ledger).tables == final.tables


def test_diseases_that_differ_by_a_sign_stay_two_and_a_sign_is_its_word() -> None:
    nights = Nights()
    release = nights.release("a")
    for name in ("HER2+ gastric cancer", "HER2- gastric cancer", "HER2-positive gastric cancers"):
        nights.indication(release, name)
    tables = nights.resolved().tables
    ids = {row["alias"]: row["indication_id"] for row in tables["indication_aliases"]}
    assert ids["HER2+ gastric cancer"] == ids["HER2-positive gastric cancers"] != ids["HER2- gastric cancer"]


def test_a_name_is_shown_as_it_is_written() -> None:
    nights = Nights()
    release = nights.release("a")
    for name, key in (
        ("IXVARA", "own:ixvara"),
        ("G-LSF", "own:g-lsf"),
        ("Velunum Toxin A", "own:toxin"),
        ("Velutomab", "unii:V1"),
    ):
        nights.compound(release, (name, "inn"), known=key)
    assert sorted(shown(nights.resolved()).values()) == ["G-LSF", "IXVARA", "velunum toxin A", "velutomab"]

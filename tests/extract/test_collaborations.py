"""Agreements of a release: with whom, of which kind, new or standing, who plays which part, and who is no partner."""

import pytest
from deal_releases import agreement_with, facts_of, partners_of

from ingest.extract.rulebook import Rule, read_rules, read_table

NORVITA = "Norvita Pharma AG"


def _one(headline: str, *paragraphs: str, partner: str = "Kelmora"):  # type: ignore[no-untyped-def]
    return agreement_with(facts_of(headline, *paragraphs), partner)


KINDS = [
    ("license", "Norvita Pharma Signs License Agreement with Kelmora Biosciences",
     "Norvita Pharma AG today announced that it has signed an exclusive license agreement with Kelmora Biosciences, Inc. for KLM-204."),
    ("acquisition", "Norvita Pharma to Acquire Kelmora Biosciences",
     "Norvita Pharma AG today announced a definitive agreement to acquire Kelmora Biosciences, Inc., a maker of kidney medicines."),
    ("research", "Norvita Pharma and Kelmora Biosciences Enter Research Collaboration",
     "Norvita Pharma AG and Kelmora Biosciences, Inc. today announced a research collaboration to discover medicines for kidney disease."),
    ("clinical_trial", "Norvita Pharma Announces Clinical Trial Collaboration with Kelmora Biosciences",
     "Norvita Pharma AG today announced a clinical trial collaboration and supply agreement with Kelmora Biosciences, Inc. in kidney cancer."),
    ("supply", "Norvita Pharma Enters Supply Agreement with Kelmora Biosciences",
     "Norvita Pharma AG today announced that it has entered into a supply agreement with Kelmora Biosciences, Inc. for its vaccine."),
    ("manufacturing", "Norvita Pharma Announces Manufacturing Agreement with Kelmora Biosciences",
     "Norvita Pharma AG today announced that it has signed a manufacturing agreement with Kelmora Biosciences, Inc."),
    ("commercial", "Norvita Pharma Signs Distribution Agreement with Kelmora Biosciences",
     "Norvita Pharma AG today announced that it has signed a distribution agreement with Kelmora Biosciences, Inc. for Canada."),
    ("grant", "Norvita Pharma Receives Grant from Kelmora Foundation",
     "Norvita Pharma AG today announced that it was awarded a grant from the Kelmora Foundation for its work on rare kidney diseases."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "headline", "lead"), KINDS, ids=[kind for kind, _, _ in KINDS])
def test_an_announced_agreement_is_new_and_of_the_kind_that_it_is_called(kind: str, headline: str, lead: str) -> None:
    row = _one(headline, lead)
    assert row.collaboration_type == kind
    assert row.is_new
    assert row.status == "announced"
    assert row.statement == "happened"


STANDING = (
    "Norvita Pharma Reports Phase 2 Results of KLM-204",
    ("Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease.",),
)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("KLM-204 was licensed from Kelmora Biosciences, Inc. in 2019.", "license"),
        ("KLM-204 is being jointly developed with Kelmora Biosciences, Inc.", "codevelopment"),
        ("The study was conducted in collaboration with Kelmora Biosciences, Inc.", "clinical_trial"),
        ("KLM-204 is marketed by Norvita Pharma in Europe and by Kelmora Biosciences elsewhere.", "commercial"),
        ("The work was supported by a grant from the Kelmora Foundation.", "grant"),
    ],
)
def test_an_agreement_told_beside_other_news_is_standing(sentence: str, kind: str) -> None:
    headline, lead = STANDING
    row = _one(headline, *lead, sentence)
    assert not row.is_new
    assert row.status == "standing"
    assert row.collaboration_type == kind


NO_PARTNERS = {
    "an investor of a financing": "The series B financing was led by Kelmora Ventures Holdings, Inc. with other investors.",
    "a rival": "It competes with other drugmakers such as Kelmora Biosciences, Inc. in this field.",
    "the parent of the issuer": "Norvita Pharma AG is a wholly owned subsidiary of Kelmora Biosciences, Inc.",
    "a daughter of the issuer": "The trial is run by its subsidiary, Kelmora Biosciences, Inc., in collaboration with Kelmora Biosciences.",
    "the other side of a lawsuit": "It entered into a mutual release and settlement agreement with Kelmora Biosciences, Inc.",
    "a former employer": "Before joining, she served as head of partnerships with Kelmora Biosciences, Inc.",
    "the host of a conference": "The poster will be shown at the annual meeting of the Kelmora Society in June.",
}


@pytest.mark.parametrize("sentence", NO_PARTNERS.values(), ids=NO_PARTNERS)
def test_who_is_named_without_an_agreement_is_no_partner(sentence: str) -> None:
    headline, lead = STANDING
    assert partners_of(facts_of(headline, *lead, sentence)) == set()


def test_each_name_of_a_list_of_partners_is_one() -> None:
    headline, lead = STANDING
    facts = facts_of(headline, *lead, "Its partners include Amgen, Roche, Teluma Therapeutics and Cyclarix.")
    assert partners_of(facts) == {"Amgen", "Roche", "Teluma Therapeutics", "Cyclarix"}
    assert not any(c.is_new for c in facts.collaboration_mentions)


def test_the_licensee_and_the_licensor_are_told_apart() -> None:
    taker = _one("Norvita Pharma Signs License Agreement with Kelmora Biosciences",
                 "Norvita Pharma AG today announced that it has licensed KLM-204 from Kelmora Biosciences, Inc.")  # fmt: skip
    assert (taker.company_role, taker.partner_role) == ("licensee", "licensor")
    giver = _one("Norvita Pharma Signs License Agreement with Kelmora Biosciences",
                 "Norvita Pharma AG today announced that it has granted Kelmora Biosciences, Inc. an exclusive license to KLM-204.")  # fmt: skip
    assert (giver.company_role, giver.partner_role) == ("licensor", "licensee")


def test_the_buyer_and_the_bought_are_told_apart() -> None:
    buyer = _one("Norvita Pharma to Acquire Kelmora Biosciences",
                 "Norvita Pharma AG today announced a definitive agreement to acquire Kelmora Biosciences, Inc.")  # fmt: skip
    assert (buyer.company_role, buyer.partner_role) == ("acquirer", "target")
    bought = _one("Norvita Pharma to be Acquired by Kelmora Biosciences",
                  "Norvita Pharma AG today announced that it will be acquired by Kelmora Biosciences, Inc.")  # fmt: skip
    assert (bought.company_role, bought.partner_role) == ("target", "acquirer")


def test_territory_and_platform_are_kept_in_the_words_of_the_text() -> None:
    row = _one("Norvita Pharma Signs License Agreement with Kelmora Biosciences",
               "Norvita Pharma AG today announced a license agreement with Kelmora Biosciences, Inc.",
               "Kelmora Biosciences receives exclusive rights to commercialize KLM-204 in Greater China and Japan and will apply its "
               "proprietary Renova delivery platform.")  # fmt: skip
    assert row.territory == "Greater China and Japan"
    assert row.platform == "Renova delivery platform"


def test_an_extended_agreement_is_amended_and_a_closed_one_completed() -> None:
    amended = _one("Norvita Pharma and Kelmora Biosciences Expand Research Collaboration",
                   "Norvita Pharma AG and Kelmora Biosciences, Inc. today announced the expansion of their research collaboration.")  # fmt: skip
    assert (amended.status, amended.is_new) == ("amended", True)
    closed = _one("Norvita Pharma Completes Acquisition of Kelmora Biosciences",
                  "Norvita Pharma AG today announced that it has completed its acquisition of Kelmora Biosciences, Inc.")  # fmt: skip
    assert (closed.status, closed.is_new) == ("completed", True)


def test_an_ended_agreement_is_terminated() -> None:
    row = _one("Norvita Pharma Regains Rights to KLM-204",
               "Norvita Pharma AG today announced that Kelmora Biosciences, Inc. has terminated the license agreement with Norvita Pharma.")  # fmt: skip
    assert row.status == "terminated"


def test_third_party_news_names_both_sides_of_one_agreement_once() -> None:
    facts = facts_of(
        "Kidney drugs are in demand", "(Reuters) - Teluma Therapeutics Inc acquired Kelmora Biosciences Inc on Monday."
    )
    assert len(facts.collaboration_mentions) == 1
    (row,) = facts.collaboration_mentions
    assert row.company_ref != row.partner_company_ref


def test_different_signs_make_an_agreement_surer_than_one_weak_sign() -> None:
    headline, lead = STANDING
    weak = _one(headline, *lead, "The work was supported by Kelmora Biosciences, Inc.")
    strong = _one("Norvita Pharma Signs License Agreement with Kelmora Biosciences",
                  "Norvita Pharma AG today announced that it has licensed KLM-204 from Kelmora Biosciences, Inc.",
                  "Kelmora Biosciences is its partner in Japan.")  # fmt: skip
    assert weak.confidence < 0.7 < 0.95 <= strong.confidence


SIGNS = [
    ('Norvita and Kelmora Biosciences have teamed up to find new medicines.', None),
    ('Norvita in-licensed KLM-204 from Kelmora Biosciences in 2019.', 'license'),
    ('Norvita obtained exclusive rights to KLM-204 from Kelmora Biosciences.', 'license'),
    ('KLM-204 was developed under license from Kelmora Biosciences.', 'license'),
    ('KLM-204 is sold in Japan by Kelmora Biosciences under the brand name Kelo.', 'commercial'),
    ('Kelmora Biosciences exercised its option under the agreement with Norvita.', 'option'),
    ('Kelmora Biosciences is supplying drugamab for the trial.', 'supply'),
    ('Kelmora Biosciences will supply drugamab for the study.', 'supply'),
    ('The trial is supported by Cancer Research UK.', 'grant'),
    ('The study is being conducted in collaboration with Cancer Research UK.', 'clinical_trial'),
    ('Norvita was awarded a contract by the U.S. Department of Defense.', 'grant'),
    ('The program is funded by BARDA under contract 75A50122C00001.', 'grant'),
    ('Norvita received a Small Business Innovation Research grant from the National Institutes of Health.', 'grant'),
    ('CIRM awarded Norvita an $8 million grant.', 'grant'),
    ('Norvita granted Kelmora Biosciences an exclusive license in Greater China.', 'license'),
    ('Kelmora Biosciences has exclusive rights to develop and commercialize KLM-204 in Greater China.', 'license'),
    ('Norvita sold its vaccine business to Kelmora Biosciences in 2020.', 'acquisition'),
    ('Norvita was acquired by Kelmora Biosciences in 2021.', 'acquisition'),
    ('In 2021, Norvita completed the acquisition of Kelmora Biosciences.', 'acquisition'),
    ("Norvita's manufacturing partner, Kelmora Biosciences, makes the drug substance.", 'manufacturing'),
    ('Kelmora Biosciences manufactures KLM-204 for Norvita.', 'manufacturing'),
    ('Norvita has selected Kelmora Biosciences as its contract manufacturer.', 'manufacturing'),
    ('The antibody was discovered at Yale University and exclusively licensed to Norvita.', 'license'),
    ('KLM-204 was invented by scientists at the University of Basel.', 'research'),
    ('Norvita is a spin-out of the University of Basel.', None),
    ('Norvita and its partner Kelmora Biosciences plan a Phase 3 trial.', None),
    ('Under the collaboration, Kelmora Biosciences is responsible for commercialization.', None),
    ('Kelmora Biosciences, which holds the Japanese rights, will start its own trial.', 'license'),
    ('Norvita has collaborations with Roche, Kelmora Biosciences and the University of Basel.', None),
    ("Norvita's collaborators include Amgen, Kelmora Biosciences and Roche.", None),
    ('This work is part of a strategic alliance with Kelmora Biosciences.', None),
    ('Norvita receives royalties on net sales of Kelo from Kelmora Biosciences.', 'license'),
    ('Norvita will receive a milestone payment of $5 million from Kelmora Biosciences.', 'license'),
    ('Kelmora Biosciences paid Norvita a $5 million milestone.', 'license'),
    ('Norvita uses the Renova platform licensed from Kelmora Biosciences.', 'license'),
    ('The agreement with Kelmora Biosciences was terminated in May.', None),
    ('Norvita entered a joint venture with Kelmora Biosciences.', 'codevelopment'),
    ('Norvita formed a joint venture, Kelnor, with Kelmora Biosciences.', 'codevelopment'),
    ('KLM-204 is being co-developed by Norvita and Kelmora Biosciences.', 'codevelopment'),
    ('KLM-204 is jointly owned by Norvita and Kelmora Biosciences.', None),
    ('Kelmora Biosciences co-promotes KLM-204 with Norvita in the United States.', 'commercial'),
    ('Norvita works with researchers at the University of Basel on new targets.', 'research'),
    ('A companion diagnostic is being developed with Kelmora Biosciences.', 'codevelopment'),
    ('Norvita and Kelmora Biosciences signed a memorandum of understanding.', None),
    ('The company extended its research agreement with the University of Basel.', 'research'),
    ('The trial is sponsored by the National Cancer Institute.', None),
    ('The Michael J. Fox Foundation supports the study.', 'grant'),
    ('The trial was funded in part by the Cystic Fibrosis Foundation.', 'grant'),
    ('KLM-204 was discovered by Kelmora Biosciences and licensed to Norvita in 2018.', 'license'),
    ('Norvita and Kelmora Biosciences are jointly developing KLM-204 under a global collaboration agreement.', 'codevelopment'),
    ('KLM-204 emerged from the collaboration between Norvita and Kelmora Biosciences to create antibody therapies.', 'research'),
    ('In 2014, Norvita and Kelmora Biosciences formed a strategic alliance to jointly develop and commercialize KLM-204.', 'codevelopment'),
    ('Norvita has a clinical supply agreement with Kelmora Biosciences for drugamab.', 'supply'),
    ('The trial is a collaboration with Kelmora Biosciences, which supplies drugamab.', 'clinical_trial'),
    ('Norvita is developing KLM-204 in collaboration with Kelmora Biosciences.', 'codevelopment'),
    ('KLM-204 is being developed in collaboration with Kelmora Biosciences.', 'codevelopment'),
    ('Norvita holds an exclusive worldwide license to KLM-204 from the University of Basel.', 'license'),
    ('Kelmora Biosciences has an exclusive license to commercialize KLM-204 in Japan.', 'license'),
    ('Norvita and Kelmora Biosciences share the development costs and profits of KLM-204 equally.', 'codevelopment'),
    ('KLM-204 is commercialized in Europe by Kelmora Biosciences.', 'commercial'),
    ('Kelmora Biosciences is the commercial partner of Norvita in Canada.', 'commercial'),
    ("Norvita's antibodies are produced by Kelmora Biosciences, its contract manufacturer.", 'manufacturing'),
    ('The preclinical work was done in collaboration with the University of Basel.', 'research'),
    ('The Phase 2 trial was conducted in collaboration with the Kelmora Oncology Group Foundation.', 'clinical_trial'),
    ('KLM-204 is tested in a Phase 2 trial sponsored by the National Cancer Institute.', 'clinical_trial'),
    ('The development of KLM-204 is funded by BARDA.', 'grant'),
    ('Norvita acquired KLM-204 through its purchase of Kelmora Biosciences in 2020.', 'acquisition'),
    ('Norvita gained KLM-204 with the acquisition of Kelmora Biosciences.', 'acquisition'),
    ('Norvita has research collaborations with Roche and Kelmora Biosciences.', 'research'),
    ('Norvita and Kelmora Biosciences have an option agreement for a third program.', 'option'),
    ('Norvita uses the antibody platform of Kelmora Biosciences under a license agreement.', 'license'),
    ('The discovery collaboration with Kelmora Biosciences covers five targets.', 'research'),
    ("Norvita's partners are Kelmora Biosciences and Roche.", 'unspecified'),
    ('Norvita co-promotes KLM-204 with Kelmora Biosciences in the United States.', 'commercial'),
    ('A distribution agreement with Kelmora Biosciences covers the Middle East.', 'commercial'),
]  # fmt: skip
NO_SIGNS = [
    "Ms. Roe joins from Teluma Therapeutics, where she led partnerships with Kelmora Biosciences.",
    "KLM-204 was tested in combination with Kelmora Biosciences' drugamab.",
    "Adults were treated with Kelmora Biosciences' drugamab before.",
    'The poster will be shown at the meeting hosted by Kelmora Securities.',
    'Results were published in the journal of Kelmora Society.',
    'Dr. Roe worked at Kelmora Biosciences for ten years.',
    'Dr. Roe joins Norvita from Kelmora Biosciences.',
    'The company was founded by former executives of Kelmora Biosciences.',
    'Sites include the University of Basel and Mayo Clinic.',
    '“The data are strong,” said Ada Roe, professor at the University of Basel.',
    'The principal investigator is Ada Roe of the Mayo Clinic.',
    'Kelmora Biosciences sells a rival medicine.',
    'The financing was led by Kelmora Capital with participation of Roche Venture Fund.',
    'Investors include Kelmora Capital and Pfizer Ventures.',
    'The FDA and the European Medicines Agency agreed to the design.',
    'Shares of Kelmora Biosciences rose by five percent.',
    'For media inquiries contact Kelmora Communications.',
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind"), SIGNS, ids=[sentence[:70] for sentence, _ in SIGNS])
def test_each_way_to_tell_of_an_agreement_is_understood(sentence: str, kind: str | None) -> None:
    headline, lead = STANDING
    facts = facts_of(headline, *lead, sentence)
    assert facts.collaboration_mentions
    assert kind is None or kind in {row.collaboration_type for row in facts.collaboration_mentions}


@pytest.mark.parametrize("sentence", NO_SIGNS, ids=[sentence[:70] for sentence in NO_SIGNS])
def test_other_ways_to_name_a_company_tell_of_none(sentence: str) -> None:
    headline, lead = STANDING
    assert not facts_of(headline, *lead, sentence).collaboration_mentions


PARTY_WORDS = {f"{{{key}}}": str(value) for key, value in read_table("parties")["words"].items()}


@pytest.mark.parametrize("rule", list(read_rules("parties", PARTY_WORDS)), ids=lambda rule: rule.id)
def test_a_party_rule_stands_on_its_anchor(rule: Rule) -> None:
    for example in rule.data["positive"]:
        assert any(str(anchor).lower() in example.lower() for anchor in rule.data["anchor"]), example

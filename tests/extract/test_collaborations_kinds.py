"""What an agreement is called decides its kind, wherever headline and lead say it; and what is told of old is not new."""

import pytest
from deal_releases import agreement_with, facts_of, partners_of

NEWS = "Norvita Pharma Reports Phase 2 Results of KLM-204"
LEAD = "Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease."

NEW_KINDS = {
    "an adjective before license": ("license", "Norvita Pharma and Kelmora Biosciences Team Up to Develop Gene Medicines",
        "Norvita Pharma AG, a company in Basel that looks for medicines for the liver, and Kelmora Biosciences, Inc. today announced that they have "
        "entered into a collaboration and (nonexclusive) license agreement to develop gene medicines."),
    "an option on licenses": ("option", "Norvita Pharma and Kelmora Biosciences Join Forces to Develop Antibodies",
        "Norvita Pharma AG and Kelmora Biosciences, Inc. today announced a research collaboration and option licensing agreement."),
    "rights that are acquired": ("acquisition", "Norvita Pharma Acquires U.S. Rights to Zantivel",
        "Norvita Pharma AG today announced the acquisition of the U.S. rights to the family of Zantivel tablets from Kelmora Biosciences, Inc."),
    "developed and sold together": ("codevelopment", "Norvita Pharma Signs Agreement with Kelmora Biosciences",
        "Norvita Pharma AG today announced a global co-development and co-commercialization agreement with Kelmora Biosciences, Inc. for KLM-204."),
    "a trial together": ("clinical_trial", "Norvita Pharma Announces Collaboration with Kelmora Biosciences on KLM-204 Phase III Study",
        "Norvita Pharma AG today announced a collaboration with Kelmora Biosciences, Inc. for its study in adults with kidney disease."),
    "discovery sped up": ("research", "Norvita Pharma Partners with Kelmora Biosciences to Accelerate AI-Driven Discovery of Kidney Medicines",
        "Norvita Pharma AG today announced a strategic collaboration with Kelmora Biosciences, Inc. for kidney medicines."),
    "assets that are sold": ("acquisition", "Norvita Pharma Inks Deal with Kelmora Biosciences to Sell Clinical-Stage Kidney Assets",
        "Norvita Pharma AG today announced a deal with Kelmora Biosciences, Inc. for its kidney medicines."),
    "a headline that names no partner": ("codevelopment", "Norvita Pharma Announces Strategic Partnership Agreement to Develop Kidney Vaccines",
        "Norvita Pharma AG today announced a strategic partnership agreement with Kelmora Biosciences, Inc., a company founded by researchers."),
    "a joint venture that only speaks": ("license", "Norvita Pharma and Kelmora Biosciences Enter into Term Sheet for Exclusive License",
        "Norvita Pharma AG, held by a joint venture by Zandal Holding, today announced a binding term sheet with Kelmora Biosciences, Inc. for an exclusive license."),
}  # fmt: skip
STANDING_KINDS = {
    "an award with its number": ("grant", "Research reported here was supported by the Kelmora Foundation of Basel under Award Number U01-77."),
    "who funds research": ("grant", "The research was funded by a grant of the Kelmora Foundation."),
    "developed and sold": ("codevelopment", "In 2014, Norvita Pharma and Kelmora Biosciences formed a collaboration to develop and commercialize KLM-204."),
    "an option to license": ("option", "Norvita Pharma holds an exclusive option to license KLM-204 under its agreement with Kelmora Biosciences."),
    "an application is no license": ("unspecified", "Norvita Pharma and its partner Kelmora Biosciences, Inc. have submitted a Biologics License Application."),
    "a partner in development": ("codevelopment", "Norvita Pharma and Kelmora Biosciences are collaborating on the development of KLM-204."),
    "a joint venture of the issuer": ("codevelopment", "Norvita Pharma formed a joint venture, Kelnor, with Kelmora Biosciences."),
    "rights in a list": ("license", "Kelmora Biosciences currently holds exclusive development and commercialization rights to KLM-204."),
    "other relationships behind a list": ("unspecified",
        "Norvita Pharma has entered into partnerships with many companies, such as Takeda and Kelmora Biosciences, in addition to research relationships with the Mayo Clinic."),
    "an animal study with another": ("research", "Using in vivo models, in collaboration with Kelmora Biosciences, the study showed that KLM-204 works."),
    "a division of work": ("unspecified", "Under the agreement, Kelmora Biosciences is responsible for manufacturing and commercialization of KLM-204."),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "headline", "lead"), NEW_KINDS.values(), ids=NEW_KINDS)
def test_a_new_agreement_is_of_the_kind_that_headline_or_lead_call_it(kind: str, headline: str, lead: str) -> None:
    row = agreement_with(facts_of(headline, lead), "Kelmora")
    assert row.is_new
    assert row.collaboration_type == kind


@pytest.mark.parametrize(("kind", "sentence"), STANDING_KINDS.values(), ids=STANDING_KINDS)
def test_a_standing_agreement_is_of_the_kind_that_its_sentence_tells(kind: str, sentence: str) -> None:
    row = agreement_with(facts_of(NEWS, LEAD, sentence), "Kelmora")
    assert not row.is_new
    assert row.collaboration_type == kind


def test_members_of_a_consortium_do_what_the_consortium_does() -> None:
    facts = facts_of(
        NEWS,
        "Norvita Pharma AG today announced that it has joined a consortium for research on genes of the kidney.",
        "The partners are Amgen, Roche and Teluma Therapeutics.",
    )
    assert {row.collaboration_type for row in facts.collaboration_mentions} == {"research"}
    assert len(facts.collaboration_mentions) == 3


OLD = {
    "a payment under a license": ("Norvita Pharma Has Received a Total of $566,000 Under Its Kelmora Licensing Agreement",
        "Norvita Pharma AG today announced that it has received a $70,000 licensing payment from its partner, Kelmora Biosciences, Inc., under their global licensing agreement."),
    "consent": ("Norvita Pharma Announces Receipt of Consent in Connection with Acquisition by Kelmora Biosciences",
        "Norvita Pharma AG today announced receipt of consent in connection with its proposed acquisition by Kelmora Biosciences, Inc."),
    "an offer that is extended": ("Norvita Pharma Extends Tender Offer for Kelmora Biosciences",
        "Norvita Pharma AG today announced the extension of its tender offer to acquire all shares of Kelmora Biosciences, Inc."),
    "an update": ("Norvita Pharma Provides an Update on the Option Agreement with Kelmora Biosciences",
        "Norvita Pharma AG today announced that it goes on under its option agreement with Kelmora Biosciences, Inc."),
    "a clearance to close": ("Norvita Pharma Secures Clearance to Close Acquisition of Kelmora Biosciences",
        "Norvita Pharma AG today announced that it may go on with its acquisition of Kelmora Biosciences, Inc."),
    "a milestone": ("Norvita Pharma Receives $5 Million Milestone Payment from Kelmora Biosciences",
        "Norvita Pharma AG today announced that it has received a milestone payment under its license agreement with Kelmora Biosciences, Inc."),
}  # fmt: skip


@pytest.mark.parametrize(("headline", "lead"), OLD.values(), ids=OLD)
def test_a_step_of_an_agreement_announced_before_is_no_new_agreement(headline: str, lead: str) -> None:
    assert not agreement_with(facts_of(headline, lead), "Kelmora").is_new


def test_what_a_company_has_licensed_today_is_new_and_so_is_a_completed_acquisition() -> None:
    licensed = facts_of(
        "Norvita Pharma Licenses KLM-204 to Kelmora", "Norvita Pharma AG today announced that Kelmora Biosciences, Inc. has licensed KLM-204 for Japan."
    )  # fmt: skip
    assert agreement_with(licensed, "Kelmora").is_new
    bought = facts_of(
        "Norvita Pharma Completes Previously Announced Acquisition of Kelmora Biosciences",
        "Norvita Pharma AG today announced that it has completed the acquisition of Kelmora Biosciences, Inc.",
    )
    assert agreement_with(bought, "Kelmora").is_new


def test_who_announces_a_grant_beside_the_issuer_gives_none() -> None:
    facts = facts_of(
        "Norvita Pharma and University of Basel Announce $4.1 Million Grant from Kelmora Foundation",
        "Norvita Pharma AG and the University of Basel today announced a $4.1 million grant from the Kelmora Foundation for work on the kidney.",
    )
    assert agreement_with(facts, "Kelmora").collaboration_type == "grant"
    assert agreement_with(facts, "University of Basel").collaboration_type != "grant"
    assert not agreement_with(facts, "University of Basel").is_new


def test_a_company_behind_an_institution_is_a_name_of_its_own() -> None:
    facts = facts_of(NEWS, LEAD, "The work is a collaboration with the University of Bonn and Teluma Sciences.")
    assert {"University of Bonn", "Teluma Sciences"} == partners_of(facts)


def test_the_daughter_that_licenses_is_the_partner_and_not_its_parent() -> None:
    facts = facts_of(
        "Norvita Pharma Licenses KLM-204",
        "Norvita Pharma AG today announced that Kelmora Biosciences, Inc., a subsidiary of Teluma Medicine Holdings, Inc., has licensed KLM-204 for Japan.",
    )
    assert partners_of(facts) == {"Kelmora Biosciences, Inc."}


def test_whoever_gets_rights_back_had_given_them() -> None:
    facts = facts_of(NEWS, LEAD, "The rights to KLM-204 will be returned to Neurelia.")
    assert partners_of(facts) == {"Neurelia"}


def test_the_second_company_that_announces_an_agreement_with_a_third_has_one_already() -> None:
    facts = facts_of(
        "Norvita Pharma and Teluma Therapeutics Announce Clinical Trial Collaboration with Kelmora Biosciences",
        "Norvita Pharma AG and Teluma Therapeutics, Inc. today announced a clinical trial collaboration with Kelmora Biosciences, Inc. for KLM-204.",
    )
    assert agreement_with(facts, "Kelmora").is_new
    assert not agreement_with(facts, "Teluma").is_new


def test_an_agreement_announced_before_is_not_new_in_the_news_of_another_deal() -> None:
    facts = facts_of(
        "Norvita Pharma Signs Land Purchase Agreement",
        "Norvita Pharma AG today announced that it has signed an agreement for land in Basel.",
        "Kelmora Biosciences holds exclusive rights to KLM-204 under a previously announced licensing agreement.",
    )
    assert not agreement_with(facts, "Kelmora").is_new


def test_the_partner_of_old_is_not_new_beside_the_one_of_the_headline() -> None:
    facts = facts_of(
        "Norvita Pharma and Sanofi Enter into Agreement for the Co-Promotion of KLM-204",
        "Norvita Pharma AG and Sanofi today announced an agreement to co-promote KLM-204 in Japan.",
        "Kidney disease is common. Many adults have it. It is a burden. Few medicines help.",
        "Norvita Pharma and Kelmora Biosciences have entered into a collaboration for the development and commercialization of KLM-204.",
    )
    assert agreement_with(facts, "Sanofi").is_new
    assert not agreement_with(facts, "Kelmora").is_new


def test_the_words_of_a_deal_with_a_third_are_not_those_of_the_partner_who_announces_it_too() -> None:
    facts = facts_of(
        "Norvita Pharma and Kelmora Biosciences Announce Clinical Trial Collaboration with Sanofi",
        "Norvita Pharma AG and Kelmora Biosciences, Inc. today announced a clinical trial collaboration with Sanofi to test KLM-204.",
        "Norvita Pharma and Kelmora Biosciences are co-developing KLM-204 under a collaboration that they entered into in 2007.",
    )
    assert agreement_with(facts, "Sanofi").collaboration_type == "clinical_trial"
    assert agreement_with(facts, "Kelmora").collaboration_type == "codevelopment"

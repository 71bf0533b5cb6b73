"""Whole announcements of agreements, told as such releases tell them: partner, kind, news, state, parts and sums."""

from dataclasses import dataclass

import pytest
from deal_releases import agreement_with, facts_of


@dataclass(frozen=True)
class Told:
    """One release and what an expert reads in it; None leaves a point open."""

    texts: tuple[str, ...]
    partner: str
    kind: str | None
    is_new: bool
    status: str
    sums: tuple[float | None, float | None, float | None]
    parts: tuple[str, str] | None


CASES = [
    Told(
        (
            'Norvita Pharma and Kelmora Biosciences Announce Global Licensing Agreement for KLM-204',
            'Norvita Pharma AG (SIX: NORV) and Kelmora Biosciences, Inc. (Nasdaq: KLMR) today announced a global licensing agreement under which Norvita will develop and commercialize KLM-204, a first-in-class inhibitor for kidney disease.',
            'Under the terms of the agreement, Kelmora will receive an upfront cash payment of $85 million and a $15 million equity investment at a premium. Kelmora is also eligible to receive up to $750 million in development, regulatory and sales-based milestones as well as tiered royalties ranging from the high single digits to the mid-teens.',
            'About Norvita. Norvita Pharma is a company in Basel.',
        ),
        'Kelmora', 'license', True, 'announced', (85000000.0, 750000000.0, None), ('licensee', 'licensor'),
    ),
    Told(
        (
            'Kelmora to Be Acquired by Norvita Pharma for Up to $1.5 Billion',
            'Kelmora Biosciences, Inc. (Nasdaq: KLMR) today announced that it has entered into a definitive merger agreement under which Norvita Pharma will acquire all outstanding shares of Kelmora for $24.00 per share in cash, for an aggregate upfront equity value of approximately $1.1 billion, plus one contingent value right of up to $8.00 per share, for a total of up to approximately $1.5 billion.',
        ),
        'Norvita', 'acquisition', True, 'announced', (1100000000.0, None, 1500000000.0), ('target', 'acquirer'),
    ),
    Told(
        (
            'Kelmora Awarded $12.5 Million Contract by BARDA to Advance Antibiotic',
            'Kelmora Biosciences, Inc. today announced that the Biomedical Advanced Research and Development Authority (BARDA) has awarded the company a contract of up to $12.5 million to support the Phase 2 development of KLM-300.',
        ),
        'Biomedical', 'grant', True, 'announced', (None, None, 12500000.0), ('recipient', 'funder'),
    ),
    Told(
        (
            'Teluma Enters Into Manufacturing Partnership with Lonza for KLM-9',
            'Teluma Therapeutics, Inc. announced that it has entered into an agreement with Lonza for the clinical and commercial manufacture of its antibody TLM-9 at Lonza’s site in Visp.',
        ),
        'Lonza', 'manufacturing', True, 'announced', (None, None, None), ('customer', 'supplier'),
    ),
    Told(
        (
            'Teluma Expands Research Collaboration with Roche; Earns $10 Million Milestone',
            'Teluma Therapeutics, Inc. today announced that Roche has expanded their 2022 research collaboration to include three more targets. Teluma will receive a $10 million expansion fee and may earn up to $400 million per target.',
        ),
        'Roche', 'research', True, 'amended', (10000000.0, 400000000.0, None), ('partner', 'partner'),
    ),
    Told(
        (
            'Norvita Returns Rights to KLM-204 to Kelmora',
            'Kelmora Biosciences, Inc. today announced that it has received notice from Norvita Pharma AG of its decision to terminate the license agreement for KLM-204. Kelmora will regain worldwide rights.',
        ),
        'Norvita', 'license', False, 'terminated', (None, None, None), None,
    ),
    Told(
        (
            'Kelmora Reports First Quarter Results',
            'Kelmora Biosciences, Inc. (Nasdaq: KLMR) today reported its results for the quarter. In January, Kelmora received a $20 million milestone payment from Norvita Pharma under their 2023 license agreement. Revenue was $22 million for the quarter compared to $1 million a year ago. Cash was $310 million.',
        ),
        'Norvita', 'license', False, 'standing', (None, 20000000.0, None), ('licensor', 'licensee'),
    ),
    Told(
        (
            'Kelmora and the University of Basel Sign Option Agreement',
            'Kelmora Biosciences, Inc. today announced an exclusive option agreement with the University of Basel for a set of patents on kidney disease.',
        ),
        'University', 'option', True, 'announced', (None, None, None), None,
    ),
    Told(
        (
            'Teluma and Cytra Sign Exclusive License for TLM-11 in China',
            'Teluma Therapeutics, Inc. (Nasdaq: TLMA) announced that it has granted Cytra Pharmaceutical Group Co., Ltd. exclusive rights to develop, manufacture and commercialize TLM-11 in mainland China, Hong Kong, Macau and Taiwan.',
            'Cytra will make an upfront payment of $20 million and will pay up to $230 million upon achievement of development, regulatory and sales milestones, plus tiered double-digit royalties on net sales in the territory.',
        ),
        'Cytra', 'license', True, 'announced', (20000000.0, 230000000.0, None), ('licensor', 'licensee'),
    ),
    Told(
        (
            'Cytra Buys Teluma in $2.1B All-Cash Deal',
            'Cytra Group plc said on Monday it will buy U.S. biotech Teluma Therapeutics for $2.1 billion in cash, adding a late-stage heart drug to its pipeline. Under the terms of the deal Cytra will pay $41 per share.',
        ),
        'Teluma', 'acquisition', True, 'announced', (None, None, 2100000000.0), ('acquirer', 'target'),
    ),
    Told(
        (
            'Teluma Announces Strategic Collaboration with Novo Nordisk in Obesity',
            'Teluma Therapeutics, Inc. today announced that it has entered into a multi-target research collaboration and license agreement with Novo Nordisk A/S to discover and develop oral medicines for obesity using Teluma’s Scaffold AI platform.',
            'Under the agreement, Novo Nordisk will make upfront and near-term payments of up to $60 million. In addition, Teluma is eligible to receive up to $1.2 billion in total potential milestone payments across three programs and tiered royalties up to the low double digits.',
            'Novo Nordisk will be responsible for clinical development and commercialization worldwide.',
        ),
        'Novo', 'license', True, 'announced', (60000000.0, 1200000000.0, None), ('licensor', 'licensee'),
    ),
    Told(
        (
            'Teluma to Supply Its Antibody for Trial of Bristol Myers Squibb',
            'Teluma Therapeutics, Inc. announced a clinical collaboration with Bristol Myers Squibb to evaluate TLM-11 in combination with Opdivo (nivolumab) in patients with lung cancer. Teluma will sponsor the study and Bristol Myers Squibb will provide nivolumab.',
        ),
        'Bristol', 'clinical_trial', True, 'announced', (None, None, None), None,
    ),
    Told(
        (
            'Teluma Receives $4 Million Grant from The Michael J. Fox Foundation',
            'Teluma Therapeutics, Inc. announced that it received a $4 million grant from The Michael J. Fox Foundation for Parkinson’s Research to support a Phase 1 trial of TLM-3.',
        ),
        'The Michael', 'grant', True, 'announced', (None, None, 4000000.0), ('recipient', 'funder'),
    ),
    Told(
        (
            'Teluma Secures Distribution Partner in Turkey',
            'Teluma Therapeutics, Inc. today announced that it has appointed Anatolia Ilac as its exclusive distributor for Telumab in Turkey. Anatolia will handle registration and sales.',
        ),
        'Anatolia', 'commercial', True, 'announced', (None, None, None), None,
    ),
    Told(
        (
            'Kite and Teluma Announce Closing of Acquisition',
            'Kite, a Gilead Company, and Teluma Therapeutics, Inc. today announced the closing of Kite’s acquisition of Teluma for $350 million in cash.',
        ),
        'Teluma', 'acquisition', True, 'completed', (None, None, 350000000.0), ('acquirer', 'target'),
    ),
    Told(
        (
            'Teluma Amends Agreement with Sanofi and Regains Rights in Japan',
            'Teluma Therapeutics, Inc. announced an amendment of its collaboration agreement with Sanofi. Teluma regains the rights to TLM-11 in Japan and will pay Sanofi low single-digit royalties on sales there.',
        ),
        'Sanofi', None, True, 'amended', (None, None, None), None,
    ),
    Told(
        (
            'Teluma Enters into Agreement with U.S. Department of Defense',
            'Teluma Therapeutics, Inc. has been awarded a $34 million contract by the U.S. Department of Defense’s Defense Threat Reduction Agency (DTRA) for the development of its broad-spectrum antiviral.',
        ),
        'U.S.', 'grant', True, 'announced', (None, None, 34000000.0), ('recipient', 'funder'),
    ),
    Told(
        (
            'Teluma Doses First Patient in Phase 1 Trial',
            'Teluma Therapeutics, Inc. today announced that the first patient has been dosed in a Phase 1 trial of TLM-5. The dosing triggers a $3 million milestone payment from its partner Astellas. TLM-5 was discovered under a collaboration with the Broad Institute of MIT and Harvard.',
            'About Teluma. Teluma is developing medicines for rare disease with partners that include Pfizer, Biogen and the Broad Institute. Teluma was founded in 2015 with backing from Flagship Pioneering and Third Rock Ventures.',
        ),
        'Astellas', None, False, 'standing', (None, 3000000.0, None), None,
    ),
    Told(
        (
            'Teluma and Evotec Extend Drug Discovery Alliance',
            'HAMBURG – Evotec SE and Teluma Therapeutics, Inc. today announced that they have extended their drug discovery alliance for two years. Evotec will receive research funding of EUR 9 million.',
        ),
        'Teluma', 'research', True, 'amended', (None, None, None), None,
    ),
    Told(
        (
            'Teluma Announces Option Exercise by Biogen',
            'Teluma Therapeutics, Inc. today announced that Biogen has exercised its option to license TLM-8 under the 2021 option and license agreement. Teluma will receive a $45 million option exercise payment and is eligible for up to $465 million in milestones.',
        ),
        'Biogen', 'option', True, 'announced', (None, 465000000.0, None), None,
    ),
]  # fmt: skip


@pytest.mark.parametrize("told", CASES, ids=[told.texts[0][:60] for told in CASES])
def test_an_announcement_is_read_as_an_expert_reads_it(told: Told) -> None:
    row = agreement_with(facts_of(*told.texts), told.partner)
    assert told.kind is None or row.collaboration_type == told.kind
    assert (row.is_new, row.status) == (told.is_new, told.status)
    assert (row.upfront_usd, row.milestones_usd, row.total_usd) == told.sums
    assert told.parts is None or (row.company_role, row.partner_role) == told.parts

"""The line under a picture says whose it is: what stands below it is told as before."""

import pytest
from parse_reading import parsed, section_of

BODY = " ".join(f"Kirva Inc. studies the antibody KRV-{n} in lupus." for n in range(101, 109))


@pytest.mark.parametrize(
    "credit", ["Source: Freepik", "![Source: Pexels](https://example.com/a.jpg)", "Photo - Kirva Inc."]
)
def test_news_go_on_below_the_credit_of_a_picture(credit: str) -> None:
    release = parsed(f"Kirva Makes Progress\n\n{credit}\n\n{BODY}\n\nMore is told of KRV-201.")
    assert section_of(release, "KRV-101") == section_of(release, "KRV-201") == "body"


def test_a_source_at_the_end_is_the_contact_of_the_release() -> None:
    release = parsed(f"Kirva Makes Progress\n\n{BODY}\n\nSOURCE: Kirva Inc.\n\nWrite to us at the address on our site.")
    assert section_of(release, "Write to us") == "contacts"

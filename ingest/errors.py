"""Every error that the house raises on purpose, drawn as a tree. Imports nothing of the house.

::

    DatelineError                     what happened, where, and the way out, in one sentence
    |-- TransientError                trying again later may help: the run retries
    |   |-- SourceUnavailable         timeout, reset, 429, 5xx
    |   `-- WarehouseBusy             another night holds the lock
    `-- PermanentError                trying again gives the same result: the item or the command stops
        |-- SettingsError             a setting, option or file of the user's is wrong
        |-- SourceRefused             404, 410, robots.txt, private address, bot wall, over the size limit
        |-- ReleaseRefused            the document is no release that we load: it goes to quarantine with .reason
        |-- VocabularyError           a knowledge file (rules, vocabulary, decisions) does not hold together
        |-- HomeUnusable              the home folder cannot be created, written or understood
        `-- NightRefused              the night was built but failed a blocking check; the last good file stays

Transient or permanent is decided where the error is raised, by the one who knows the source.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all; ``str(error)`` is one sentence for a person: what happened, where, and the way out."""


class TransientError(DatelineError):
    """Trying again later may help."""


class SourceUnavailable(TransientError):
    """A source did not answer properly this time.

    ``reason`` is a short key (``timeout``, ``reset``, ``server_error`` ...); ``retry_after`` the seconds that the
    source asked us to stay away, null when it did not say.
    """

    def __init__(self, detail: str, reason: str = "unavailable", retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.reason = reason
        self.retry_after = retry_after


class WarehouseBusy(TransientError):
    """Another run holds the home."""


class PermanentError(DatelineError):
    """Trying again gives the same result."""


class SettingsError(PermanentError):
    """A setting, option or file that the user gave is wrong."""


class SourceRefused(PermanentError):
    """A source said no, or we refuse to go where it leads. ``reason`` is a short key (``not_found``, ``robots`` ...)."""

    def __init__(self, detail: str, reason: str = "refused") -> None:
        super().__init__(detail)
        self.reason = reason


class ReleaseRefused(PermanentError):
    """The document is nothing that we load. ``reason`` is the key that quarantine shows (``law_firm_alert`` ...)."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class VocabularyError(PermanentError):
    """A knowledge file does not hold together."""


class HomeUnusable(PermanentError):
    """The home folder cannot be created, written or understood."""


class NightRefused(PermanentError):
    """The night was built but failed a blocking check; nothing was published."""

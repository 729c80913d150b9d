"""Every error the package raises on purpose.

    OnrecordError                  1   something a caller can catch in one place
    |- SourceError                 1   one article could not be read; the others go on
    |   |- SourceMissing               no such file, or no article in the folder
    |   |- SourceEmpty                 nothing to read in it
    |   |- SourceUnreadable            binary, broken or an undecodable text
    |   '- ExtraMissing            2   the file needs an optional dependency
    |- UsageError                  2   wrong option, setting, template or output path: nothing was done
    |- ModelError                  3   the model gave no usable answer and no fallback was allowed
    |- BudgetSpent                 1   the next request would cost more than what is left; never a reason to fall back
    '- StoreError                  2   the store cannot be opened or written
        '- StoreFull               1   no room to write on; what was stored before stays

The figure is the exit code of the command line. Each error says what happened, to which thing, and, as `hint`,
what to do next; the message and the hint are the two arguments, so an error survives pickling between processes.
"""


class OnrecordError(Exception):
    """Anything this package refuses to do; `str()` is what happened, `hint` is the next step."""

    exit_code = 1
    retryable = False

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message


class SourceError(OnrecordError):
    """One article could not be read. The others of the same run go on."""


class SourceMissing(SourceError):
    """There is no such file, or the folder holds no article."""


class SourceEmpty(SourceError):
    """The source holds no text."""


class SourceUnreadable(SourceError):
    """The source is binary, broken, or its text cannot be decoded."""


class ExtraMissing(SourceError):
    """The file needs an optional dependency that is not installed; the hint names the extra."""

    exit_code = 2


class UsageError(OnrecordError):
    """A wrong option, setting, template or output path. Nothing was done."""

    exit_code = 2


class ModelError(OnrecordError):
    """The model gave no usable answer, and no fallback was allowed."""

    exit_code = 3


class StoreError(OnrecordError):
    """The store cannot be opened, read or written."""

    exit_code = 2


class StoreFull(StoreError):
    """There is no room left to write. What was stored before is whole."""

    exit_code = 1
    retryable = True


class BudgetSpent(OnrecordError):
    """The most that the next request can cost is more than what is left of the budget.

    Not a `ModelError`: an article that stops here is left to do, not handed to the rules.
    """

    retryable = True

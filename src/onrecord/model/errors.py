"""Why a model gave no usable answer: one class a cause, each with what to do about it.

ModelError (onrecord.errors)            3   ends as exit code 3, or as the record's fallback reason
|- ModelNotConfigured                       no model, or no key for a server that wants one
|- ModelUnreachable            retryable    refused, reset or lost connection
|- ModelTimeout                retryable    a deadline passed
|- ModelBusy                   retryable    rate limit, longer than we wait
|- ModelFailing                retryable    the server answered 5xx to every attempt
|- ModelDenied                              401, 403: the key is missing, wrong or not allowed
|- ModelUnknown                             404: no such model or no such path
|- ModelRejected                            another 4xx: the request was not accepted
|   '- ModelTooLong                         the article does not fit the window, even in parts
|- ModelNotAnApi                            a web page or other text where JSON was due
|- ModelEmpty                  retryable    an answer without a choice, without content, or with nothing in its lists
|- ModelRefused                             the model declined
|- ModelFiltered                            a content filter stopped the answer
|- ModelCut                                 the answer was cut by its length and could not be split further
|- ModelNonsense                            an answer that is no JSON or breaks the schema
|- ModelAnswerTooBig                        more bytes than any answer can have
'- RecordingMissing                         replaying, and nothing is recorded for exactly this request
"""

from onrecord.errors import ModelError
from onrecord.model.answers import Answer
from onrecord.records import Usage


class ModelCallError(ModelError):
    """A request to a model that ended without a usable answer; `usage` holds what it took all the same."""

    usage: Usage = Usage(cost=0.0)
    advice = ""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint or self.advice)

    def spent(self, usage: Usage) -> "ModelCallError":
        """The same error with what its attempts took."""
        self.usage = usage
        return self


class ModelNotConfigured(ModelCallError):
    """No model is named, or the server wants a key and there is none."""

    advice = (
        "Name a model with --model or ONRECORD_MODEL, and set OPENAI_API_KEY or, for a server of your own, "
        "OPENAI_BASE_URL."
    )


class ModelUnreachable(ModelCallError):
    """The connection was refused, reset or lost."""

    retryable = True
    advice = "Check that the server runs and that OPENAI_BASE_URL or --base-url names it, then run again."


class ModelTimeout(ModelCallError):
    """A deadline passed: for the connection, for the first byte or for the whole answer."""

    retryable = True
    advice = "Run again later, or allow more time with ONRECORD_DEADLINE (seconds)."


class ModelBusy(ModelCallError):
    """The server asks to wait longer than we wait."""

    retryable = True
    advice = "Run again later; articles that have an answer are not asked again. ONRECORD_CONCURRENCY lowers the load."


class ModelFailing(ModelCallError):
    """The server answered every attempt with an error of its own."""

    retryable = True
    advice = "The fault is the server's. Run again later; articles that have an answer are not asked again."


class ModelDenied(ModelCallError):
    """The key is missing, wrong, or not allowed to use this model."""

    advice = "Check OPENAI_API_KEY: it must belong to the server in OPENAI_BASE_URL and be allowed to use this model."


class ModelUnknown(ModelCallError):
    """The server does not know the model, or the base URL lacks its path."""

    advice = "Check --model, and that the base URL ends where the server's API begins (often in /v1)."


class ModelRejected(ModelCallError):
    """The server did not accept the request."""

    advice = "The server's own words say why; --mode tools or --mode json may suit it better."


class ModelTooLong(ModelRejected):
    """The article does not fit the model's window, even in parts."""

    advice = "Use a model with a larger window, or set ONRECORD_WINDOW to the tokens that this one takes."


class ModelNotAnApi(ModelCallError):
    """A web page or other text came where JSON was due, as from a proxy or a login page."""

    advice = (
        "Check OPENAI_BASE_URL or --base-url: it must be the API's address, not a web page's (often it ends in /v1)."
    )


class ModelEmpty(ModelCallError):
    """An answer without a choice, without content, or with nothing in any of its lists."""

    retryable = True
    advice = "Run again, or try --mode tools or --mode json: not every server can do every mode."


class ModelRefused(ModelCallError):
    """The model declined to answer."""

    advice = "Asking again will not help. Another model, or the rules (--engine rules), can read this article."


class ModelFiltered(ModelCallError):
    """A content filter stopped the answer."""

    advice = "Asking again will not help. Another model, or the rules (--engine rules), can read this article."


class ModelCut(ModelCallError):
    """The answer was cut by its length and the article could not be split further."""

    advice = "Allow longer answers with ONRECORD_MAX_OUTPUT (tokens), or use another model."


class ModelNonsense(ModelCallError):
    """The answer is no JSON or breaks the schema, also after it was asked to repair it; `answer` is the last one."""

    answer: Answer | None = None
    advice = "The model may be too small for this. Try another one, or --mode schema where the server can enforce it."


def nonsense(fault: str, times: int) -> ModelNonsense:
    """What is wrong with an answer that was asked for so many times."""
    return ModelNonsense(f"{fault} ({f'asked {times} times' if times > 1 else 'asked once'})")


class ModelAnswerTooBig(ModelCallError):
    """The server sent more bytes than any answer can have."""

    advice = "Check that the base URL is that of a model's API."


class RecordingMissing(ModelCallError):
    """Replaying, and nothing is recorded for exactly this request."""

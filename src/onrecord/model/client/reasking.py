"""Ask again where an answer breaks the schema: instructor's loop, with our own reading as its check.

Imported only once an answer is broken: the library costs seconds to import, and most answers are whole.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import instructor
from instructor.core.exceptions import InstructorRetryException, ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from onrecord.model.client.envelope import Envelope
from onrecord.model.errors import ModelNonsense
from onrecord.model.parsing import read_items

# The library logs failed attempts as errors, answers included, to stderr where nobody has set up logging.
logging.getLogger("instructor").setLevel(logging.CRITICAL + 1)


class _Reply(BaseModel):
    """What instructor checks an answer with: our own reading, faults in our own words."""

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **_: Any) -> "_Reply":
        """An empty reply where the answer is of use; what is in it is read by us."""
        text = json_data if isinstance(json_data, str) else json_data.decode()
        try:
            read_items(text)
        except ModelNonsense as error:
            raise ResponseParsingError(error.message, mode="JSON_SCHEMA") from None
        return cls()


async def ask_again(ask: Callable[[], Awaitable[Envelope]], messages: Sequence[dict[str, str]], times: int) -> None:
    """Ask up to so many times until an answer is of use; raises what stopped it, `ModelNonsense` where nothing did.

    What instructor would send is not used: it sends neither a strict schema nor only the last attempt.
    """

    async def create(**_: Any) -> ChatCompletion:
        return _completion(await ask())

    # Its types know no coroutine here, and say that the model itself comes back.
    patched: Any = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
    try:
        await patched(response_model=_Reply, messages=list(messages), max_retries=times - 1)
    except InstructorRetryException as error:
        cause = error.__cause__
        if cause is None:
            raise
        if isinstance(cause, ResponseParsingError):
            raise ModelNonsense(str(cause)) from None
        raise cause from None


def _completion(envelope: Envelope) -> ChatCompletion:
    message = {"role": "assistant", "content": envelope.text}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    return ChatCompletion.model_validate(
        {"id": "", "object": "chat.completion", "created": 0, "model": envelope.model, "choices": [choice]}
    )

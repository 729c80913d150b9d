"""What tokens cost, from the dated table of `genai-prices`; a model that it does not list costs None, never 0."""

from functools import lru_cache


def price_of(model: str, host: str, input_tokens: int, output_tokens: int) -> float | None:
    """US dollars for so many tokens, or None where the price is not known, as for every model served at home."""
    rates = _rates(model, host)
    return None if rates is None else input_tokens * rates[0] + output_tokens * rates[1]


@lru_cache(maxsize=64)
def _rates(model: str, host: str) -> tuple[float, float] | None:
    """Dollars for one token in and one out. By the table's first tier: articles stay far below the second."""
    name = host.partition(":")[0]
    if not model or name in ("localhost", "127.0.0.1", "::1", "[") or name.endswith((".local", ".lan", ".internal")):
        return None
    from genai_prices import Usage, calc_price

    url = f"https://{host}/v1"
    try:
        sent = calc_price(Usage(input_tokens=1000), model_ref=model, provider_api_url=url)
        wrote = calc_price(Usage(output_tokens=1000), model_ref=model, provider_api_url=url)
    except LookupError:
        return None
    return float(sent.total_price) / 1000, float(wrote.total_price) / 1000

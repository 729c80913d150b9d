"""The garbage collector is the caller's: what the library sets while it reads, it puts back."""

import gc

import onrecord


def test_the_thresholds_of_the_collector_are_as_before_after_an_article() -> None:
    before = gc.get_threshold()
    try:
        for given in ((700, 10, 10), (0, 10, 10), (50_000, 20, 20)):
            gc.set_threshold(*given)
            onrecord.extract("“I am tired,” Ana Ruiz said on Friday.", onrecord.Options(engine="rules"))
            assert gc.get_threshold() == given
    finally:
        gc.set_threshold(*before)


def test_they_are_as_before_between_the_articles_of_many() -> None:
    before = gc.get_threshold()
    rules = onrecord.Options(engine="rules")
    for _ in onrecord.extract_many(["“I am tired,” Ana Ruiz said.", "", "A bridge fell on Friday."], rules):
        assert gc.get_threshold() == before
    assert gc.get_threshold() == before

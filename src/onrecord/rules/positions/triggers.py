"""What the words of a sentence can set off, as bits that add up over its words; `vocabulary` says which word sets off
what."""

OPENED = 1 << 0
TIED = 1 << 1
CONDITION = 1 << 2
BARGAIN = 1 << 3
NEUTRAL_WORD = 1 << 4
NEUTRAL_VERB = 1 << 5
NEUTRAL = NEUTRAL_WORD | NEUTRAL_VERB
"""No side is taken by a verb without a word for it, nor the other way round."""
NOMINAL = 1 << 6
PREDICATE_WORD = 1 << 7
PREDICATE_VERB = 1 << 8
PREDICATE = PREDICATE_WORD | PREDICATE_VERB
"""Most words for a predicate can stand without a verb, "for" cannot."""
VERBAL = 1 << 9
NEGATION = 1 << 10
WILL = 1 << 11
REFUSAL = NEGATION | WILL
TERMED = 1 << 12
ASKED = 1 << 13
"""A word after which nothing is said to be so: "whether", "if"."""
NONE = 1 << 14
WHAT = 1 << 15
WHY = 1 << 16
OWN = 1 << 17
IDIOM = 1 << 18
JUDGED = 1 << 19
DEALT = 1 << 20
SPOKEN_ANYHOW = OWN | JUDGED | DEALT
"""What makes a stance with whatever verb."""
SPOKEN = NONE | WHAT | WHY | IDIOM | SPOKEN_ANYHOW
"""What makes a stance of the words of a speaker, beside what must or should be."""

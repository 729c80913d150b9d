"""What the words of a sentence can set off, as bits that add up over its words; `vocabulary` says which word sets off
what."""

OPENED = 1 << 0
TIED = 1 << 18
CONDITION = 1 << 1
BARGAIN = 1 << 20
NEUTRAL_WORD = 1 << 2
NEUTRAL_VERB = 1 << 3
NEUTRAL = NEUTRAL_WORD | NEUTRAL_VERB
"""No side is taken by a verb without a word for it, nor the other way round."""
NOMINAL = 1 << 4
PREDICATE_WORD = 1 << 5
PREDICATE_VERB = 1 << 19
PREDICATE = PREDICATE_WORD | PREDICATE_VERB
"""Most words for a predicate can stand without a verb, "for" cannot."""
VERBAL = 1 << 6
NEGATION = 1 << 7
WILL = 1 << 8
REFUSAL = NEGATION | WILL
TERMED = 1 << 9
ASKED = 1 << 10
"""A word after which nothing is said to be so: "whether", "if"."""
NONE = 1 << 11
WHAT = 1 << 12
WHY = 1 << 13
OWN = 1 << 14
IDIOM = 1 << 15
JUDGED = 1 << 16
DEALT = 1 << 17
SPOKEN_ANYHOW = OWN | JUDGED | DEALT
"""What makes a stance with whatever verb."""
SPOKEN = NONE | WHAT | WHY | IDIOM | SPOKEN_ANYHOW
"""What makes a stance of the words of a speaker, beside what must or should be."""

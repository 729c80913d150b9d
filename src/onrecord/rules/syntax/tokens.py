"""The tokens of a sentence: words, clitics and punctuation, with offsets into the article."""

import re

from onrecord.reading.paragraphs import INVISIBLE

MASTER = re.compile(
    r"""
      (?P<abbreviation>
          (?:[^\W\d_]\.){2,}                                    # U.S.
        | [A-Z]\.(?=\s[A-Z])                                   # Donald J. Trump
        | [RDI]-[A-Z][a-z]+\.(?=[),])                           # (R-Wis.)
        | (?=[A-Z]|then-|ex-)(?:(?:then|ex)-)?
          (?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Cpl|Adm|Maj|Jr|Sr|Prof|Rev|Hon|Inc|Corp|Co|Ltd
          |St|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|Mt|Ft|Messrs|Pres|Atty|Supt|Det|Calif|Mass|Conn|Ariz|Fla
          |Wis|Mich|Minn|Tex|Pa|Va|Ga|Ala|Ark|Colo|Del|Ill|Ind|Kan|Ky|La|Md|Me|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Tenn|Vt
          |Wash|Wyo)\.(?=\s|[,-]|$)                             # Sen. Cruz, R-Wis.
      )
    | (?P<word>
          [$€£¥]?\d+(?:[.,:/]\d+)*(?:[^\W\d_]+|%)?(?:-\d+\.\d+%?|–\d+(?:\.\d+)?%?|-[^\W_]+)*  # 58%  48-year-old  2.5-3
        | ['’‘]\d\ds?(?!\w)                                      # '08
        | [@\#]\w+                                              # @name
        | [^\W_]+(?:(?:[-‐‑\xad]\n|[-‐‑'’.&/INVISIBLE])[^\W_]+)*            # don't  Jean-Noel  re-elect  AT&T  site.com
      )
    | (?P<mark> `` | '' | --+ | \.\.\.+ | [^\sINVISIBLE] )
    """.replace("INVISIBLE", INVISIBLE),
    re.VERBOSE,
)
"""One pass a sentence: `Sen. Cruz didn't say "yes," --` gives Sen. / Cruz / didn't / say / " / yes / , / " / -- ."""

CLITICS = ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m")
ABBREVIATION, WORD = (MASTER.groupindex[kind] for kind in ("abbreviation", "word"))
FOLD = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "´": "'"})


def split_clitic(low: str) -> int:
    """Length of the clitic at the end of a word, 0 where there is none: didn't -> 3, Trump's -> 2."""
    for clitic in CLITICS:
        if low.endswith(clitic) and len(low) > len(clitic):
            return len(clitic)
    return 0

"""Words for papers, whose content is the stance of those who sign or pass them."""

PAPERS = frozenset(
    {"letter", "petition", "statement", "declaration", "manifesto", "resolution", "motion", "ruling", "verdict", "law"}
    | {"bill", "plan", "proposal", "decree", "treaty", "deal", "agreement", "text", "draft", "rule", "rules", "report"}
    | {"measure", "amendment", "ordinance", "constitution", "scheme", "reform", "decision", "act"}
)
SIGNING = frozenset(
    {"sign", "write", "publish", "issue", "pass", "adopt", "approve", "send", "file", "release", "submit"}
)

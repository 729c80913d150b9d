"""Which clauses punctuation, quotation marks and subordinators open and close."""

from onrecord.rules.syntax.coordination import Coordination
from onrecord.rules.syntax.open_clauses import BREAKS, Open


class Punctuation(Coordination):
    """A sentence with its open clauses, and what stands between them."""

    def mark(self, i: int) -> None:
        """Open or close clauses at a mark or a subordinator."""
        token = self.tokens[i]
        tag, low, stack = token.tag, token.low, self.stack
        if tag == "PUNCT":
            if low == "." and i + 1 < len(self.tokens) and self.tokens[i + 1].low in "),":
                return  # (D-Calif.)
            top = stack[-1]
            if low in BREAKS:
                top.nonfinite = False
                if top.kind == "sub" and top.verb is not None:
                    lower = stack[-2] if len(stack) > 1 else top
                    if lower.verb is None and lower.subject is None:
                        stack.pop()  # an adverbial clause before its main clause
            elif low in ";:" and len(stack) > 1 and top.kind != "quote":
                self.pop_to_ground()
                stack[-1].verb = stack[-1].subject = None
            elif low in ";:" or (low in ".?!" and top.kind == "quote"):
                top.verb = top.subject = None
            elif low in ".?!":
                self.pop_to_ground()
                stack[-1].verb = stack[-1].subject = None
            if low in ",;:.?!":
                self.latest = None
        elif tag == "OPEN":
            close = self.quotes.get(token.start)
            if close is not None:
                stack.append(Open("quote", close=close))
                self.latest = None
        elif tag == "CLOSE":
            for depth in range(len(stack) - 1, 0, -1):
                if stack[depth].kind == "quote" and stack[depth].close <= token.end:
                    below = stack[depth - 1]
                    if below.kind in ("sub", "wh") and below.verb is None and below.subject is None:
                        below.verb = stack[depth].verb  # while "logic would suggest it," ...
                    del stack[depth:]
                    self.latest = None
                    break
        elif tag == "SUB":
            noun = self.phrase_before(i) if low == "that" else None
            stack.append(Open("sub", antecedent=noun))

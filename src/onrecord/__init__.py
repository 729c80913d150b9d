"""Who said what, where they stand, what happened: each fact tied to the exact words of the article."""

"""Grounding: drafts and a document in, a record out, each fact tied to the words of the article."""

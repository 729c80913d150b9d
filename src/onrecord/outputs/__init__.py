"""Outputs: a record as text, Markdown, JSON and tables."""

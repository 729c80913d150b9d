"""The store: one SQLite file with articles, records and answers."""

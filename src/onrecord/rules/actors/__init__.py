"""Actors: who is mentioned, under which names, roles and pronouns."""

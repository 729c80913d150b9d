"""Syntax of one sentence: tokens, noun phrases, verb groups, found with closed classes and endings alone."""

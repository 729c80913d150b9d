"""Positions: holder, target and stance."""

"""Measurements: each module prints one table. Ratios and counts travel between machines; absolute times do not."""

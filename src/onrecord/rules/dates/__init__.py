"""Dates: time expressions, resolved to intervals of days against the day of publication."""

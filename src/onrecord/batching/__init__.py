"""Batch: many articles, nothing lost, nothing paid twice.

Not `batch`, since that is the name of the library's call: `onrecord.batch(...)`.
"""

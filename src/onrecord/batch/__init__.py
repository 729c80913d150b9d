"""Batch: many articles, nothing lost, nothing paid twice."""

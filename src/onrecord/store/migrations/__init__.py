"""The store's schema, as named steps in the order in which they were written; a step that has landed never changes."""

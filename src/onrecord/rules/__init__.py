"""The deterministic parser: a document in, a draft out, by rules that a person wrote and can read."""

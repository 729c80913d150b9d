"""The model engine: a document in, a draft out, through one prompt and one schema."""

"""Reading: a source in, a document of labelled blocks, sentences and quotations out. Nothing is removed."""

"""Attribution: source, cue and content of everything that is said, thought, wanted or shown."""

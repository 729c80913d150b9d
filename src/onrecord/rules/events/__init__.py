"""Events: what happened, by frames of trigger and roles."""

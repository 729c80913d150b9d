"""The client: the only place that imports openai, instructor and tenacity, and only once a request is really made."""

"""What shapes a record beside its article: when any of it changes, the article is done again."""

from onrecord.pipeline import Options, Pipeline
from onrecord.version import VERSION


def shape_of(options: Options, pipeline: Pipeline) -> dict[str, object]:
    """Engine, version and, where a model is meant to answer, all that shapes its answers. No secrets, no addresses."""
    if pipeline.model is None:
        return {"engine": "rules" if options.engine != "model" else "model", "version": VERSION}
    model = pipeline.model
    settings = model.settings
    return {
        "engine": "model" if options.engine == "model" else "both",
        "version": VERSION,
        "model": settings.model,
        "prompt": model.prompt.name,
        "prompt_hash": model.prompt.hash,
        "second_look": model.second_look.hash if settings.second_look else None,
        "parameters": dict(settings.parameters),
        "window": settings.window,
    }

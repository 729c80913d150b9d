"""`onrecord schema`: the JSON schema of a record."""

import json


def schema() -> None:
    """Print the JSON schema of a record, as `extract` writes it."""
    from onrecord.cli.destination import write_out
    from onrecord.records import Record

    write_out(json.dumps(Record.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n", None)

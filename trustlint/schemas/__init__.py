"""JSON Schemas that ship, so that editors complete and check what people write.

They are written down from the tables that the readers use: `python -m trustlint.schemas` brings them up to date.
"""

import os
from collections.abc import Iterator

FOLDER = os.path.dirname(os.path.abspath(__file__))


def current() -> Iterator[tuple[str, str]]:
    """The path of each schema and what should be in it."""
    import json

    from trustlint.config import schema as config
    from trustlint.packs import language

    for name, schema in ("pack", language.json_schema()), ("config", config.json_schema()):
        content = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        yield os.path.join(FOLDER, f"{name}.schema.json"), content


def write() -> None:
    for path, content in current():
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)

#!/usr/bin/env python3
"""Holds rule files against the schemas that they name: validate.py FOLDER

Every JSON file below FOLDER, generated schemas aside, must name one of FOLDER/schema by `$schema`.
Prints every deviation; exits with 1 if there is one.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match


def validators(folder):
    """A validator for each schema, by path."""
    found = {}
    for path in sorted(folder.glob("*.schema.json")):
        schema = json.loads(path.read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        found[path.resolve()] = Draft202012Validator(schema)
    return found


def deviations(path, known):
    """What is wrong with a file, each as a place and a sentence."""
    instance = json.loads(path.read_text("utf-8"))
    name = instance.get("$schema") if isinstance(instance, dict) else None
    if name is None:
        yield "", "names no $schema"
        return
    validator = known.get((path.parent / name).resolve())
    if validator is None:
        yield "$schema", f"there is no {name}"
        return
    for error in validator.iter_errors(instance):
        error = best_match([error])
        yield "/".join(str(step) for step in error.absolute_path), error.message[:300]


def main(folder):
    root = Path(folder)
    known = validators(root / "schema")
    files = [path for path in sorted(root.rglob("*.json")) if not path.name.endswith(".schema.json")]
    failures = 0
    for path in files:
        for where, what in deviations(path, known):
            failures += 1
            print(f"{path}: /{where}: {what}")
    print(f"{len(files)} files against {len(known)} schemas, {failures} deviations")
    return 1 if failures or not files or not known else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

#!/usr/bin/env python3
"""Holds results of `binhxet check` against their schema: validate.py SCHEMA FILE…

A file named .ndjson is taken line by line. Prints every deviation; exits with 1 if there is one.
"""

import json
import sys
from decimal import Decimal

from jsonschema import Draft202012Validator


def instances(path):
    """The values of a file, each with its place."""
    with open(path, encoding="utf-8") as file:
        if path.endswith(".ndjson"):
            for number, line in enumerate(file, start=1):
                yield f"{path}:{number}", json.loads(line, parse_float=Decimal)
        else:
            yield path, json.load(file, parse_float=Decimal)


def deepest(error):
    """Of the forms a value may have, what is wrong with the nearest: the one that fits furthest down."""
    return max([error, *map(deepest, error.context)], key=lambda each: len(each.absolute_path))


def main(schema_path, *paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    line_schema = {**schema, "$ref": "#/$defs/line"}
    for key in ("type", "required", "properties", "additionalProperties"):
        line_schema.pop(key)
    whole, line = Draft202012Validator(schema), Draft202012Validator(line_schema)
    count = failures = 0
    for path in paths:
        for place, instance in instances(path):
            count += 1
            validator = line if path.endswith(".ndjson") else whole
            for error in validator.iter_errors(instance):
                failures += 1
                error = deepest(error)
                where = "/".join(str(step) for step in error.absolute_path)
                print(f"{place}: /{where}: {error.message[:300]}")
    print(f"{count} results in {len(paths)} files, {failures} deviations")
    return 1 if failures or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

#!/usr/bin/env python3
"""Holds annotation formats against the public schemas of their formats: validate.py CONFORMANCE FILE…

A file named .sarif is held against SARIF 2.1.0, one named .xml against both XML Schemas of JUnit.
Prints every deviation; exits with 1 if there is one.
"""

import json
import sys
from pathlib import Path

import xmlschema
from jsonschema import Draft4Validator


def main(conformance, *paths):
    folder = Path(conformance)
    sarif = Draft4Validator(json.loads((folder / "sarif/sarif-schema-2.1.0.json").read_text("utf-8")))
    junit = [xmlschema.XMLSchema(str(file)) for file in sorted((folder / "junit").glob("*.xsd"))]
    assert junit, "no XML Schema of JUnit"
    failures = 0
    for path in paths:
        if path.endswith(".sarif"):
            instance = json.loads(Path(path).read_text("utf-8"))
            found = [f"{list(error.absolute_path)}: {error.message}" for error in sarif.iter_errors(instance)]
        elif path.endswith(".xml"):
            found = [f"{error.path}: {error.reason}" for schema in junit for error in schema.iter_errors(path)]
        else:
            found = ["neither .sarif nor .xml"]
        failures += len(found)
        for deviation in found:
            print(f"{path}: {deviation[:300]}")
    print(f"{len(paths)} files, {failures} deviations")
    return 1 if failures or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

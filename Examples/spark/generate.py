"""Writes invented records, the same on every run: units.ndjson, people.ndjson and decisions.ndjson.

usage: generate.py FOLDER [PEOPLE]
"""

import json
import random
import sys
from pathlib import Path

folder = Path(sys.argv[1])
people = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
units = max(1, people // 60)
chance = random.Random(2024)


def write(name, records):
    with open(folder / name, "w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write((record if isinstance(record, str) else json.dumps(record, ensure_ascii=False)) + "\n")


def person(number):
    record = {
        "type": "person",
        "id": f"p{number:06}",
        "name": f"Người số {number}",
        # One unit in a thousand references leads nowhere.
        "unitId": f"u{chance.randrange(units):04}" if chance.random() > 0.001 else "u-nowhere",
        "score": chance.randrange(300, 1000) / 10,
        "isDirect": chance.random() < 0.5,
        "hasDoneWell": chance.random() < 0.85,
    }
    for gap in ("score", "hasDoneWell"):
        if chance.random() < 0.004:
            del record[gap]
    if chance.random() < 0.0005:
        record["score"] = "chín mươi"
    return record


write("units.ndjson", [
    {"type": "unit", "id": f"u{number:04}", "name": f"Đơn vị {number}", "isStrong": chance.random() < 0.9}
    for number in range(units)
])
write("people.ndjson", map(person, range(people)))
write("decisions.ndjson", [
    {"type": "decision", "id": f"d{number}", "award": "advanced", "personId": f"p{chance.randrange(people):06}",
     "year": chance.randrange(2019, 2025)}
    for number in range(people)
])

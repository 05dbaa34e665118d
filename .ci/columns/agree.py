#!/usr/bin/env python3
"""Holds what columns write of the sample records against what the interpreter writes, line by line.

usage: .ci/columns/agree.py BINHXET [--seeds N]

`--only verdicts`, `violated` and `summary` run over columns, `--only all` runs in the interpreter. The samples are taken as
they are and then altered by chance: fields left out, null or of another type, lines cut, records that stand twice, types
mixed in one file, an array among the sources. Each run is done again with waivers of some findings: what they let pass is
counted apart and marked, nothing else changes.
"""
import argparse, json, pathlib, random, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COMMITTEE = ["beyond-titles.ndjson", "collectives.ndjson", "titles.ndjson"]
# Pack, folder of samples, records, register, day of knowledge, years that the samples are put back by.
RUNS = [
    ("ba-to-2021", "ba-to-2021", ["campaign.json", "commune.json", "units.ndjson"], [], "2021-12-31", 0),
    ("bac-giang-2021", "bac-giang-2021", ["campaign.json", "dossiers.ndjson", "units.ndjson"], [], "2021-12-31", 0),
    ("bac-lieu-2021", "bac-lieu-2021", ["campaign.json", "awards.ndjson", "nominations.ndjson", "units.ndjson"], [],
     "2021-12-31", 0),
    ("bo-trach-2020", "bo-trach-2020", ["campaign.json", "awards.ndjson", "nominations.ndjson", "units.ndjson"], [],
     "2020-12-31", 0),
    ("thai-binh-2021", "thai-binh-2021", ["campaign.json", "awards.ndjson", "nominations.ndjson", "units.ndjson"], [],
     "2025-12-31", 0),
    ("vn-law-2022", "committee-2024", COMMITTEE, ["decisions.ndjson"], "2024-12-20", 0),
    ("vn-law-2003", "committee-2024", COMMITTEE, ["decisions.ndjson"], "2019-12-20", 5),
]


def altered(value, chance, depth=0):
    if isinstance(value, dict):
        kept = {}
        for key, inner in value.items():
            draw = chance.random()
            if key == "type" or depth == 0 and key == "id":
                kept[key] = inner
            elif draw < 0.03:
                continue
            elif draw < 0.05:
                kept[key] = None
            elif draw < 0.0515:
                kept[key] = chance.choice([1, "x", True, [], {}])
            else:
                kept[key] = altered(inner, chance, depth + 1)
        return kept
    if isinstance(value, list):
        return [altered(inner, chance, depth + 1) for inner in value if chance.random() > 0.04]
    if isinstance(value, bool):
        return value != (chance.random() < 0.06)
    if isinstance(value, (int, float)):
        return chance.choice([value + 1, value - 1, 0, value * 2]) if chance.random() < 0.08 else value
    if isinstance(value, str) and len(value) == 10 and value[4] == "-" and chance.random() < 0.06:
        return f"{value[:4]}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    return value


def lines(path, chance, seed, years):
    """The records of a sample, one a line, and more of them where they are few."""
    text = re.sub(r"\b(19|20)\d\d\b", lambda year: str(int(year[0]) - years), path.read_text())
    records = [json.loads(text)] if path.suffix == ".json" else [json.loads(line) for line in text.splitlines() if line]
    written = []
    for copy in range(chance.choice([1, 3, 8]) if seed and 1 < len(records) < 30 else 1):
        for record in records:
            record = dict(record, id=f"{record['id']}-{copy}") if copy else record
            if seed:
                record = altered(record, chance)
            if chance.random() < 0.1:
                record["type"] = record.pop("type")
            line = json.dumps(record, ensure_ascii=chance.random() < 0.05,
                              separators=chance.choice([(",", ":"), (", ", ": ")]))
            written.append(line[: len(line) // 2] if seed and chance.random() < 0.02 else line)
            if seed and chance.random() < 0.02:
                written.append(line)
    if seed and chance.random() < 0.5:
        chance.shuffle(written)
    return written


def sources(folder, samples, names, chance, seed, prefix, years):
    paths = []
    for place, name in enumerate(names):
        written = lines(samples / name, chance, seed, years)
        path = folder / f"{prefix}{place}.{'json' if seed % 4 == 3 and place == 0 else 'ndjson'}"
        path.write_text("[" + ",\n".join(written) + "]" if path.suffix == ".json" else "\n".join(written) + "\n")
        paths.append(path)
    if seed % 5 == 4:
        mixed = [line for path in paths if path.suffix == ".ndjson" for line in path.read_text().splitlines()]
        chance.shuffle(mixed)
        (folder / "mixed.ndjson").write_text("\n".join(mixed) + "\n")
        paths = [path for path in paths if path.suffix == ".json"] + [folder / "mixed.ndjson"]
    return paths


def check(binhxet, arguments, only, *more):
    run = subprocess.run([binhxet, "check", *arguments, "--format", "ndjson", "--only", only, *more],
                         capture_output=True, text=True)
    if run.returncode not in (0, 1, 3):
        sys.exit(f"{arguments}: {run.returncode}\n{run.stderr}")
    return run.returncode, run.stderr, [json.loads(line) for line in run.stdout.splitlines()]


def brief(line):
    """What is written of a record of which only the verdicts are asked."""
    if "record" not in line:
        return line
    outcomes = [finding["outcome"] for finding in line["findings"] if "waived" not in finding]
    waived = len(line["findings"]) - len(outcomes)
    verdicts = [{key: verdict[key] for key in ("award", "verdict", "confidence") if key in verdict}
                for verdict in line["verdicts"]]
    return {"record": line["record"], "violated": outcomes.count("violated"),
            "undetermined": outcomes.count("undetermined"), **({"waived": waived} if waived else {}),
            "verdicts": verdicts}


def violated(line):
    """What is written where only violations are asked; of groups, those alone."""
    if "record" not in line:
        return line
    kept = {key: value for key, value in line.items() if key != "warnings"}
    return dict(kept, findings=[finding for finding in line["findings"] if finding["outcome"] == "violated"])


def parts(whole):
    """What is written of each part that may be asked for."""
    return {"verdicts": [brief(line) for line in whole],
            "violated": [violated(line) for line in whole
                         if "group" not in line or line["group"]["outcome"] == "violated"],
            "summary": [line for line in whole if "record" not in line]}


GROUNDS = {"grounds": {"vi": "Thử", "en": "Trial"}, "by": "Thường trực", "until": "2999-12-31"}


def key(line):
    """A record's key in one line."""
    return line["record"] if isinstance(line["record"], str) else "/".join(line["record"].values())


def waivers(whole, chance, pack):
    """Waivers of some findings, most of them needed, and one of a record that is not there."""
    entries = [{"rule": "no-such-rule", "record": "no-such-record", **GROUNDS}]
    for line in whole:
        for finding in line.get("findings", []):
            if chance.random() < (0.1 if finding["outcome"] in ("violated", "undetermined") else 0.003):
                entries.append({"rule": finding["rule"], "pack": pack, "record": key(line),
                                **({"type": line["type"]} if chance.random() < 0.5 else {}), **GROUNDS})
    chance.shuffle(entries)
    return entries


def waived(whole, entries):
    """What is written with waivers, but for what is found of the waivers themselves."""
    shown = {"grounds": GROUNDS["grounds"]["vi"], "by": GROUNDS["by"], "until": GROUNDS["until"]}
    count = 0
    for line in whole:
        if "findings" in line:
            for finding in line["findings"]:
                if finding["outcome"] in ("violated", "undetermined") and any(
                        entry["rule"] == finding["rule"] and entry["record"] == key(line)
                        and entry.get("type", line["type"]) == line["type"] for entry in entries):
                    finding["waived"] = shown
                    whole[-1]["summary"]["findings"][finding["outcome"]] -= 1
                    count += 1
    whole[-1]["summary"]["findings"]["waived"] = count
    return whole


def same(label, ours, theirs):
    for our, their in zip(ours, theirs):
        if our != their:
            sys.exit(f"{label}:\n{our}\nis not\n{their}")
    if len(ours) != len(theirs):
        sys.exit(f"{label}: {len(ours)} lines, not {len(theirs)}")


def compare(binhxet, label, arguments):
    """How many lines of columns were held against those of the interpreter."""
    code, errors, whole = check(binhxet, arguments, "all")
    if whole[-1]["summary"]["records"] == 0:
        sys.exit(f"{label}: no record was judged")
    wanted = parts(whole)
    compared = 0
    for only, jobs in (("verdicts", "1"), ("verdicts", "2"), ("violated", "1"), ("violated", "2"), ("summary", "2")):
        found = check(binhxet, arguments, only, "--jobs", jobs)
        if found[:2] != (code, errors):
            sys.exit(f"{label}, {only}: ended with {found[:2]}, not {(code, errors)}")
        same(f"{label}, {only}", found[2], wanted[only])
        compared += len(found[2])
    return compared


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binhxet")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    compared = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for pack, samples, records, register, day, years in RUNS:
            for seed in range(options.seeds):
                chance = random.Random(f"{pack} {seed}")
                samples_folder = ROOT / "Examples" / samples
                arguments = [ROOT / "rules" / pack, *sources(folder, samples_folder, records, chance, seed, "r", years)]
                if seed % 3 != 2:
                    for path in sources(folder, samples_folder, register, chance, 0, "g", years):
                        arguments += ["--register", path]
                arguments += ["--as-of", day]
                label = f"{pack}, seed {seed}"
                compared += compare(options.binhxet, label, arguments)
                whole = check(options.binhxet, arguments, "all")[2]
                if seed % 3 != 1:
                    continue
                entries = waivers(whole, chance, pack)
                (folder / "waivers.json").write_text(json.dumps({"waivers": entries}))
                arguments += ["--waivers", folder / "waivers.json"]
                found = check(options.binhxet, arguments, "all")[2]
                same(label + ", waivers", [line for line in found if "waiver" not in line], waived(whole, entries))
                compared += compare(options.binhxet, label + ", waivers", arguments)
    print(f"{compared} lines of columns are those of the interpreter.")


if __name__ == "__main__":
    main()

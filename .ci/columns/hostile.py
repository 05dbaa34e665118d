#!/usr/bin/env python3
"""Holds columns against the interpreter on input that is made to break readers: the same lines, messages and exit codes.

usage: .ci/columns/hostile.py BINHXET [--long]

`--only verdicts`, `violated` and `summary` run over columns, `--only all` runs in the interpreter. Each case is read as lines, as packed
lines, from a pipe without a name and from a named pipe. `--long` adds a line of 200 MB, for which it needs the memory.
"""
import argparse, gzip, itertools, json, os, pathlib, subprocess, sys, tempfile, threading

from agree import ROOT, parts

DAY = "2026-02-01"
PACK = ROOT / "Examples/speed"


def record(name, **more):
    """A unit that meets most of what the pack asks for."""
    return {
        "unitCode": name, "level": "ward", "unitName": "Phường Đông", "year": 2025,
        "registration": {"registrationSubmittedOn": "2025-01-27", "pactSigned": True},
        "economy": {"growthPercent": 5.2, "taxArrearsMillionVnd": 28},
        "priorAwards": [{"year": 2020, "title": "Bằng khen", "decisionNo": "1/QĐ"}], **more}


def line(name, **more):
    return json.dumps(record(name, **more), ensure_ascii=False, separators=(",", ":")).encode()


def inside(name, member):
    """A record with raw bytes as one more member."""
    return line(name)[:-1] + b"," + member + b"}"


def respelled(name, key):
    """A record one of whose keys is written by escapes."""
    return line(name).replace(b'"%s"' % key, b'"%s"' % b"".join(b"\\u%04x" % byte for byte in key), 1)


def nested(depth, leaf=b"1"):
    return b'{"a":' * depth + leaf + b"}" * depth


ILL_FORMED = [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe1\xbb", b"\x80", b"\xf8\x88\x80\x80\x80"]
NUMBERS = [b"1" * 400, b"-" + b"9" * 400, b"0." + b"3" * 400, b"1e400", b"1E-400", b"-0", b"-0.0", b"00", b"1.", b".5", b"+1",
           b"1e", b"5.2000000000000000000000", b"52e-1", b"9223372036854775808", b"0.0000000001", b"1_000", b"0x10", b"NaN"]


def cases():
    good = [line(f"G{n}") for n in range(5)]
    yield "as it should be", b"\n".join(good) + b"\n"
    yield "line ends of another system", b"\r\n".join(good) + b"\r\n"
    yield "byte order mark", b"\xef\xbb\xbf" + b"\n".join(good) + b"\n"
    yield "byte order mark within", good[0] + b"\n\xef\xbb\xbf" + good[1] + b"\n"
    yield "blank lines", b"\n\n  \n\t\r\n" + b"\n\n\n".join(good) + b"\n \n"
    yield "no end of the last line", b"\n".join(good)
    yield "nothing", b""
    yield "blank", b" \n\n\t"
    yield "last line cut", b"\n".join(good)[:-40]
    yield "last line cut in a character", b"\n".join(good) + b'\n{"unitCode":"\xe1\xbb'
    yield "two records in one line", good[0] + good[1] + b"\n" + good[2] + b" " + good[3] + b"\n"
    yield "something behind", good[0] + b" x\n" + good[1] + b"}\n" + good[2] + b",\n" + good[3] + b"\n"
    yield "no objects", b'1\n"a"\nnull\n[]\n[{}]\ntrue\n{}\n' + good[0] + b"\n"
    yield "NUL", b"\x00\n" + good[0] + b"\x00\n" + good[1][:9] + b"\x00" + good[1][9:] + b"\n" + good[2] + b"\n\x00"
    yield "control characters", b"\n".join(inside(f"C{n}", b'"x":"a' + bytes([n]) + b'"') for n in range(32) if n != 10)
    yield "other white space", b"\n".join(space + good[0] for space in (b"\x0b", b"\x0c", b"\xc2\xa0", b"\xe2\x80\xa8"))
    yield "ill-formed in what no rule reads", b"\n".join(
        inside(f"I{n}-{place}", member % part) for n, part in enumerate(ILL_FORMED)
        for place, member in enumerate((b'"x":"%s"', b'"%s":1', b'"x":{"y":[1,{"z":"\xe1\xbb\x81 dai dai dai dai dai %s"}]}')))
    yield "ill-formed in what rules read", b"\n".join(
        line(f"J{n}").replace("Phường".encode(), part) for n, part in enumerate(ILL_FORMED))
    yield "keys that stand twice", b"\n".join([
        inside("T0", b'"year":2025'), inside("T1", b'"x":1,"x":2'), inside("T2", b'"x":{"y":[{"z":1,"z":1}]}'),
        inside("T3", b'"x":1,"\\u0078":2'), inside("T4", b'"\\u0079ear":2024'), inside("T5", b'"":1,"":2'),
        inside("T6", b'"e\xcc\x81":1,"\xc3\xa9":2'), inside("T7", b",".join(b'"k%d":1' % n for n in range(400))),
        inside("T8", b",".join(b'"k%d":1' % (n % 399) for n in range(400)))])
    yield "keys by escapes", b"\n".join(
        respelled(f"E{n}", key) for n, key in enumerate(
            (b"unitCode", b"level", b"year", b"economy", b"growthPercent", b"pactSigned", b"priorAwards", b"title")))
    yield "values by escapes", b"\n".join([
        line("V0").replace(b"ward", b"w\\u0061rd"), line("V1").replace(b"2025-01-27", b"2025\\u002d01-27"),
        line("\\u0056\\u0032".replace("\\\\", "\\")), line("V3").replace(b'"V3"', b'"V\\u00333"'),
        line("V4").replace(b'"V4"', b'"\\ud83d\\ude00"'), line("V5").replace(b'"V5"', b'"\\ud83d"'),
        line("V6").replace(b'"V6"', b'"\\ude00\\ud83d"'), line("V7").replace(b'"V7"', b'"\\u00"'),
        line("V8").replace(b'"V8"', b'"\\x41"'), line("V9").replace(b'"V9"', b'"\\u0000"'),
        line("VA").replace(b'"VA"', b'"a\\"b\\\\c\\/\\n"'), line("VB").replace(b'"VB"', b'"V\\u0042"'), line("VB")])
    yield "numbers", b"\n".join(
        line(f"N{n}-{place}").replace(old, new, 1) for n, number in enumerate(NUMBERS)
        for place, (old, new) in enumerate(((b":5.2", b":" + number), (b"28", number), (b'"year":2025', b'"year":' + number),
                                            (b'"level"', b'"x":' + number + b',"level"'))))
    yield "depth", b"\n".join(inside(f"D{n}", b'"x":' + nested(n)) for n in (1, 60, 61, 62, 63, 64, 120, 199, 200, 201, 500))
    yield "depth of arrays", b"\n".join(inside(f"A{n}", b'"x":' + b"[" * n + b"]" * n) for n in (1, 63, 127, 200, 255, 600))
    yield "brackets of two kinds", b"\n".join(
        inside(f"B{n}", b'"x":' + text) for n, text in enumerate((b"[}", b"{]", b"[1,]", b"{,}", b'{"a"}', b'{"a":}', b"[,1]", b"[1 2]")))
    yield "other types", b"\n".join(
        line(f"O{n}-{key}", **{key: value}) for n, value in enumerate((None, 1, 1.5, "", " ", "x", True, [], {}, [[]], [1], [None]))
        for key in ("unitCode", "level", "year", "economy", "priorAwards", "unitName", "type"))
    yield "days", b"\n".join(
        line(f"Y{n}", registration={"registrationSubmittedOn": day}) for n, day in enumerate(
            ("2025-02-29", "2024-02-29", "0000-01-01", "2025-13-01", "2025-1-1", "2025-01-01T00:00:00Z", "9999-12-31", "٢٠٢٥-٠١-٠١")))
    yield "long lists", b"\n".join(line(f"L{n}", priorAwards=[{"year": 2020, "title": "x"}] * n) for n in (0, 49, 50, 51, 5_000))
    yield "long texts", b"\n".join(line(f"X{n}", unitName="ế" * n, other="y" * n) for n in (1, 333, 3_334, 10_000, 10_001, 400_000))
    yield "records that stand twice", b"\n".join(good + good[:2] + [line("G9")] + good[4:]) + b"\n"
    # Across the bounds of the pieces that are read at once.
    yield "many", b"\n".join(
        line(f"M{n}", unitName="ề" * (n % 97)) if n % 1_009 else inside(f"M{n}", b'"x":"\xff"') for n in range(12_000)) + b"\n"


def arrays():
    good = [line(f"G{n}") for n in range(3)]
    yield "array", b"[" + b",\n".join(good) + b"]"
    yield "comma behind the last", b"[" + b",".join(good) + b",]"
    yield "comma before the first", b"[," + b",".join(good) + b"]"
    yield "two commas", b"[" + b",,".join(good) + b"]"
    yield "no end", b"[" + b",".join(good)
    yield "something behind", b"[" + b",".join(good) + b"] 1"
    yield "broken element", b"[" + good[0] + b"," + good[1][:-1] + b',"x":01},' + good[2] + b"]"
    yield "broken text", b"[" + good[0] + b"," + inside("B", b'"x":"\xff"') + b"," + good[2] + b"]"
    yield "byte order mark", b"\xef\xbb\xbf[" + b",".join(good) + b"]"
    yield "empty", b"[]"
    yield "array of arrays", b"[[" + good[0] + b"]," + good[1] + b"]"
    yield "one record over lines", json.dumps(record("G"), indent=2).encode()


def packed():
    text = b"\n".join(line(f"G{n}") for n in range(2_000)) + b"\n"
    whole = gzip.compress(text, mtime=0)
    yield "two members", gzip.compress(text[:100_001], mtime=0) + gzip.compress(text[100_001:], mtime=0)
    yield "empty members", gzip.compress(b"", mtime=0) * 3 + whole + gzip.compress(b"", mtime=0)
    yield "something behind", whole + b"garbage behind the archive"
    yield "zeros behind", whole + b"\x00" * 512
    yield "cut", whole[:-9]
    yield "cut in the trailer", whole[:-3]
    yield "wrong sum", whole[:-8] + b"\x00\x00\x00\x00" + whole[-4:]
    yield "no archive", text
    yield "nothing", b""


def run(binhxet, source, only, *more, stdin=None, content=None):
    if source.is_fifo():
        def feed():
            try:
                source.write_bytes(content)
            except BrokenPipeError:
                pass
        threading.Thread(target=feed, daemon=True).start()
    done = subprocess.run(
        [binhxet, "check", PACK, "-" if stdin is not None else source.name, "--as-of", DAY, "--format", "ndjson", "--only", only,
         *more], input=stdin, capture_output=True, cwd=source.parent, timeout=300)
    if done.returncode not in (0, 1, 3, 4, 66, 74) and done.returncode < 0:
        sys.exit(f"{source.name}: ended by signal {-done.returncode}\n{done.stderr.decode()}")
    return done.returncode, done.stderr.decode(errors="replace"), done.stdout


def compared(name, binhxet, source, **how):
    """The lines that all runs agree on."""
    code, errors, whole = run(binhxet, source, "all", **how)
    whole = [json.loads(text) for text in whole.decode().splitlines()]
    wanted = parts(whole)
    if code == 3 and not whole:
        sys.exit(f"{name}: nothing was written")
    for only, jobs in (("verdicts", "1"), ("verdicts", "2"), ("violated", "1"), ("violated", "2"), ("summary", "2")):
        found = run(binhxet, source, only, "--jobs", jobs, **how)
        if found[:2] != (code, errors):
            sys.exit(f"{name}, {only}, {jobs} threads: ended with {found[:2]}, not {(code, errors)}")
        lines = found[2].decode().split("\n")[:-1]
        for ours, theirs in itertools.zip_longest(lines, wanted[only]):
            if ours != (theirs and json.dumps(theirs, ensure_ascii=False, separators=(",", ":"))):
                sys.exit(f"{name}, {only}, {jobs} threads:\n{ours}\nis not\n{theirs}")
    return len(whole)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binhxet", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    lines = runs = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plain, array, archive, pipe = (folder / file for file in ("r.ndjson", "r.json", "r.ndjson.gz", "pipe.ndjson"))
        os.mkfifo(pipe)
        for title, content in cases():
            plain.write_bytes(content)
            archive.write_bytes(gzip.compress(content, mtime=0))
            lines += compared(title, options.binhxet, plain)
            lines += compared(f"{title}, packed", options.binhxet, archive)
            lines += compared(f"{title}, standard input", options.binhxet, plain, stdin=content)
            lines += compared(f"{title}, named pipe", options.binhxet, pipe, content=content)
            runs += 4
        for title, content in arrays():
            array.write_bytes(content)
            lines += compared(f"{title}, in a document", options.binhxet, array)
            lines += compared(f"{title}, document on standard input", options.binhxet, array, stdin=content)
            runs += 2
        for title, content in packed():
            archive.write_bytes(content)
            lines += compared(f"{title}, archive", options.binhxet, archive)
            runs += 1
        if options.long:
            plain.write_bytes(line("G0") + b"\n" + line("G1", other="y" * 200_000_000) + b"\n" + line("G2") + b"\n")
            lines += compared("a line of 200 MB", options.binhxet, plain)
            runs += 1
    print(f"{lines} lines of {runs} hostile inputs are the same over columns and in the interpreter.")


if __name__ == "__main__":
    main()

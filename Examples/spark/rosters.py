"""Rosters of records that are spread over a Spark cluster.

Each partition is judged where it lies, through a pipe; the parts are saved beside one another, and `binhxet merge` makes
of them what one run over all records would have written.

usage: rosters.py BINHXET PACK PEOPLE PARTS PARTITIONS ARGUMENTS…
"""

import shlex
import sys
from pathlib import Path

from pyspark import SparkContext

binhxet, pack, people, parts, partitions, *arguments = sys.argv[1:]

context = SparkContext(appName="binhxet rosters")
lines = context.textFile(people, int(partitions))

# The line that each partition begins with, so that results name places of the whole file.
sizes = lines.mapPartitions(lambda partition: [sum(1 for _ in partition)]).collect()
starts = [1 + sum(sizes[:number]) for number in range(len(sizes))]


def placed(number, partition):
    yield f"{people}:{starts[number]}"
    yield from partition


command = [str(Path(__file__).with_name("slice").resolve()), binhxet, pack, *arguments]
lines.mapPartitionsWithIndex(placed).pipe(shlex.join(command), checkCode=True).saveAsTextFile(parts)
context.stop()

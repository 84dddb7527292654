"""How many times faster than statsmodels a pair is tested, in one run on one processor.

Run from the project folder, with the market data beside it; what follows the folder is the command
that prints the benchmark as JSON:

    /usr/bin/python3 src/test/python/engle_granger_speed.py ../shared/data \
        candlewright bench engle_granger_pair --json

Both sides test a pair of a year of hourly bars in both orientations; ours also computes correlation,
half-life, Hurst exponent, z-score and four stretches. Statsmodels is timed before and after ours.
"""
import csv
import glob
import gzip
import json
import os
import statistics
import subprocess
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from statsmodels.tsa.stattools import coint


def logs(path):
    with gzip.open(path, "rt") as lines:
        return np.log([float(row["close"]) for row in csv.DictReader(lines)])


def timed(pairs):
    times = []
    for a, b in pairs:
        before = time.perf_counter()
        coint(a, b)
        coint(b, a)
        times.append(time.perf_counter() - before)
    return times


if __name__ == "__main__":
    files = sorted(glob.glob(sys.argv[1] + "/candles_binance_perp_1h/*.csv.gz"))
    series = [s for s in map(logs, files) if len(s) >= 8700][:6]
    pairs = [(a[-8760:], b[-8760:]) for a, b in zip(series, series[1:])]
    times = timed(pairs)
    out = subprocess.run(sys.argv[2:], check=True, capture_output=True, text=True).stdout
    times += timed(pairs)
    result = json.loads(out)
    ours = float((result[0] if isinstance(result, list) else result)["value"])
    theirs = statistics.median(times) * 1e6
    print("statsmodels %.0f µs, ours %.1f µs a pair: %.0f times" % (theirs, ours, theirs / ours))

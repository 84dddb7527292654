"""Reference values for EngleGrangerReferenceTest, from statsmodels (Debian: python3-statsmodels).

Run from the project folder, with the market data beside it (an hour on two cores):

    /usr/bin/python3 src/test/python/engle_granger_reference.py ../shared/data \
        src/test/resources/org/candlewright/analytics/pairs/engle-granger-reference.csv.gz

One row a pair and orientation: all pairs of the hourly perpetuals and 500 pairs of the daily ones,
log prices, bars that both have. Statistic and p-value are coint's, the lag is that of the adfuller
which coint calls, hedge ratio and intercept are its OLS. Correlation, half-life and Hurst exponent
are plain numpy.
"""
import csv
import glob
import gzip
import itertools
import math
import multiprocessing
import os
import sys

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import statsmodels
from statsmodels.api import OLS, add_constant
from statsmodels.tsa import stattools

LAGS = []
ADFULLER = stattools.adfuller


def recording_adfuller(*args, **kwargs):
    result = ADFULLER(*args, **kwargs)
    LAGS.append(result[2])
    return result


stattools.adfuller = recording_adfuller


def closes(path):
    with gzip.open(path, "rt") as lines:
        return {int(r["open_time_ms"]): float(r["close"]) for r in csv.DictReader(lines)}


def half_life(spread):
    a, b = OLS(np.diff(spread), add_constant(spread[:-1])).fit().params
    return -math.log(2) / math.log1p(b) if -1 < b < 0 else math.nan


def hurst(spread):
    if len(spread) < 100:
        return math.nan
    lags = np.arange(1, 50)
    moments = [np.mean(np.abs(spread[k:] - spread[:-k])) for k in lags]
    return np.polyfit(np.log(lags), np.log(moments), 1)[0]


def rows(job):
    timeframe, (first, a), (second, b) = job
    times = sorted(a.keys() & b.keys())
    if len(times) < 50:
        return []
    x = np.log([a[t] for t in times])
    y = np.log([b[t] for t in times])
    correlation = np.corrcoef(np.diff(x), np.diff(y))[0, 1]
    out = []
    for dependent, independent, u, v in ((first, second, x, y), (second, first, y, x)):
        LAGS.clear()
        statistic, p_value, _ = stattools.coint(u, v)
        fit = OLS(u, add_constant(v)).fit()
        spread = fit.resid
        numbers = [correlation, fit.params[1], fit.params[0], statistic, p_value]
        rest = [half_life(spread), hurst(spread), spread[-1] / np.std(spread, ddof=1)]
        texts = ["%.10g" % n for n in numbers]
        texts += [str(LAGS[0])] + ["%.10g" % n for n in rest]
        out.append([timeframe, dependent, independent, len(times)] + texts)
    return out


def jobs(folder, timeframe, count):
    files = sorted(glob.glob("%s/candles_binance_perp_%s/*.csv.gz" % (folder, timeframe)))
    series = [(os.path.basename(f).split("_")[0], closes(f)) for f in files]
    pairs = list(itertools.combinations(series, 2))
    pairs = pairs if count is None else pairs[:: len(pairs) // count][:count]
    return [(timeframe, first, second) for first, second in pairs]


if __name__ == "__main__":
    folder, target = sys.argv[1:3]
    work = jobs(folder, "1d", 500) + jobs(folder, "1h", None)
    header = "timeframe,dependent,independent,bars,correlation,hedge_ratio,intercept"
    header += ",statistic,p_value,lag,half_life,hurst,zscore"
    with multiprocessing.Pool() as pool, gzip.GzipFile(target, "wb", 9, mtime=0) as out:
        out.write(("# statsmodels %s\n%s\n" % (statsmodels.__version__, header)).encode())
        for done, result in enumerate(pool.imap(rows, work, 4)):
            for row in result:
                out.write((",".join(map(str, row)) + "\n").encode())
            if done % 50 == 0:
                print(done, "of", len(work), file=sys.stderr, flush=True)

#!/usr/bin/env python3
"""The same semi-Markov intensities fitted twice from the same arrays in one run: by this project and by numpy.

    python3 Benchmarks/fit_ratio.py [deals] [path of forecast-lab]

`forecast-lab fit` makes a company, writes its columns into a folder and fits them (best of five). Then numpy does what the
prototype did: a row for each day of each stay, counts by bincount, multipliers of the calendar and of groups by backfitting
over all rows, once with all memory and once with a short one. Both must find the same intensities.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import numpy as np

ROUNDS, PRIOR, HALF_LIFE, BINS = 5, 15.0, 75.0, 12


def load(folder):
    kinds = {"created": np.int32, "stepStart": np.int32, "stepDay": np.int32, "stepState": np.int16, "owner": np.int32,
             "product": np.int32, "weekday": np.uint8, "monthOfQuarter": np.uint8}
    return {name: np.fromfile(os.path.join(folder, name), dtype=kind) for name, kind in kinds.items()}


def stays(data, today):
    """Stays in open stages, moves within a day collapsed: deal, stage, first day, last day or -1, what came next."""
    counts = np.diff(data["stepStart"])
    deal = np.repeat(np.arange(len(counts)), counts)
    day, state = data["stepDay"], data["stepState"]
    keep = np.ones(len(day), bool)
    keep[:-1] = (deal[:-1] != deal[1:]) | (day[:-1] != day[1:])
    deal, day, state = deal[keep], day[keep], state[keep]
    last = np.ones(len(day), bool)
    last[:-1] = deal[:-1] != deal[1:]
    end = np.where(last, today, np.roll(day, -1))
    after = np.where(last, -1, np.roll(state, -1))
    is_open = state < 10_000
    return deal[is_open], state[is_open], day[is_open], end[is_open], after[is_open]


def fit(data, today, calendar_start):
    deal, stage, enter, end, after = stays(data, today)
    stages = int(stage.max()) + 1
    days = np.minimum(end, today - 1) - enter
    alive = days > 0
    deal, stage, enter, end, after, days = (column[alive] for column in (deal, stage, enter, end, after, days))
    # A row for each day at risk.
    row = np.repeat(np.arange(len(days)), days)
    age = np.arange(len(row)) - np.repeat(np.cumsum(days) - days, days)
    day = enter[row] + 1 + age
    k = stage[row]
    last = np.zeros(len(row), bool)
    last[np.cumsum(days) - 1] = True
    exits = last & (after[row] != -1)
    kind = np.where(after == 10_000, 0, np.where(after == 10_001, 1, 2))[row]
    risk = np.where(exits, 0.5, 1.0)
    weekday = data["weekday"][day - calendar_start].astype(np.int64)
    month = data["monthOfQuarter"][day - calendar_start].astype(np.int64)
    bins = np.zeros(len(row), np.int64)
    for stage_number in range(stages):
        here = k == stage_number
        edges = np.unique(np.quantile(age[here & exits], np.linspace(0, 1, BINS + 1)[1:-1]))
        bins[here] = np.searchsorted(edges, age[here], side="right")
    cell = k * (BINS + 1) + bins
    width = stages * (BINS + 1)
    fade = np.exp2(-(today - 1 - day) / HALF_LIFE)
    groups = [data["owner"][deal][row], data["product"][deal][row]]
    rates = []
    for exit_kind in range(3):
        hit = exits & (kind == exit_kind)
        observed = np.bincount(cell[hit], minlength=width)
        by_week, by_month = np.ones(7), np.ones(3)
        factors = [np.ones(int(g.max()) + 1) for g in groups]
        for _ in range(ROUNDS):
            weight = risk * by_week[weekday] * by_month[month]
            for factor, group in zip(factors, groups):
                weight = weight * factor[group]
            rate = (observed + 5 * 0.02) / (np.bincount(cell, weights=weight, minlength=width) + 5)
            expected = rate[cell] * weight
            for factor, classes in [(by_week, weekday), (by_month, month)]:
                have = np.bincount(classes[hit], minlength=len(factor)) + PRIOR
                change = have / (np.bincount(classes, weights=expected / factor[classes], minlength=len(factor)) + PRIOR)
                expected = expected / factor[classes] * change[classes]
                factor[:] = change
        for _ in range(2):
            for factor, group in zip(factors, groups):
                have = np.bincount(group[hit], minlength=len(factor)) + 30
                should = np.bincount(group, weights=expected / factor[group], minlength=len(factor)) + 30
                change = np.clip(have / should, 1 / 3, 3)
                expected = expected / factor[group] * change[group]
                factor[:] = change
        weight = risk * by_week[weekday] * by_month[month]
        for factor, group in zip(factors, groups):
            weight = weight * factor[group]
        rates.append((observed + 0.1) / (np.bincount(cell, weights=weight, minlength=width) + 5))
        short = np.bincount(cell[hit], weights=fade[hit], minlength=width)
        rates.append((short + 0.1) / (np.bincount(cell, weights=weight * fade, minlength=width) + 5))
    # What both must agree on: exits and days at risk by stage.
    return len(row), [
        [float((exits & (k == s) & (kind == j)).sum()) for j in range(3)] + [float(risk[k == s].sum())]
        for s in range(stages)
    ]


def main():
    deals = sys.argv[1] if len(sys.argv) > 1 else "1000000"
    lab = sys.argv[2] if len(sys.argv) > 2 else ".build/release/forecast-lab"
    with tempfile.TemporaryDirectory() as folder:
        ours = json.loads(subprocess.run([lab, "fit", deals, folder], check=True, capture_output=True, text=True).stdout)
        data = load(folder)
        times = []
        for _ in range(2):
            start = time.perf_counter()
            rows, counts = fit(data, ours["today"], ours["calendarStart"])
            times.append(time.perf_counter() - start)
    for stage, (one, other) in enumerate(zip(ours["counts"], counts)):
        assert all(abs(a - b) <= 1e-3 * max(1, b) for a, b in zip(one, other)), (stage, one, other)
    print(json.dumps({
        "deals": ours["deals"], "dealDays": rows, "numpySeconds": round(min(times), 3), "seconds": round(ours["wall"], 3),
        "processorSeconds": round(ours["processor"], 3), "ratio": round(min(times) / ours["wall"], 1)}))


main()

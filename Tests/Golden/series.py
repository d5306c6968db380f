#!/usr/bin/env python3
"""Golden numbers for the series methods: python3 Tests/Golden/series.py > Tests/Golden/series.json

Needs statsmodels 0.15.0, numpy and scipy from PyPI, installed by hand; the tests read only the file that it writes.
ETS and the decomposition are those of statsmodels (but a multiplicative season: there statsmodels divides by the new
level, the book by the one before, so the book's table 2.3 is written out here); Theta and DOTM are written out here as the papers state them,
with every sum in full and a general minimiser, so that a shortcut in the house cannot hide in the reference too.
"""
import json
import math

import numpy as np
import pandas as pd
from scipy.optimize import minimize, minimize_scalar
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.seasonal import seasonal_decompose


def made_up(kind):
    """Sixty months without a random generator: a trend, a season and a pseudo-noise of irrational frequencies."""
    t = np.arange(60)
    noise = np.sin(t * 1.7) + 0.6 * np.sin(t * 4.1 + 1) + 0.4 * np.cos(t * 9.3)
    if kind == "steady":
        return 100 + 6 * noise
    if kind == "growing":
        return 50 + 1.3 * t + 4 * noise
    season = np.array([0.8, 0.85, 1.1, 1.0, 0.95, 1.05, 0.7, 0.75, 1.2, 1.25, 1.15, 1.2])
    return (80 + 0.9 * t) * season[t % 12] * (1 + 0.03 * noise)


def ets(values, error, trend, damped, season, weights, start):
    model = ETSModel(
        pd.Series(values), error=error, trend=trend, damped_trend=damped, seasonal=season,
        seasonal_periods=12 if season else None, initialization_method="known",
        initial_level=start["level"], initial_trend=start.get("slope"), initial_seasonal=start.get("season"))
    numbers = [weights["alpha"]]
    if trend:
        numbers.append(weights["beta"])
    if season:
        numbers.append(weights["gamma"])
    if damped:
        numbers.append(weights["phi"])
    result = model.smooth(np.array(numbers))
    n = len(values)
    out = {
        "deviance": -2 * result.llf - n * math.log(2 * math.pi / n) - n,
        "means": list(result.forecast(18)),
    }
    if error == "add":
        sigma2 = np.mean(result.resid**2)
        variance = result.get_prediction(start=n, end=n + 17).forecast_variance
        out["relative_variance"] = list(np.asarray(variance) / sigma2)
    return out


def multiplicative_season(values, weights, start):
    """Hyndman et al. 2008, table 2.3, M/A/M and M/Ad/M in the form of relative errors."""
    alpha, beta, gamma, phi = (weights[name] for name in ("alpha", "beta", "gamma", "phi"))
    level, slope, season = start["level"], start["slope"], list(start["season"])
    likelihood = 0.0
    squares = 0.0
    for value in values:
        before = level + phi * slope
        mean = before * season[0]
        relative = (value - mean) / mean
        squares += relative**2
        likelihood += 2 * math.log(abs(mean))
        level = before * (1 + alpha * relative)
        slope = phi * slope + beta * before * relative
        season = season[1:] + [season[0] * (1 + gamma * relative)]
    means = []
    for step in range(18):
        slope *= phi
        level += slope
        means.append(level * season[step % 12])
    return {"deviance": len(values) * math.log(squares) + likelihood, "means": means}


def dotm_run(values, first, alpha, theta, horizon=0):
    """Equations of Fiorucci et al. 2016, section 2.2."""
    n = len(values)
    y = list(values)
    level, mean, slope, intercept = first, 0.0, 0.0, 0.0
    errors, said = [], []
    for t in range(1, n + horizon + 1):
        mu = level + (1 - 1 / theta) * (
            (1 - alpha) ** (t - 1) * intercept + (1 - (1 - alpha) ** t) / alpha * slope)
        if t <= n:
            errors.append(y[t - 1] - mu)
        else:
            y.append(mu)
            said.append(mu)
        value = y[t - 1]
        level = alpha * value + (1 - alpha) * level
        slope = 0.0 if t == 1 else ((t - 2) * slope + 6 / t * (value - mean)) / (t + 1)
        mean = ((t - 1) * mean + value) / t
        intercept = mean - (t + 1) / 2 * slope
    return sum(e * e for e in errors), said


def dotm(values):
    best = None
    for alpha in (0.15, 0.5, 0.9):
        for theta in (1.2, 2, 10):
            found = minimize(
                lambda p: dotm_run(values, p[0], p[1], p[2])[0], [values[0], alpha, theta], method="L-BFGS-B",
                bounds=[(None, None), (0.1, 0.99), (1, 1e9)], options={"maxiter": 2000, "ftol": 1e-14, "gtol": 1e-10})
            if best is None or found.fun < best.fun:
                best = found
    return {"squares": best.fun, "means": dotm_run(values, *best.x, horizon=18)[1]}


def theta(values):
    def smooth(alpha):
        level, squares = values[0], 0.0
        for value in values[1:]:
            squares += (value - level) ** 2
            level = alpha * value + (1 - alpha) * level
        return squares, level

    alpha = minimize_scalar(
        lambda a: smooth(a)[0], bounds=(0.01, 0.99), method="bounded", options={"xatol": 1e-10}).x
    drift = np.polyfit(np.arange(len(values)), values, 1)[0] / 2
    gone = (1 - (1 - alpha) ** len(values)) / alpha
    return [smooth(alpha)[1] + drift * (h + gone) for h in range(18)]


def main():
    series = {kind: made_up(kind) for kind in ("steady", "growing", "seasonal")}
    season = seasonal_decompose(series["seasonal"], model="multiplicative", period=12).seasonal[:12]
    differences = seasonal_decompose(series["seasonal"], model="additive", period=12).seasonal[:12]
    cases = []
    for name, error, trend, damped, kind in [
        ("ETS(A,N,N)", "add", None, False, None), ("ETS(A,A,N)", "add", "add", False, None),
        ("ETS(A,Ad,N)", "add", "add", True, None), ("ETS(M,A,N)", "mul", "add", False, None),
        ("ETS(A,Ad,A)", "add", "add", True, "add"), ("ETS(A,N,A)", "add", None, False, "add"),
        ("ETS(M,A,M)", "mul", "add", False, "mul"), ("ETS(M,Ad,M)", "mul", "add", True, "mul"),
        ("ETS(M,N,A)", "mul", None, False, "add"),
    ]:
        weights = {"alpha": 0.35, "beta": 0.07 if trend else 0.0, "gamma": 0.12 if kind else 0.0,
                   "phi": 0.93 if damped else 1.0}
        start = {"level": 78.0}
        if trend:
            start["slope"] = 0.8
        if kind:
            start["season"] = list(season if kind == "mul" else differences)
        if kind == "mul":
            case = multiplicative_season(series["seasonal"], weights, start)
        else:
            case = ets(series["seasonal"], error, trend, damped, kind, weights, start)
        cases.append({"model": name, "weights": weights, "start": start, **case})
    print(json.dumps({
        "series": {name: list(values) for name, values in series.items()},
        "multiplicative": list(season), "additive": list(differences), "ets": cases,
        "dotm": {name: dotm(series[name]) for name in ("steady", "growing")},
        "theta": {name: theta(series[name]) for name in ("steady", "growing")},
    }, separators=(",", ":")))


main()

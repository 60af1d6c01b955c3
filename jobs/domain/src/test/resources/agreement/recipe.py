"""Writes golden.tsv: agreement of seeded random decisions, as two independent implementations compute it.

    pip install krippendorff==0.8.1 scikit-learn==1.9.1 && python recipe.py > golden.tsv

One line a case: which figure, how many categories, samples divided by | with one decision a person (* for none), the value or nan.
"""
import random
import warnings

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score

warnings.filterwarnings("ignore")
rng = random.Random(20261130)


def line(figure, categories, samples, value):
    rows = "|".join(" ".join("*" if d is None else str(d) for d in sample) for sample in samples)
    print(figure, categories, rows, repr(float(value)), sep="\t")


def alpha(samples, categories, level):
    people = np.array([[np.nan if d is None else d for d in person] for person in zip(*samples)], dtype=float)
    try:
        return krippendorff.alpha(
            reliability_data=people, level_of_measurement=level, value_domain=list(range(categories)))
    except ValueError:
        return float("nan")


for case in range(24):
    categories, people = rng.randint(2, 6), rng.randint(2, 6)
    skill, gaps = rng.random(), rng.choice([0, 0.2, 0.5])
    samples = []
    for _ in range(rng.choice([5, 20, 200])):
        truth = rng.randrange(categories)
        samples.append([
            None if rng.random() < gaps else truth if rng.random() < skill else rng.randrange(categories)
            for _ in range(people)])
    if case == 0:
        samples = [[1, 1, 1]] * 4
    for level in ("nominal", "ordinal", "interval"):
        line("alpha-" + level, categories, samples, alpha(samples, categories, level))

for case in range(24):
    categories, skill = rng.randint(2, 6), rng.random()
    samples = []
    for _ in range(rng.choice([5, 20, 200])):
        truth = rng.randrange(categories)
        samples.append([truth if rng.random() < skill else rng.randrange(categories) for _ in range(2)])
    if case == 0:
        samples = [[0, 0]] * 4
    first, second = zip(*samples)
    for weights in (None, "linear", "quadratic"):
        value = cohen_kappa_score(first, second, labels=list(range(categories)), weights=weights)
        line("kappa-" + (weights or "none"), categories, samples, value)

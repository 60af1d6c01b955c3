"""Figures of a set of answers: AUC and recall by family, overlap of masks, false alarms by kind of clean picture."""

import numpy as np

CELL = 0.5
ALARM = 0.03


def score(cells):
    """Of a picture, for the AUC: the mean of the four likeliest cells of 144."""
    flat = np.sort(cells.reshape(len(cells), -1), 1)
    return flat[:, -4:].mean(1)


def share(cells):
    return (cells > CELL).reshape(len(cells), -1).mean(1)


def auc(covered, clean):
    """Chance that a covered picture scores higher than a clean one (Mann and Whitney)."""
    both = np.concatenate([covered, clean])
    order = both.argsort(kind="mergesort")
    ranks = np.empty(len(both))
    values, start = both[order], 0
    for i in range(1, len(both) + 1):
        if i == len(both) or values[i] != values[start]:
            ranks[order[start:i]] = (start + i + 1) / 2
            start = i
    wins = ranks[: len(covered)].sum() - len(covered) * (len(covered) + 1) / 2
    return wins / (len(covered) * len(clean))


def source(base):
    if ".mp4" in base:
        return "ego_home"
    name = base.split("#")[0]
    if name.startswith("0000"):
        return "coco"
    if name.split(".")[0].isdigit():
        return "bsds500"
    return "dark, blurred and paper photos"


def figures(seen, test):
    clean = test.family == ""
    out = {"families": {}, "clean": {}}
    for family in sorted(set(test.family) - {""}):
        channel = 1 if family == "parked" else 0
        cells = seen[:, channel]
        of = test.family == family
        truth = test.mask[of]
        found = cells[of] > CELL
        both = (truth & found).sum((1, 2))
        either = (truth | found).sum((1, 2))
        large = truth.reshape(len(truth), -1).mean(1) >= 0.05
        alarms = share(cells[of]) > ALARM
        out["families"][family] = {
            "n": int(of.sum()),
            "auc": round(float(auc(score(cells[of]), score(cells[clean]))), 4),
            "iou": round(float((both / np.maximum(either, 1)).mean()), 3),
            "found": int(alarms.sum()),
            "large": int(large.sum()),
            "large found": int((alarms & large).sum()),
        }
    sources = np.array([source(base) for base in test.base])
    for channel, name in enumerate(["lens", "view"]):
        alarm = share(seen[:, channel]) > ALARM
        rows = {}
        for variant in sorted(set(test.variant[clean])):
            of = clean & (test.variant == variant)
            rows[variant] = [int(alarm[of].sum()), int(of.sum())]
            if variant == "as_is":
                for where in sorted(set(sources)):
                    here = of & (sources == where)
                    rows[f"as_is, {where}"] = [int(alarm[here].sum()), int(here.sum())]
        rows["all"] = [int((alarm & clean).sum()), int(clean.sum())]
        out["clean"][name] = rows
    return out

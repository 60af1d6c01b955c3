"""Figures of a set of answers: AUC and recall by family, overlap of masks, false alarms by kind of clean picture."""

import numpy as np

# as in ../model.json
CELL = 0.5
SURE = 0.96
LEAST_SURE = 5
LEAST_LIGHT = 30
LEAST_TEXTURED = 4
SIDE = 8


def assessed(pictures):
    """What the Java meter judges: not too dark (mean luma of the brightest tenth of the cells), not plain all over."""
    luma = (pictures.astype(np.float32) * np.float32([0.114, 0.587, 0.299])).sum(3)
    n, height, width = luma.shape
    cells = luma.reshape(n, height // SIDE, SIDE, width // SIDE, SIDE).transpose(0, 1, 3, 2, 4)
    light = np.sort(cells.mean((3, 4)).reshape(n, -1), 1)[:, -14:].mean(1)
    across = np.abs(np.diff(cells, axis=4))[:, :, :, :-1]
    down = np.abs(np.diff(cells, axis=3))[:, :, :, :, :-1]
    textured = ((across + down).mean((3, 4)) / 2 > 1).reshape(n, -1).sum(1)
    return (light >= LEAST_LIGHT) & (textured >= LEAST_TEXTURED)


def score(cells):
    """Of a picture, for the AUC: the mean of the four likeliest cells of 144."""
    flat = np.sort(cells.reshape(len(cells), -1), 1)
    return flat[:, -4:].mean(1)


def alarms(cells):
    return (cells > SURE).reshape(len(cells), -1).sum(1) >= LEAST_SURE


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
    judged = assessed(test.pictures)
    clean = (test.family == "") & judged
    out = {"families": {}, "clean": {}}
    for family in sorted(set(test.family) - {""}):
        channel = 1 if family == "parked" else 0
        cells = seen[:, channel]
        of = (test.family == family) & judged
        truth = test.mask[of]
        found = cells[of] > CELL
        both = (truth & found).sum((1, 2))
        either = (truth | found).sum((1, 2))
        large = truth.reshape(len(truth), -1).mean(1) >= 0.05
        alarm = alarms(cells[of])
        out["families"][family] = {
            "n": int(of.sum()),
            "not assessed": int(((test.family == family) & ~judged).sum()),
            "auc on frames as they are": round(float(auc(score(cells[of & (test.variant == "as_is")]), score(cells[clean]))), 4),
            "auc": round(float(auc(score(cells[of]), score(cells[clean]))), 4),
            "iou": round(float((both / np.maximum(either, 1)).mean()), 3),
            "found": int(alarm.sum()),
            "large": int(large.sum()),
            "large found": int((alarm & large).sum()),
        }
    sources = np.array([source(base) for base in test.base])
    for channel, name in enumerate(["lens", "view"]):
        alarm = alarms(seen[:, channel])
        rows = {}
        for variant in sorted(set(test.variant[clean])):
            of = clean & (test.variant == variant)
            rows[variant] = [int(alarm[of].sum()), int(of.sum())]
            if variant == "as_is":
                for where in sorted(set(sources)):
                    here = of & (sources == where)
                    rows[f"as_is, {where}"] = [int(alarm[here].sum()), int(here.sum())]
        rows["not assessed"] = int(((test.family == "") & ~judged).sum())
        rows["all"] = [int((alarm & clean).sum()), int(clean.sum())]
        out["clean"][name] = rows
    return out

"""Reads the sets that `compose` drew, brings them to the net's size and keeps that as one npz a folder."""

import json
import pathlib

import cv2
import numpy as np

WIDTH, HEIGHT = 128, 72
COLUMNS, ROWS = 16, 9
FAMILIES = ["finger", "strap", "tape", "dirt", "fog", "cloth", "hair", "parked"]


def small(picture):
    """BGR of any size to what the net reads; the Java meter does the same."""
    return cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)


class Pictures:
    """Pictures (n, 72, 128, 3) uint8 BGR, opacity (n, 9, 16) float, mask (n, 9, 16) bool, and the lines about them."""

    def __init__(self, pictures, opacity, mask, lines):
        self.pictures, self.opacity, self.mask, self.lines = pictures, opacity, mask, lines
        self.family = np.array([line["cover"]["family"] if line["cover"] else "" for line in lines])
        self.variant = np.array([line["variant"] for line in lines])
        self.base = np.array([line["base"] for line in lines])

    def __len__(self):
        return len(self.lines)

    def where(self, chosen):
        chosen = np.flatnonzero(chosen)
        return Pictures(self.pictures[chosen], self.opacity[chosen], self.mask[chosen], [self.lines[i] for i in chosen])


def read(folder):
    folder = pathlib.Path(folder)
    lines = [json.loads(line) for line in (folder / "annotations.jsonl").read_text().splitlines()]
    cache = folder / "small.npz"
    if cache.exists():
        pictures = np.load(cache)["pictures"]
    else:
        pictures = np.stack([small(cv2.imread(str(folder / line["file"]))) for line in lines])
        np.savez(cache, pictures=pictures)
    opacity = np.zeros((len(lines), ROWS, COLUMNS), np.float32)
    mask = np.zeros((len(lines), ROWS, COLUMNS), bool)
    for i, line in enumerate(lines):
        if line["cover"]:
            tenths = np.frombuffer(line["cover"]["tenths"].encode(), np.uint8) - ord("0")
            opacity[i] = (tenths.reshape(ROWS, COLUMNS) + 0.5) / 10
            mask[i] = np.array(list(line["cover"]["cells"])).reshape(ROWS, COLUMNS) == "#"
    return Pictures(pictures, opacity, mask, lines)


def read_all(folders):
    sets = [read(folder) for folder in folders]
    return Pictures(
        np.concatenate([s.pictures for s in sets]),
        np.concatenate([s.opacity for s in sets]),
        np.concatenate([s.mask for s in sets]),
        [line for s in sets for line in s.lines],
    )

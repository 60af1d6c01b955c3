"""Draws pictures, asks YuNet for candidates, and keeps the squares around them as one npz.

compose.py --media MEDIA --yunet models/face/yunet-n-2/model.onnx --out DATA.npz [--first 0] [--pictures 4800]
"""

import argparse
import math
import pathlib
import time

import cv2
import numpy as np

import looks
import scenes

SEED = 20261121
LEAST = 0.1
# kept wider than the net sees, so that a training can shift and scale
PIXELS, CONTEXT = 88, 2.75
# overlap with a true face from which a candidate is one, and up to which it is none; between them nothing is learnt
SAME, OTHER = 0.35, 0.1
MOST_CANDIDATES, MOST_OTHERS = 14, 5
SMALLEST, LARGEST = 12, 160
# from this picture on, vessels and smooth ovals are among the decoys, and faces come in other outlines: of the first ones
# alone a net learns that what is round is a face
ROUND = 4800


def size(r, picture):
    return min(2 ** r.uniform(math.log2(SMALLEST), math.log2(LARGEST)), 0.8 * picture.shape[0])


def composed(r, of, identities, photos, many_round):
    """(name of the base, BGR, true faces as (box, identity, share covered), boxes of decoys)."""
    name, picture, real = scenes.scene(r, of)
    picture = picture.astype(np.float32)
    if many_round and not real:
        for _ in range(int(r.integers(0, 7))):
            scenes.vessel(picture, r)
    truth = [(box, "real", 0.0) for box in real]
    taken = [(b[0] + b[2] / 2, b[1] + b[3] / 2, b[3]) for b in real]
    decoys = []
    faces = 0 if r.random() < 0.3 else int(r.integers(1, 4))
    for _ in range(faces):
        identity = identities[int(r.integers(len(identities)))]
        corners = float(r.choice([2, 3, 6, 12])) if many_round else 2
        laid = scenes.paste(picture, photos[identity], r, taken, size(r, picture), corners)
        if laid:
            picture = laid[0]
            truth.append((laid[1], identity, laid[2]))
    for _ in range(int(r.integers(0, 4))):
        identity = identities[int(r.integers(len(identities)))]
        if r.random() < 0.45:
            decoy = scenes.scrambled(photos[identity], r)
        else:
            _, other, people = of[int(r.integers(len(of)))]
            if people:
                continue
            k = int(min(other.shape[:2]) * r.uniform(0.15, 0.6))
            top, left = int(r.integers(other.shape[0] - k)), int(r.integers(other.shape[1] - k))
            decoy = other[top : top + k, left : left + k]
            if many_round and r.random() < 0.5:
                decoy = scenes.smooth(decoy, r)
        laid = scenes.paste(picture, decoy, r, taken, size(r, picture))
        if laid:
            picture = laid[0]
            decoys.append(laid[1])
    smallest = min([t[0][3] for t in truth], default=40)
    return name, scenes.camera(picture, r, smallest), truth, decoys


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--media", type=pathlib.Path, required=True)
    options.add_argument("--yunet", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--pictures", type=int, default=4800)
    given = options.parse_args()
    yunet = looks.YuNet(given.yunet)
    bases = scenes.bases(given.media)
    net, weighing = scenes.identities(given.media / "photos")
    folder = given.media / "photos" / "fairface_more"
    photos = {name: cv2.imread(str(folder / name)) for name in net + weighing}
    of = {
        kept: [base for base in bases if scenes.for_weighing(base[0]) == kept]
        for kept in (False, True)
    }
    rows = []
    begun = time.time()
    for number in range(given.first, given.first + given.pictures):
        r = np.random.default_rng([SEED, number])
        # every fourth picture, of its own bases and identities, is for weighing the net against the looks
        apart = number % 4 == 3
        name, picture, truth, decoys = composed(r, of[apart], weighing if apart else net, photos, number >= ROUND)
        others = 0
        for box in looks.candidates(yunet, picture, LEAST)[:MOST_CANDIDATES]:
            if max(box[2], box[3]) > 2 * max(picture.shape[:2]):
                continue
            near = [float(looks.overlap(box[:4], np.array(t[0]))) for t in truth]
            best = max(near, default=0.0)
            if OTHER < best < SAME:
                continue
            face = best >= SAME
            others += not face
            if not face and others > MOST_OTHERS:
                continue
            true = truth[int(np.argmax(near))] if face else None
            rows.append({
                "mix": apart,
                "base": name,
                "identity": true[1] if face else "",
                "size": np.float32(true[0][3] if face else box[3]),
                "cover": np.float32(true[2] if face else 0),
                "face": face,
                "first": np.float32(box[4]),
                "looks": np.float32(looks.looks(yunet, picture, box) if apart else [np.nan] * 5),
                "square": looks.shown(looks.cut(picture, box, CONTEXT)[0], PIXELS),
                "decoy": any(looks.overlap(box[:4], np.array(d)) > 0.2 for d in decoys),
            })
        if number % 500 == 499:
            print(f"{number + 1 - given.first} pictures, {len(rows)} squares, {time.time() - begun:.0f} s", flush=True)
    np.savez(given.out, **{key: np.stack([row[key] for row in rows]) for key in rows[0]})


if __name__ == "__main__":
    main()

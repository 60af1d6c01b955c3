"""Measures looks alone and looks with the verifier, by the Python twin of the engine's looks.

measure.py --yunet YUNET.onnx --home MEDIA/videos/ego_home [--choose]
measure.py --yunet YUNET.onnx --composites COMPOSITES --analysis ANALYSIS --media MEDIA

The first counts frames with a false face in clips that hold none; with --choose it prints the offset at which every second
frame has as many as --most. The second counts found faces of a set that `scripts/evaluate` composed and analysed, of the people
whom nothing was learnt from; frames that the engine withholds are left out, as they leak nothing.
"""

import argparse
import json
import math
import pathlib
from collections import Counter

import cv2
import numpy as np
import onnxruntime

import looks
import scenes
from net import SIDE

LEAST = 0.2
CLOSE_UPS = 8
HIDE = 0.74
# detections are rounded to two digits
HIDE_FROM = HIDE - 0.005
# growth of the policy: sides, above, below
GROWTH = (0.30, 0.45, 0.25)
FOUND = 0.5
SUREST = 0.998


class Both:
    """Confidence without and with the verifier of every candidate in a picture."""

    def __init__(self, yunet, folder):
        self.numbers = json.loads((folder / "model.json").read_text())["thresholds"]
        self.yunet = looks.YuNet(yunet)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        file = str(folder / "model.onnx")
        self.net = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])

    def candidates(self, bgr):
        """[(box, looks, logit of both)]"""
        out = []
        for i, box in enumerate(looks.candidates(self.yunet, bgr, LEAST)):
            without = box[4]
            if i < CLOSE_UPS:
                without = float(looks.together(box[4], looks.looks(self.yunet, bgr, box)))
            square = looks.shown(looks.cut(bgr, box, self.numbers["context"])[0], SIDE)
            x = square.astype(np.float32).transpose(2, 0, 1)[None]
            net = float(self.net.run(None, {"square": x})[0][0, 0])
            both = self.numbers["ofLooks"] * logit(without) + self.numbers["ofNet"] * logit(net)
            both += self.numbers["offset"]
            sure = without >= self.numbers["sure"]
            out.append((box[:4], without, max(both, logit(without)) if sure else both))
        return out


def logit(share):
    within = max(1 - SUREST, min(SUREST, share))
    return math.log(within / (1 - within))


def covered(face, box, width, height):
    """Share of a face, as far as it is in the picture, that the grown box hides."""
    side, above, below = GROWTH
    left, right = max(0, box[0] - side * box[2]), min(width, box[0] + (1 + side) * box[2])
    top, bottom = max(0, box[1] - above * box[3]), min(height, box[1] + (1 + below) * box[3])
    x0, x1 = max(0, face["x"]), min(width, face["x"] + face["w"])
    y0, y1 = max(0, face["y"]), min(height, face["y"] + face["h"])
    both = max(0, min(right, x1) - max(left, x0)) * max(0, min(bottom, y1) - max(top, y0))
    return both / max(1e-6, (x1 - x0) * (y1 - y0))


def home(both, folder, most, choose):
    without, with_it, place = [], [], []
    for clip in sorted(folder.glob("*.mp4")):
        video = cv2.VideoCapture(str(clip))
        for i in range(300):
            more, frame = video.read()
            if not more:
                break
            # as the engine reads a video: frames decoded straight from the clip have fewer false faces
            coded = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, 95])[1]
            seen = both.candidates(cv2.imdecode(coded, cv2.IMREAD_COLOR))
            without.append(max([s[1] for s in seen], default=0))
            with_it.append(max([s[2] for s in seen], default=-99))
            place.append((clip.name, i))
    without, with_it = np.array(without), np.array(with_it)
    hidden = logit(HIDE_FROM)
    for name, false in (("looks", without >= HIDE_FROM), ("with the verifier", with_it >= hidden)):
        by_clip = Counter(clip for (clip, _), one in zip(place, false) if one)
        halves = [int(sum(one for (_, i), one in zip(place, false) if i % 2 == half)) for half in (0, 1)]
        print(name, int(false.sum()), "of", len(false), "even and odd frames", halves, dict(by_clip))
    if choose:
        even = np.array([i % 2 == 0 for _, i in place])
        bound = np.sort(with_it[even])[-(most + 1)] + 1e-6
        print(f"offset {both.numbers['offset'] + hidden - bound:.3f}")


def composites(both, folder, analysis, media):
    learnt = set(sum(scenes.identities(media / "photos"), []))
    shown = {}
    for line in (analysis / "directives.jsonl").read_text().splitlines():
        directive = json.loads(line)
        shown[directive["session"]] = directive["disposition"] != "WITHHOLD"
    counts = {}
    for line in scenes.lines(folder):
        faces = []
        for face in line["boxes"]:
            identity = face.get("identity", line.get("identity", ""))
            if identity.startswith("val_") and identity not in learnt:
                faces.append(face)
        if not faces or not shown[line["file"]]:
            continue
        bgr = cv2.imread(str(folder / line["file"]))
        seen = both.candidates(bgr)
        for face in faces:
            near = [s for s in seen if covered(face, s[0], bgr.shape[1], bgr.shape[0]) >= FOUND]
            before = any(s[1] >= HIDE_FROM for s in near)
            after = any(s[2] >= logit(HIDE_FROM) for s in near)
            height = face["h"]
            size = "< 24" if height < 24 else "24 to 32" if height < 32 else "32 to 48" if height < 48 else "48 and more"
            level = line["conditions"].get("level") or ("usable" if face["usable"] else "not usable")
            group = (face.get("group") or line["group"])["race"]
            for key in ((level, "all"), (level, size), (level, "48 and more", group) if height >= 48 else None):
                if key:
                    counts.setdefault(key, []).append((before, after))
    for key in sorted(counts):
        found = np.array(counts[key])
        print(", ".join(key), "looks", found[:, 0].sum(), "with the verifier", found[:, 1].sum(), "of", len(found))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--yunet", required=True)
    options.add_argument("--model", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent)
    options.add_argument("--home", type=pathlib.Path)
    options.add_argument("--choose", action="store_true")
    options.add_argument("--most", type=int, default=6, help="false frames among every second one")
    options.add_argument("--composites", type=pathlib.Path)
    options.add_argument("--analysis", type=pathlib.Path)
    options.add_argument("--media", type=pathlib.Path)
    given = options.parse_args()
    both = Both(given.yunet, given.model)
    if given.home:
        home(both, given.home, given.most, given.choose)
    if given.composites:
        composites(both, given.composites, given.analysis, given.media)


if __name__ == "__main__":
    main()

"""Pictures with faces and with things that pass for faces, from footage whose licence lets us learn from it."""

import hashlib
import json
import math

import cv2
import numpy as np

# of each race and gender of fairface_more, 14 of 50 may be learnt from; the net sees 11 of them, the weighing of the looks 3
LEARNT, WEIGHED = 14, 3
SIDE = 224

# frames of one-by-one in which nobody is there
NOBODY = [(0, 50), (212, 222), (464, 496), (714, 740), (883, 915), (1216, 1228), (1372, 1393)]
# Apache-2.0, CC-BY-4.0; every how many frames
CLIPS = [
    ("hands/sam2_cups.mp4", 8),
    ("hands/sam2_blocks.mp4", 8),
    ("hands/mediapipe_open_palm.mp4", 8),
    ("negatives/bottle-detection.mp4", 36),
]
# CC-BY-2.0, nobody near; checked again below
COCO = ["030", "072", "073", "089", "309", "450", "127", "471"]
# BSD-3, CC0, public domain
SKIMAGE = ["chelsea.png", "coffee.png", "motorcycle_left.png", "page.png", "rocket.jpg", "text.png"]


def digest(name):
    return hashlib.sha256(name.encode()).hexdigest()


def lines(folder):
    return [json.loads(line) for line in (folder / "annotations.jsonl").read_text().splitlines()]


def identities(photos):
    """File names for the net, and for the weighing: by group, the first by the SHA-256 of their names. All others are for measuring."""
    groups = {}
    for row in lines(photos / "fairface_more"):
        groups.setdefault((row["race"], row["gender"]), []).append(row["file"])
    net, weighing = [], []
    for group in sorted(groups):
        chosen = sorted(groups[group], key=digest)[:LEARNT]
        net += chosen[:-WEIGHED]
        weighing += chosen[-WEIGHED:]
    return net, weighing


def bases(media):
    """[(name, BGR, boxes of the faces in it)]."""
    videos, photos = media / "videos", media / "photos"
    found = []

    def clip(name, every, wanted=lambda i: True):
        video = cv2.VideoCapture(str(videos / name))
        i = 0
        while True:
            more, frame = video.read()
            if not more:
                break
            if i % every == 0 and wanted(i):
                scale = min(1, 960 / max(frame.shape[:2]))
                if scale < 1:
                    frame = cv2.resize(frame, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
                found.append((f"{name}#{i}", frame, []))
            i += 1

    for name, every in CLIPS:
        clip(name, every)
    clip("walkers/one-by-one-person-detection.mp4", 9, lambda i: any(a <= i <= b for a, b in NOBODY))
    licences = {row["file"]: row["licence"] for row in lines(photos / "coco128")}
    for number in COCO:
        name = f"000000000{number}.jpg"
        assert licences[name] == "CC-BY-2.0"
        found += [("coco128/" + name, cv2.imread(str(photos / "coco128" / name)), [])] * 4
    for name in SKIMAGE:
        found += [("skimage/" + name, cv2.imread(str(photos / "skimage" / name)), [])] * 4
    for row in lines(photos / "home_people"):
        # half of them, the others are for measuring
        if int(digest(row["file"]), 16) % 2 == 0:
            faces = [[b["x"], b["y"], b["w"], b["h"]] for b in row["boxes"] if b["label"] == "face"]
            found += [("home_people/" + row["file"], cv2.imread(str(photos / "home_people" / row["file"])), faces)] * 6
    return found


def for_weighing(name):
    return int(digest(name), 16) % 4 == 0


def drawn(r):
    """Shapes, among them rounds with dark spots: what cheats a face detector."""
    w, h = (480, 270) if r.random() < 0.5 else (640, 360)
    picture = np.zeros((h, w, 3), np.float32)
    ends = r.uniform(30, 220, (2, 3))
    picture[:] = ends[0] + (ends[1] - ends[0]) * np.linspace(0, 1, w)[None, :, None]
    grain = r.normal(0, 1, (h // int(r.integers(2, 24)) + 1, w // int(r.integers(2, 24)) + 1)).astype(np.float32)
    grain = cv2.resize(grain, (w, h), interpolation=cv2.INTER_CUBIC)
    picture += grain[..., None] * r.uniform(0, 25)
    for _ in range(int(r.integers(4, 16))):
        _shape(picture, r, w, h)
    return np.clip(cv2.GaussianBlur(picture, (0, 0), r.uniform(0.3, 1.2)), 0, 255).astype(np.uint8)


def _shape(picture, r, w, h):
    kind = r.integers(5)
    x, y = int(r.integers(w)), int(r.integers(h))
    s = int(10 ** r.uniform(0.9, 1.9))
    ink = r.uniform(10, 245, 3).tolist()
    if kind == 0:
        one = (x - s, y - int(s * r.uniform(0.3, 1.5)))
        cv2.rectangle(picture, one, (x + s, y + int(s * r.uniform(0.3, 1.5))), ink, -1)
    elif kind == 1:
        cv2.fillPoly(picture, [r.normal([x, y], s, (int(r.integers(3, 7)), 2)).astype(np.int32)], ink)
    elif kind == 2:
        for ring in range(int(r.integers(2, 6))):
            radius = max(1, int(s * (1 - ring * 0.2)))
            cv2.circle(picture, (x, y), radius, r.uniform(10, 245, 3).tolist(), -1, cv2.LINE_AA)
    else:
        any_way = r.uniform(0, 360)
        radii = (s, int(s * r.uniform(0.7, 1.5)))
        degrees = any_way if kind == 3 else r.uniform(-20, 20)
        cv2.ellipse(picture, (x, y), radii, degrees, 0, 360, ink, -1, cv2.LINE_AA)
        dark = [v * r.uniform(0.1, 0.6) for v in ink]
        for _ in range(int(r.integers(1, 4))):
            u = r.uniform(-0.6, 0.6, 2) * s
            radius = max(1, int(s * r.uniform(0.06, 0.25)))
            cv2.circle(picture, (int(x + u[0]), int(y + u[1])), radius, dark, -1, cv2.LINE_AA)
        if r.random() < 0.6:
            apart, up = r.uniform(0.2, 0.5) * s, r.uniform(-0.4, 0.1) * s
            for side in (-1, 1):
                radius = max(1, int(s * r.uniform(0.07, 0.2)))
                cv2.circle(picture, (int(x + side * apart), int(y + up)), radius, dark, -1, cv2.LINE_AA)
        if r.random() < 0.5:
            end = (int(x + 0.4 * s), int(y + r.uniform(0.3, 0.7) * s))
            cv2.line(picture, (int(x - 0.4 * s), int(y + 0.5 * s)), end, dark, max(1, s // 12), cv2.LINE_AA)


def vessel(picture, r):
    """A lid, cup, jar or plate: shaded, with rims, a label or a glint. Draws into a float picture."""
    h, w = picture.shape[:2]
    x, y, s = r.uniform(0, w), r.uniform(0, h), 10 ** r.uniform(0.9, 1.9)
    flat, degrees = r.uniform(0.65, 1.6), r.uniform(-25, 25)
    down, across = np.mgrid[:h, :w]
    t = math.radians(degrees)
    u = ((across - x) * math.cos(t) + (down - y) * math.sin(t)) / s
    v = ((down - y) * math.cos(t) - (across - x) * math.sin(t)) / (s * flat)
    off = np.hypot(u, v)
    inside = np.clip((1 - off) / r.uniform(0.03, 0.2), 0, 1)[..., None]
    ink = r.uniform(15, 235, 3) * (1 + (r.uniform(-0.5, 0.5) * u + r.uniform(-0.5, 0.5) * v)[..., None])
    for _ in range(int(r.integers(0, 4))):
        radius, width = r.uniform(0.2, 0.95), r.uniform(0.03, 0.2)
        ink = ink + r.uniform(-70, 70) * np.exp(-(((off - radius) / width) ** 2))[..., None]
    for _ in range(int(r.integers(0, 4))):
        place, width = r.uniform(-0.7, 0.7), r.uniform(0.05, 0.3)
        line = (np.abs(v - place) < width) & (np.abs(u) < r.uniform(0.3, 1))
        ink = ink + line[..., None] * r.uniform(-90, 90, 3)
    for _ in range(int(r.integers(0, 3))):
        a, b, width = r.uniform(-0.6, 0.6), r.uniform(-0.6, 0.6), r.uniform(0.05, 0.3)
        ink = ink + r.uniform(-120, 120) * np.exp(-((u - a) ** 2 + (v - b) ** 2) / width**2)[..., None]
    picture[:] = picture * (1 - inside) + ink * inside


def smooth(patch, r):
    """A patch of which little but its colours is left."""
    size = cv2.resize(patch, (SIDE, SIDE))
    return cv2.GaussianBlur(size, (0, 0), 10 ** r.uniform(0.3, 1.6))


def scene(r, of):
    """(name, BGR, boxes of the faces in it): a part of a base, in other light, mirrored or turned; or drawn."""
    if r.random() < 0.2:
        return "drawn", drawn(r), []
    name, picture, faces = of[int(r.integers(len(of)))]
    height, width = picture.shape[:2]
    zoom = r.uniform(0.35, 1)
    w, h = int(width * zoom), int(height * zoom)
    x, y = int(r.integers(width - w + 1)), int(r.integers(height - h + 1))
    picture = picture[y : y + h, x : x + w]
    faces = [[b[0] - x, b[1] - y, b[2], b[3]] for b in faces]
    long_side = 480 if r.random() < 0.6 else 640
    scale = long_side / max(picture.shape[:2])
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=how)
    faces = [[v * scale for v in b] for b in faces]
    if r.random() < 0.5:
        picture = picture[:, ::-1]
        faces = [[picture.shape[1] - b[0] - b[2], *b[1:]] for b in faces]
    if not faces and r.random() < 0.25:
        picture = np.rot90(picture, int(r.integers(1, 4)))
    lit = picture.astype(np.float32) * r.uniform(0.7, 1.3) * (1 + r.uniform(-0.12, 0.12, 3)) + r.uniform(-15, 15)
    return name, np.ascontiguousarray(np.clip(lit, 0, 255).astype(np.uint8)), faces


def scrambled(face, r):
    """The skin and hair of a face without its order."""
    n = int(r.choice([3, 4, 5]))
    k = SIDE // n
    tiles = [face[i * k : (i + 1) * k, j * k : (j + 1) * k] for i in range(n) for j in range(n)]
    order = r.permutation(len(tiles))
    return np.vstack([np.hstack([tiles[order[i * n + j]] for j in range(n)]) for i in range(n)])


def paste(picture, face, r, taken, size, corners=2):
    """Lays a crop behind a soft oval, over shoulders or not, lit and covered anyhow. Decoys come by the same way, in an oval.

    Returns (picture, box of brow to chin, share covered), or None where there is no room. size: brow to chin, pixels; corners: 2 is an oval, more is more
    of a rectangle.
    """
    face = cv2.resize(face, (SIDE, SIDE))
    if r.random() < 0.5:
        face = face[:, ::-1]
    scale = size / 168.0
    height, width = picture.shape[:2]
    n = max(8, round(SIDE * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    sized = cv2.resize(face, (n, n), interpolation=how).astype(np.float32)
    degrees = r.normal(0, 9) if r.random() < 0.8 else r.uniform(-35, 35)
    for _ in range(8):
        if r.random() < 0.15:
            x = r.uniform(0.1 * size, width - 0.1 * size)
        else:
            x = r.uniform(min(0.5 * size, width / 2), width - min(0.5 * size, width / 2))
        y = r.uniform(min(0.45 * size, height / 2), height - min(0.45 * size, height / 2))
        if all(math.hypot(x - a, y - b) > 0.9 * (size + c) * 0.75 for a, b, c in taken):
            break
    else:
        return None
    taken.append((x, y, size))
    down, across = np.mgrid[:n, :n]
    radius_x, radius_y, rim = r.uniform(0.36, 0.46), r.uniform(0.42, 0.52), r.uniform(0.04, 0.22)
    dx, dy = (across - n / 2 + 0.5) / (radius_x * n), (down - 0.49 * n + 0.5) / (radius_y * n)
    off = np.hypot(dx, dy) if corners == 2 else (np.abs(dx) ** corners + np.abs(dy) ** corners) ** (1 / corners)
    opacity = np.clip((1 - off) / rim, 0, 1).astype(np.float32)
    if r.random() < 0.2:
        opacity[int(n * r.uniform(0.72, 0.95)) :] = 0
    out = picture
    if r.random() < 0.45:
        out = _shoulders(out, r, x, y, size)
    turn = cv2.getRotationMatrix2D((n / 2, n / 2), degrees, 1)
    turn[:, 2] += [x - n / 2, y - 0.505 * n]
    laid = cv2.warpAffine(sized, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    opacity = cv2.warpAffine(opacity, turn, (width, height))
    light = r.uniform(0.35, 1.0) if r.random() < 0.35 else r.uniform(0.85, 1.15)
    if r.random() < 0.3:
        laid = laid * np.clip(1 + r.uniform(-0.6, 0.6) * (np.arange(width)[None, :, None] - x) / size, 0.2, 1.6)
    share = 0
    if r.random() < 0.35:
        share = r.uniform(0.05, 0.5)
        side = r.integers(4)
        dx, dy = np.arange(width)[None] - x, np.arange(height)[:, None] - y
        from_side = (dx / (0.66 * size) + 0.5, 0.5 - dx / (0.66 * size), dy / size + 0.5, 0.5 - dy / size)[side]
        slant = r.uniform(-0.3, 0.3) * (dx if side > 1 else dy) / size
        opacity = opacity * np.clip((from_side + np.zeros((height, width)) + slant - share) / 0.03, 0, 1).astype(np.float32)
    opacity = opacity[..., None]
    out = out * (1 - opacity) + laid * light * opacity
    t = math.radians(degrees)
    w, h = 0.66 * size * 0.95, size
    w, h = math.hypot(w * math.cos(t), h * math.sin(t)), math.hypot(w * math.sin(t), h * math.cos(t))
    return out, [x - w / 2, y - h / 2, w, h], share


def _shoulders(picture, r, x, y, size):
    height, width = picture.shape[:2]
    mask = np.zeros((height, width), np.float32)
    top = y + 0.42 * size
    outline = [
        [x - 0.16 * size, top - 0.1 * size],
        [x + 0.16 * size, top - 0.1 * size],
        [x + 0.25 * size, top + 0.15 * size],
        [x + r.uniform(0.6, 1) * size, top + 0.4 * size],
        [x + 1 * size, top + 3 * size],
        [x - 1 * size, top + 3 * size],
        [x - r.uniform(0.6, 1) * size, top + 0.4 * size],
        [x - 0.25 * size, top + 0.15 * size],
    ]
    cv2.fillPoly(mask, [np.int32(outline)], 1.0)
    mask = cv2.GaussianBlur(mask, (0, 0), max(0.5, 0.03 * size))[..., None]
    ink = r.uniform(10, 240, 3).astype(np.float32)
    cloth = ink + cv2.resize(r.normal(0, 8, (12, 16)).astype(np.float32), (width, height))[..., None]
    return picture * (1 - mask) + cloth * mask


def camera(picture, r, smallest):
    """Out of focus, moved, dim and noisy, or not; then JPEG. smallest: height of the smallest face, pixels."""
    if r.random() < 0.3:
        picture = cv2.GaussianBlur(picture, (0, 0), r.uniform(0.4, 0.07 * max(10, smallest) + 0.4))
    if r.random() < 0.2:
        length = r.uniform(2, min(14, 0.2 * max(12, smallest) + 2))
        way = r.uniform(0, math.pi)
        reach = int(length) + 2
        kernel = np.zeros((2 * reach + 1,) * 2, np.float32)
        for u in np.linspace(-length / 2, length / 2, 41):
            kernel[int(round(reach + u * math.sin(way))), int(round(reach + u * math.cos(way)))] += 1
        picture = cv2.filter2D(picture, -1, kernel / kernel.sum())
    light = 1 if r.random() < 0.5 else r.uniform(0.18, 1)
    noise = (0.6 + 5.5 * (1 - light) ** 2) * r.uniform(0.5, 1.5)
    grey = r.normal(0, noise, picture.shape[:2])[..., None]
    picture = picture * light + grey + r.normal(0, noise / 2, picture.shape)
    picture = np.clip(np.round(picture), 0, 255).astype(np.uint8)
    quality = int(r.integers(45, 96))
    return cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 1)

"""What the engine does before the verifier is asked (YuNetFaces, SecondLook), in Python: candidates, looks, squares.

On the 3,000 frames of ego_home it gives the same number of false-face frames as the face model's card at every threshold there.
"""

import cv2
import numpy as np
import onnxruntime

cv2.setNumThreads(1)
CONTEXT = 2.25
STRIDES = (8, 16, 32)


class YuNet:
    def __init__(self, file):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
        self.names = [output.name for output in self.session.get_outputs()]

    def boxes(self, bgr, least):
        """(n, 5): left, top, width, height in pixels, score; before suppression."""
        h, w = bgr.shape[:2]
        height, width = -(-h // 32) * 32, -(-w // 32) * 32
        padded = np.zeros((height, width, 3), np.uint8)
        padded[:h, :w] = bgr
        answer = self.session.run(None, {"input": padded.astype(np.float32).transpose(2, 0, 1)[None]})
        told = dict(zip(self.names, answer))
        found = []
        for stride in STRIDES:
            sure = np.clip(told[f"cls_{stride}"][0, :, 0], 0, 1) * np.clip(told[f"obj_{stride}"][0, :, 0], 0, 1)
            score = np.sqrt(sure)
            at = np.where(score >= least)[0]
            if len(at) == 0:
                continue
            box = told[f"bbox_{stride}"][0][at]
            columns = width // stride
            x = (at % columns + box[:, 0]) * stride
            y = (at // columns + box[:, 1]) * stride
            across, down = np.exp(box[:, 2]) * stride, np.exp(box[:, 3]) * stride
            found.append(np.column_stack([x - across / 2, y - down / 2, across, down, score[at]]))
        return np.concatenate(found) if found else np.zeros((0, 5))

    def look(self, bgr, long_side, least):
        scale = long_side / max(bgr.shape[:2])
        size = (max(1, round(bgr.shape[1] * scale)), max(1, round(bgr.shape[0] * scale)))
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        found = self.boxes(cv2.resize(bgr, size, interpolation=how), least)
        found[:, :4] /= scale
        return found


def overlap(a, b):
    """Intersection over union of boxes (left, top, width, height, ...)."""
    x = np.minimum(a[..., 0] + a[..., 2], b[..., 0] + b[..., 2]) - np.maximum(a[..., 0], b[..., 0])
    y = np.minimum(a[..., 1] + a[..., 3], b[..., 1] + b[..., 3]) - np.maximum(a[..., 1], b[..., 1])
    both = np.clip(x, 0, None) * np.clip(y, 0, None)
    return both / (a[..., 2] * a[..., 3] + b[..., 2] * b[..., 3] - both)


def suppressed(found, most=0.3):
    found = found[np.argsort(-found[:, 4], kind="stable")]
    kept = []
    for i in range(len(found)):
        if not kept or (overlap(found[i], found[kept]) <= most).all():
            kept.append(i)
    return found[kept]


def luma(bgr):
    return cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY).mean() / 255


def gain(light):
    return min(6, 0.45 / max(light, 1 / 255))


def brightened(bgr):
    return cv2.convertScaleAbs(bgr, alpha=gain(luma(bgr)))


def candidates(yunet, bgr, least):
    fine = max(960, min(1280, 2 * max(bgr.shape[:2])))
    found = [yunet.look(bgr, 640, least), yunet.look(bgr, fine, least)]
    if luma(bgr) < 0.25:
        bright = brightened(bgr)
        found += [yunet.look(bright, 640, least), yunet.look(bright, fine, least)]
    return suppressed(np.concatenate(found))


def cut(bgr, box, context):
    """The square around a box, black beyond the picture, and (left, top, side)."""
    side = int(max(8, np.floor(max(box[2], box[3]) * context + 0.5)))
    left = int(np.floor(box[0] + box[2] / 2 - side / 2 + 0.5))
    top = int(np.floor(box[1] + box[3] / 2 - side / 2 + 0.5))
    square = np.zeros((side, side, 3), np.uint8)
    h, w = bgr.shape[:2]
    x0, y0, x1, y1 = max(0, left), max(0, top), min(w, left + side), min(h, top + side)
    if x0 < x1 and y0 < y1:
        square[y0 - top : y1 - top, x0 - left : x1 - left] = bgr[y0:y1, x0:x1]
    return square, (left, top, side)


def shown(square, pixels):
    how = cv2.INTER_AREA if pixels < square.shape[1] else cv2.INTER_LINEAR
    return cv2.resize(square, (pixels, pixels), interpolation=how)


def _confirmed(yunet, square, place, box, pixels, mirrored):
    left, top, side = place
    picture = shown(square, pixels)
    scale = pixels / side
    x, width = (box[0] - left) * scale, box[2] * scale
    if mirrored:
        picture, x = picture[:, ::-1].copy(), pixels - x - width
    found = yunet.boxes(picture, 0.02)
    if not len(found):
        return 0.0
    same = overlap(found, np.array([x, (box[1] - top) * scale, width, box[3] * scale])[None]) >= 0.3
    return float(found[same, 4].max()) if same.any() else 0.0


def looks(yunet, bgr, box):
    """192 mirrored, 128, brightened 192, brightened 128 mirrored (NaN where it is not dim), luma of the square."""
    square, place = cut(bgr, box, CONTEXT)
    light = luma(square)
    seen = [_confirmed(yunet, square, place, box, 192, True), _confirmed(yunet, square, place, box, 128, False)]
    if gain(light) > 1.1:
        bright = brightened(square)
        seen += [_confirmed(yunet, bright, place, box, 192, False), _confirmed(yunet, bright, place, box, 128, True)]
    else:
        seen += [np.nan, np.nan]
    return seen + [light]


def together(first, seen):
    """SecondLook.combined: the mean of the plain looks, or of the brightened ones where that is more."""
    first, seen = np.asarray(first), np.asarray(seen)
    plain = (first + seen[..., 0] + seen[..., 1]) / 3
    bright = (seen[..., 2] + seen[..., 3]) / 2
    return np.fmax(plain, np.where(np.isnan(bright), 0, bright))

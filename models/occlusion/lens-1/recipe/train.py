"""Trains the lens model: where in a 16 x 9 grid over the picture does something lie on the lens, or stand right before it?

    scripts/sightline evaluate --compose lens-training,lens --media MEDIA --count 12000 --seed 1 --out SETS
    python models/occlusion/lens-1/recipe/train.py SETS --out models/occlusion/lens-1

`lens-training` lies over footage whose licence allows training and over drawn scenes; `lens` over other footage, and only
tests. Before the final model, one model a family of covers is trained without that family and tested on it: that is the
figure for covers nobody thought of. The same sets, seed and machine give the same weights.
"""

import argparse
import json
import pathlib
import sys
import time

import cv2
import numpy as np
import torch
from torch import nn

WIDTH, HEIGHT = 160, 90
COLUMNS, ROWS = 16, 9
LENS, VIEW = 0, 1


class Net(nn.Module):
    """Four stages at half, quarter, eighth and tenth of the size; two maps: on the lens, before the lens."""

    def __init__(self, width=24):
        super().__init__()

        def stage(inputs, outputs, stride, dilation=1):
            return nn.Sequential(
                nn.Conv2d(inputs, inputs, 3, stride, dilation, dilation, groups=inputs, bias=False),
                nn.BatchNorm2d(inputs),
                nn.ReLU(inplace=True),
                nn.Conv2d(inputs, outputs, 1, bias=False),
                nn.BatchNorm2d(outputs),
                nn.ReLU(inplace=True),
            )

        self.first = nn.Sequential(
            nn.Conv2d(3, width, 5, 2, 2, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True)
        )
        self.down = nn.Sequential(
            stage(width, 2 * width, 1), stage(2 * width, 2 * width, 1), nn.MaxPool2d(5)
        )
        self.look = nn.ModuleList(
            [stage(2 * width if i == 0 else 4 * width, 4 * width, 1, d) for i, d in enumerate((1, 1, 2, 4, 2, 1))]
        )
        self.whole = nn.Sequential(nn.Linear(4 * width, 4 * width), nn.ReLU(inplace=True))
        self.answer = nn.Conv2d(8 * width, 2, 1)

    def forward(self, picture):
        x = self.down(self.first(picture / 127.5 - 1))
        for i, stage in enumerate(self.look):
            seen = stage(x)
            x = seen + x if i else seen
        # what the whole picture looks like, beside every cell: darkness and blur are everywhere, covers are not
        whole = self.whole(x.mean((2, 3)))[:, :, None, None].expand(-1, -1, x.shape[2], x.shape[3])
        return self.answer(torch.cat([x, whole], 1))


def read(folder):
    """Pictures as uint8 NCHW in RGB, cells as float [N, 2, 9, 16], and the lines; kept beside the set once read."""
    lines = [json.loads(line) for line in (folder / "annotations.jsonl").read_text().splitlines()]
    kept = folder / "pictures.npy"
    if kept.exists() and len(np.load(kept, mmap_mode="r")) == len(lines):
        pictures = np.load(kept)
    else:
        pictures = np.empty((len(lines), 3, HEIGHT, WIDTH), np.uint8)
        for at, line in enumerate(lines):
            picture = cv2.imread(str(folder / line["file"]))
            picture = cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
            pictures[at] = picture[:, :, ::-1].transpose(2, 0, 1)
        np.save(kept, pictures)
    cells = np.zeros((len(lines), 2, ROWS, COLUMNS), np.float32)
    for at, line in enumerate(lines):
        cover = line["cover"]
        if cover:
            mask = np.array([c == "#" for c in cover["cells"]], np.float32).reshape(ROWS, COLUMNS)
            cells[at, LENS if cover["onLens"] else VIEW] = mask
    return pictures, cells, lines


def families(lines):
    return np.array([line["cover"]["family"] if line["cover"] else "clean" for line in lines])


def varied(pictures, cells, random):
    """Mirrored, upside down now and then, lighter, darker, in other colours, flatter."""
    pictures = pictures.astype(np.float32)
    for at in range(len(pictures)):
        if random.random() < 0.5:
            pictures[at] = pictures[at, :, :, ::-1]
            cells[at] = cells[at, :, :, ::-1]
        if random.random() < 0.2:
            pictures[at] = pictures[at, :, ::-1]
            cells[at] = cells[at, :, ::-1]
        if random.random() < 0.5:
            pictures[at] *= random.uniform(0.8, 1.2, (3, 1, 1))
        if random.random() < 0.5:
            mean = pictures[at].mean()
            pictures[at] = (pictures[at] - mean) * random.uniform(0.6, 1.2) + mean * random.uniform(0.5, 1.2)
        if random.random() < 0.3:
            pictures[at] += random.normal(0, random.uniform(0, 6), pictures[at].shape)
    return np.clip(pictures, 0, 255), cells


def train(pictures, cells, epochs, seed, name):
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    net = Net()
    optimiser = torch.optim.AdamW(net.parameters(), 3e-3, weight_decay=1e-3)
    batch = 64
    steps = epochs * (len(pictures) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 6e-3, total_steps=steps)
    began = time.time()
    for epoch in range(epochs):
        net.train()
        order = random.permutation(len(pictures))
        total = 0.0
        for start in range(0, len(order) - batch + 1, batch):
            take = order[start : start + batch]
            x, y = varied(pictures[take], cells[take].copy(), random)
            loss = nn.functional.binary_cross_entropy_with_logits(
                net(torch.from_numpy(np.ascontiguousarray(x))), torch.from_numpy(np.ascontiguousarray(y))
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"{name}: epoch {epoch + 1} of {epochs}, loss {total / (len(order) // batch):.4f}, {time.time() - began:.0f} s", flush=True)
    return net.eval()


def look(net, pictures):
    with torch.no_grad():
        return np.concatenate(
            [
                torch.sigmoid(net(torch.from_numpy(pictures[at : at + 128].astype(np.float32)))).numpy()
                for at in range(0, len(pictures), 128)
            ]
        )


def score(cells):
    """One number a picture: the mean of its most covered tenth of cells."""
    flat = np.sort(cells.reshape(len(cells), -1), 1)
    return flat[:, -14:].mean(1)


def auc(positive, negative):
    ranks = np.argsort(np.argsort(np.concatenate([positive, negative]), kind="stable"), kind="stable") + 1
    return (ranks[: len(positive)].sum() - len(positive) * (len(positive) + 1) / 2) / (len(positive) * len(negative))


def figures(cells, truth, lines, which, channel):
    """Of one family against everything without a cover."""
    names = families(lines)
    positive, negative = names == which, names == "clean"
    found = cells[positive, channel] > 0.5
    true = truth[positive, channel] > 0.5
    union = (found | true).sum((1, 2))
    return {
        "covered": int(positive.sum()),
        "clean": int(negative.sum()),
        "auc": round(float(auc(score(cells[positive, channel]), score(cells[negative, channel]))), 4),
        "iou": round(float(((found & true).sum((1, 2)) / np.maximum(1, union)).mean()), 4),
        "found": round(float((found.mean((1, 2)) > 0.015).mean()), 4),
        "falseAlarms": round(float(((cells[negative, channel] > 0.5).mean((1, 2)) > 0.05).mean()), 4),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("sets", type=pathlib.Path, help="folder with lens-training/ and lens/")
    arguments.add_argument("--out", type=pathlib.Path, required=True, help="folder for model.onnx and figures.json")
    arguments.add_argument("--epochs", type=int, default=14)
    arguments.add_argument("--held-out-epochs", type=int, default=7)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--only-final", action="store_true", help="skip the models with a family held out")
    given = arguments.parse_args()
    for name in ("lens-training", "lens"):
        if not (given.sets / name / "complete.json").exists():
            sys.exit(f"{given.sets / name} is missing or unfinished: write it with the command in this file's head")
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(True)
    pictures, cells, lines = read(given.sets / "lens-training")
    unseen, truth, unseen_lines = read(given.sets / "lens")
    names = families(lines)
    given.out.mkdir(parents=True, exist_ok=True)
    report_file = given.out / "figures.json"
    report = {"heldOut": {}, "final": {}}
    for family in [] if given.only_final else sorted(set(names) - {"clean"}):
        kept = names != family
        net = train(pictures[kept], cells[kept], given.held_out_epochs, given.seed, f"without {family}")
        channel = VIEW if family == "parked_object" else LENS
        report["heldOut"][family] = figures(look(net, unseen), truth, unseen_lines, family, channel)
        print(family, report["heldOut"][family], flush=True)
        report_file.write_text(json.dumps(report, indent=1) + "\n")
    net = train(pictures, cells, given.epochs, given.seed, "all families")
    seen = look(net, unseen)
    for family in sorted(set(names) - {"clean"}):
        channel = VIEW if family == "parked_object" else LENS
        report["final"][family] = figures(seen, truth, unseen_lines, family, channel)
        print(family, report["final"][family], flush=True)
    report_file.write_text(json.dumps(report, indent=1) + "\n")
    torch.onnx.export(
        nn.Sequential(net, nn.Sigmoid()),
        torch.zeros(1, 3, HEIGHT, WIDTH),
        str(given.out / "model.onnx"),
        input_names=["picture"],
        output_names=["cells"],
        opset_version=17,
        dynamo=False,
    )
    print(f"wrote {given.out / 'model.onnx'}, {(given.out / 'model.onnx').stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    main()

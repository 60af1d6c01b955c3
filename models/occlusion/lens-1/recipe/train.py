"""Trains the lens net, measures it, and exports the one that no family was left out of.

    train.py --data DATA [--out ../model.onnx] [--epochs 8] [--leave-out all finger,fog strap,cloth ...]
"""

import argparse
import hashlib
import json
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional as F

import data
import measure
from net import LensNet, Probabilities

SEED = 20261121
BATCH = 32
PEAK = 3e-3


def augmented(pictures, generator):
    """Flips are done by the caller; here light and colour change, a little and for all of a picture."""
    n = len(pictures)
    gain = 1 + 0.25 * (torch.rand(n, 3, 1, 1, generator=generator) - 0.5)
    gain = gain * (0.6 + 0.7 * torch.rand(n, 1, 1, 1, generator=generator))
    noise = torch.randn(pictures.shape, generator=generator) * (0.7 * torch.rand(n, 1, 1, 1, generator=generator))
    return (pictures * gain + noise).clamp(0, 255)


def targets(chosen):
    """Two planes of wanted values and of weights. A parked thing is neither a cover nor the lack of one."""
    parked = (chosen.family == "parked")[:, None, None]
    wanted = np.clip((chosen.opacity - 0.3) / 0.4, 0, 1)
    lens = np.where(parked, 0, wanted)
    view = np.where(parked, wanted, 0)
    lens_weight = np.where(parked & (wanted > 0), 0.0, 1.0)
    view_weight = np.where(~parked & (wanted > 0), 0.0, 1.0)
    stack = lambda a, b: torch.from_numpy(np.stack([a, b], 1).astype(np.float32))
    return stack(lens, view), stack(lens_weight, view_weight)


def train(chosen, epochs, say):
    torch.manual_seed(SEED)
    generator = torch.Generator().manual_seed(SEED)
    net = LensNet().to(memory_format=torch.channels_last)
    pictures = torch.from_numpy(chosen.pictures).permute(0, 3, 1, 2)
    wanted, weight = targets(chosen)
    steps = epochs * (len(chosen) // BATCH)
    optimiser = torch.optim.AdamW(net.parameters(), lr=PEAK, weight_decay=0.02)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, PEAK, total_steps=steps, pct_start=0.2)
    begun = time.time()
    for epoch in range(epochs):
        net.train()
        order = torch.randperm(len(chosen), generator=generator)
        total = 0.0
        for i in range(len(chosen) // BATCH):
            at = order[i * BATCH : (i + 1) * BATCH]
            x, y, w = pictures[at].float(), wanted[at], weight[at]
            for axis in (2, 3):
                if torch.rand(1, generator=generator) < 0.5:
                    x, y, w = x.flip(axis), y.flip(axis), w.flip(axis)
            x = augmented(x, generator)
            loss = (F.binary_cross_entropy_with_logits(net(x), y, reduction="none") * w).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            rate.step()
            total += loss.item()
        say(f"epoch {epoch + 1}/{epochs} loss {total / (len(chosen) // BATCH):.4f} after {time.time() - begun:.0f} s")
    return net.eval()


def probabilities(net, pictures):
    out = []
    with torch.no_grad():
        for i in range(0, len(pictures), 128):
            x = torch.from_numpy(pictures[i : i + 128]).permute(0, 3, 1, 2).float()
            out.append(torch.sigmoid(net(x)).numpy())
    return np.concatenate(out)


def export(net, file):
    torch.onnx.export(
        Probabilities(net), torch.zeros(1, 3, data.HEIGHT, data.WIDTH), str(file),
        input_names=["picture"], output_names=["cells"], opset_version=17, dynamo=False,
    )
    print(f"{file}: {file.stat().st_size} bytes, sha256 {hashlib.sha256(file.read_bytes()).hexdigest()}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True, type=pathlib.Path)
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent / "model.onnx")
    options.add_argument("--epochs", type=int, default=50)
    options.add_argument("--leave-out", nargs="*", default=["all"], help="a training each: all for none left out, or families joined by a comma")
    options.add_argument("--report", type=pathlib.Path)
    given = options.parse_args()
    # one thread and one machine: the same seed then gives the same weights
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    learn = data.read_all(sorted(given.data.glob("train-*")))
    test = data.read_all(sorted(given.data.glob("test-*")))
    print(f"{len(learn)} pictures to learn from, {len(test)} to measure on", flush=True)
    for left_out in given.leave_out:
        say = lambda text: print(f"{left_out}: {text}", flush=True)
        net = train(learn.where(~np.isin(learn.family, left_out.split(","))), given.epochs, say)
        seen = probabilities(net, test.pictures)
        figures = measure.figures(seen, test)
        families = data.FAMILIES if left_out == "all" else left_out.split(",")
        for family in families:
            say(json.dumps({family: figures["families"][family]}))
        say(json.dumps({"false alarms": figures["clean"]}))
        if given.report:
            given.report.mkdir(parents=True, exist_ok=True)
            (given.report / f"{left_out}.json").write_text(json.dumps(figures, indent=1))
            np.save(given.report / f"{left_out}.npy", seen.astype(np.float16))
        if left_out == "all":
            export(net, given.out)


if __name__ == "__main__":
    main()

"""Trains the verifier on what compose.py kept, weighs it against the looks on pictures it has not seen, and exports it.

train.py --data FIRST.npz ROUND.npz [--out ../model.onnx] [--epochs 12]
"""

import argparse
import hashlib
import pathlib
import time

import cv2
import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from torch.nn import functional as F

import compose
import looks
from net import SIDE, FaceNet, Likelihood

SEED = 20261121
CONTEXT = 1.8
BATCH = 64
PEAK = 4e-3
# of the detector's own threshold in use
LEAST = 0.2
SUREST = 0.998


def augmented(squares, generator):
    """A shifted, scaled and turned part of the wider square, mirrored or not, in other light."""
    n = len(squares)

    def spread():
        return 2 * torch.rand(n, generator=generator) - 1

    scale = CONTEXT / compose.CONTEXT * (1 + 0.12 * spread())
    mirror = torch.where(torch.rand(n, generator=generator) < 0.5, -1.0, 1.0)
    turn = 0.12 * torch.randn(n, generator=generator)
    shift = 0.09 * (2 * torch.rand(n, 2, generator=generator) - 1)
    cos, sin = torch.cos(turn), torch.sin(turn)
    rows = [
        torch.stack([scale * mirror * cos, -scale * sin, shift[:, 0]], 1),
        torch.stack([scale * mirror * sin, scale * cos, shift[:, 1]], 1),
    ]
    grid = F.affine_grid(torch.stack(rows, 1), (n, 3, SIDE, SIDE), align_corners=False)
    x = F.grid_sample(squares, grid, align_corners=False)
    x = x * (1 + 0.2 * (torch.rand(n, 3, 1, 1, generator=generator) - 0.5))
    gamma = torch.exp(0.35 * torch.randn(n, 1, 1, 1, generator=generator))
    x = 255 * (x.clamp(0, 255) / 255) ** gamma
    grey = (torch.rand(n, 1, 1, 1, generator=generator) < 0.15).float()
    luma = (x * torch.tensor([0.114, 0.587, 0.299]).view(1, 3, 1, 1)).sum(1, keepdim=True)
    x = x * (1 - grey) + luma * grey
    noise = torch.randn(x.shape, generator=generator) * 4
    return (x + noise * torch.rand(n, 1, 1, 1, generator=generator)).clamp(0, 255)


def train(data, chosen, epochs):
    torch.manual_seed(SEED)
    generator = torch.Generator().manual_seed(SEED)
    net = FaceNet().to(memory_format=torch.channels_last)
    at = np.flatnonzero(chosen)
    squares = torch.from_numpy(data["square"])
    face = data["face"]
    wanted = torch.from_numpy(face.astype(np.float32))
    weight = np.ones(len(face), np.float32)
    # tiny and half-hidden ones are half guesses
    weight[face & ((data["size"] < 16) | (data["cover"] > 0.38))] = 0.4
    weight[~face] *= weight[at][face[at]].sum() / (~face[at]).sum()
    weight = torch.from_numpy(weight / weight[at].mean())
    batches = len(at) // BATCH
    optimiser = torch.optim.AdamW(net.parameters(), lr=PEAK, weight_decay=0.03)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, PEAK, total_steps=epochs * batches, pct_start=0.2)
    begun = time.time()
    for epoch in range(epochs):
        net.train()
        order = at[torch.randperm(len(at), generator=generator).numpy()]
        total = 0.0
        for i in range(batches):
            now = order[i * BATCH : (i + 1) * BATCH]
            x = augmented(squares[now].permute(0, 3, 1, 2).float(), generator)
            logit = net(x.contiguous(memory_format=torch.channels_last))[:, 0]
            each = F.binary_cross_entropy_with_logits(logit, wanted[now] * 0.96 + 0.02, reduction="none")
            loss = (each * weight[now]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            rate.step()
            total += loss.item()
        print(f"epoch {epoch + 1}/{epochs} loss {total / batches:.4f} after {time.time() - begun:.0f} s", flush=True)
    return net.eval()


def plain(squares):
    """The middle of the kept squares as the net reads it."""
    kept = squares.shape[1]
    scale = SIDE / (kept * CONTEXT / compose.CONTEXT)
    offset = (SIDE - 1) / 2 - (kept - 1) / 2 * scale
    part = np.float64([[scale, 0, offset], [0, scale, offset]])
    return np.stack([cv2.warpAffine(s, part, (SIDE, SIDE), flags=cv2.INTER_LINEAR) for s in squares])


def likelihoods(net, squares):
    out = []
    with torch.no_grad():
        for i in range(0, len(squares), 256):
            x = torch.from_numpy(squares[i : i + 256]).permute(0, 3, 1, 2).float()
            out.append(torch.sigmoid(net(x))[:, 0].numpy())
    return np.concatenate(out)


def logit(share):
    within = np.clip(share, 1 - SUREST, SUREST)
    return np.log(within / (1 - within))


def weigh(data, net):
    """Weights of the two logits, fitted on bases and identities that the net has not learnt from."""
    apart = data["mix"] & (data["first"] >= LEAST)
    face = data["face"][apart]
    both = looks.together(data["first"][apart], data["looks"][apart])
    alone = likelihoods(net, plain(data["square"][apart]))
    x = np.column_stack([logit(both), logit(alone)])
    fitted = LogisticRegression(max_iter=3000).fit(x, face)
    print(f"{apart.sum()} candidates apart, {face.sum()} of them faces; area under the curve:")
    print(f"looks {roc_auc_score(face, both):.4f}, net {roc_auc_score(face, alone):.4f}, "
          f"together {roc_auc_score(face, fitted.decision_function(x)):.4f}")
    print(f"ofLooks {fitted.coef_[0][0]:.3f} ofNet {fitted.coef_[0][1]:.3f}; measure.py sets the scale and the offset")


def export(net, file):
    torch.onnx.export(
        Likelihood(net), torch.zeros(1, 3, SIDE, SIDE), str(file),
        input_names=["square"], output_names=["likelihood"], opset_version=17, dynamo=False,
    )
    print(f"{file}: {file.stat().st_size} bytes, sha256 {hashlib.sha256(file.read_bytes()).hexdigest()}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True, nargs="+")
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent / "model.onnx")
    options.add_argument("--epochs", type=int, default=12)
    given = options.parse_args()
    # one thread and one machine: the same seed then gives the same weights
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    sets = [dict(np.load(file)) for file in given.data]
    data = {key: np.concatenate([one[key] for one in sets]) for key in ("mix", "face", "size", "cover", "first", "looks", "square")}
    print(f"{len(data['face'])} squares, {data['face'].sum()} of them faces", flush=True)
    net = train(data, ~data["mix"], given.epochs)
    weigh(data, net)
    export(net, given.out)


if __name__ == "__main__":
    main()

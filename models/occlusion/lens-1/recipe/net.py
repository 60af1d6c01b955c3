"""The net: fully convolutional, 128 x 72 in, 16 x 9 cells out, with a look at the whole picture in between."""

import torch
from torch import nn
from torch.nn import functional as F


class Block(nn.Module):
    """Depthwise and pointwise convolution with a short cut."""

    def __init__(self, channels, dilation):
        super().__init__()
        self.depthwise = nn.Conv2d(channels, channels, 3, padding=dilation, dilation=dilation, groups=channels, bias=False)
        self.norm = nn.BatchNorm2d(channels)
        self.wide = nn.Conv2d(channels, 2 * channels, 1)
        self.narrow = nn.Conv2d(2 * channels, channels, 1)

    def forward(self, x):
        return x + self.narrow(F.relu(self.wide(self.norm(self.depthwise(x)))))


class LensNet(nn.Module):
    """BGR 0..255, (n, 3, 72, 128) to two logits a cell, (n, 2, 9, 16): on the lens, parked before the view."""

    def __init__(self, width=48):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 16, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
            nn.Conv2d(16, 32, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
            nn.Conv2d(32, width, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
        )
        self.near = nn.Sequential(Block(width, 1), Block(width, 2))
        # whether the whole scene is blurred, dark or plain is what tells a cover from it
        self.whole = nn.Sequential(nn.Linear(2 * width, width), nn.ReLU(), nn.Linear(width, width))
        self.far = nn.Sequential(Block(width, 1), Block(width, 3), Block(width, 1))
        self.cells = nn.Conv2d(width, 2, 1)

    def forward(self, x):
        x = self.near(self.stem(x / 127.5 - 1))
        context = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)
        x = x + self.whole(context)[:, :, None, None]
        return self.cells(self.far(x))


class Probabilities(nn.Module):
    """What is exported: the same with probabilities."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, picture):
        return torch.sigmoid(self.net(picture))

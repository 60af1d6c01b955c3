"""The net: fully convolutional, 128 x 72 in, 16 x 9 cells out, with a look at the whole picture in between."""

import torch
from torch import nn
from torch.nn import functional as F


def layer(inputs, outputs, stride=1, dilation=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride=stride, padding=dilation, dilation=dilation, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    )


class LensNet(nn.Module):
    """BGR 0..255, (n, 3, 72, 128) to two logits a cell, (n, 2, 9, 16): on the lens, parked before the view."""

    def __init__(self, width=48):
        super().__init__()
        self.stem = nn.Sequential(layer(6, 16, 2), layer(16, 32, 2), layer(32, width, 2))
        # whether the whole scene is blurred, dark or plain is what tells a cover from it
        self.whole = nn.Sequential(nn.Linear(2 * width, width), nn.ReLU(), nn.Linear(width, width))
        self.one = layer(width, width, 1, 1)
        self.two = layer(width, width, 1, 2)
        self.three = layer(width, width, 1, 3)
        self.cells = nn.Conv2d(width, 2, 1)

    @staticmethod
    def senses(bgr):
        """Colour, and how steep the luma is across, down and over a longer way: on a logarithmic scale, as covers lie low on it."""
        luma = 0.114 * bgr[:, 0:1] + 0.587 * bgr[:, 1:2] + 0.299 * bgr[:, 2:3]
        across = F.pad(luma[:, :, :, 1:] - luma[:, :, :, :-1], (0, 1, 0, 0))
        down = F.pad(luma[:, :, 1:, :] - luma[:, :, :-1, :], (0, 0, 0, 1))
        far = luma - F.avg_pool2d(luma, 9, 1, 4, count_include_pad=False)
        steep = torch.log(1 + torch.cat([across, down, far], 1).abs()) / 2
        return torch.cat([bgr / 127.5 - 1, steep - 0.5], 1)

    def forward(self, x):
        x = self.stem(self.senses(x))
        context = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)
        x = F.relu(x + self.whole(context)[:, :, None, None])
        x = x + self.one(x)
        x = x + self.two(x)
        x = x + self.three(x)
        return self.cells(x)


class Probabilities(nn.Module):
    """What is exported: the same with probabilities."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, picture):
        return torch.sigmoid(self.net(picture))

"""The net: the square around a candidate in, how likely it shows a face out. It says nothing about whose."""

import torch
from torch import nn

SIDE = 56


def layer(inputs, outputs, stride=1):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


class FaceNet(nn.Module):
    """BGR 0..255, (n, 3, 56, 56) to a logit, (n, 1)."""

    def __init__(self):
        super().__init__()
        self.stem = layer(3, 24, 2)
        self.a = layer(24, 32)
        self.b = layer(32, 48, 2)
        self.c = layer(48, 48)
        self.d = layer(48, 72, 2)
        self.e = layer(72, 72)
        self.drop = nn.Dropout(0.3)
        self.out = nn.Linear(144, 1)

    @staticmethod
    def senses(bgr):
        """Without the square's own light and contrast: a dim face is the same face."""
        middle = bgr.mean((1, 2, 3), keepdim=True)
        off = bgr - middle
        return off / (torch.sqrt((off * off).mean((1, 2, 3), keepdim=True)) + 4)

    def forward(self, x):
        x = self.b(self.a(self.stem(self.senses(x))))
        x = x + self.c(x)
        x = self.d(x)
        x = x + self.e(x)
        return self.out(self.drop(torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)))


class Likelihood(nn.Module):
    """What is exported: the same with a probability."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, square):
        return torch.sigmoid(self.net(square))

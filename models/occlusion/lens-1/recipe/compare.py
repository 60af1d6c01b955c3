"""Both forms of the Java meter side by side, out of the meters.csv that MetersOverASetTest left beside the pictures.

    compare.py DATA
"""

import csv
import json
import pathlib
import sys

from measure import source

KINDS = ["classical", "net"]


def rows(data):
    for folder in sorted(pathlib.Path(data).glob("test-*")):
        lines = [json.loads(line) for line in (folder / "annotations.jsonl").read_text().splitlines()]
        told = {row[0]: row[1:] for row in csv.reader((folder / "meters.csv").open())}
        for line in lines:
            yield line, told[line["file"]]


def main():
    table = {}
    for line, told in rows(sys.argv[1]):
        cover = line["cover"]
        names = []
        if cover:
            names = [f"1 cover: {cover['family']}"]
            masked = cover["cells"].count("#") / len(cover["cells"])
            size = "2-5%" if masked < 0.05 else "5-15%" if masked < 0.15 else "15-50%" if masked < 0.5 else "50% and more"
            if cover["family"] != "parked":
                names += [f"2 covered {size} (no parked)"]
        else:
            names = [f"3 clean: {line['variant']}", "4 clean: all"]
            if line["variant"] == "as_is":
                names.append(f"5 real: {source(line['base'])}")
        for name in names:
            counts = table.setdefault(name, {kind: [0, 0, 0] for kind in KINDS})
            for kind, share in zip(KINDS, told):
                counts[kind][0] += 1
                if share[0].isdigit():
                    counts[kind][1] += 1
                    counts[kind][2] += float(share) > 0
    print("| pictures | n | classical: assessed, says covered | net: assessed, says covered |")
    print("| --- | --- | --- | --- |")
    for name in sorted(table):
        cells = [f"{table[name][kind][1]}, {table[name][kind][2]}" for kind in KINDS]
        print(f"| {name[2:]} | {table[name]['net'][0]} | {cells[0]} | {cells[1]} |")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Makes the icons of all sizes from stepwise.svg. Needs rsvg-convert.

Run it here after a change of the drawing; what it makes is kept with the sources, because the
installers are built with nothing but a JDK.
"""

import pathlib
import struct
import subprocess

HERE = pathlib.Path(__file__).parent
JPACKAGE = HERE.parent.parent / "jpackage"


def png(size):
    return subprocess.run(
        ["rsvg-convert", "-w", str(size), "-h", str(size), HERE / "stepwise.svg"],
        check=True,
        capture_output=True,
    ).stdout


def ico(sizes):
    """An icon of Windows: a directory of entries, then a PNG each."""
    pictures = [png(size) for size in sizes]
    head = struct.pack("<HHH", 0, 1, len(sizes))
    offset = len(head) + 16 * len(sizes)
    for size, picture in zip(sizes, pictures):
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(pictures)


def icns(kinds):
    """An icon of macOS: a PNG each under the name of its size."""
    body = b""
    for kind, size in kinds:
        picture = png(size)
        body += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


for size in (16, 24, 32, 48, 64, 128, 256):
    (HERE / f"stepwise-{size}.png").write_bytes(png(size))
(JPACKAGE / "linux" / "stepwise.png").write_bytes(png(256))
(JPACKAGE / "windows" / "stepwise.ico").write_bytes(ico([16, 24, 32, 48, 64, 128, 256]))
(JPACKAGE / "macos" / "stepwise.icns").write_bytes(
    icns(
        [
            (b"icp4", 16),
            (b"icp5", 32),
            (b"ic11", 32),
            (b"ic12", 64),
            (b"ic07", 128),
            (b"ic13", 256),
            (b"ic08", 256),
            (b"ic14", 512),
            (b"ic09", 512),
        ]
    )
)

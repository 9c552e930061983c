#!/bin/sh
# Run by jpackage before the image is packed: gives the files the times for which the cache of
# classes was made, see Installer.java.
set -eu
TZ=UTC find . -type f -exec touch -t 202601010000.00 {} +

package dev.stepwise.playback;

/// Where a walk stands, and at which depth it goes on; the position may be a leaf above it.
record Place(Position position, int depth) {}

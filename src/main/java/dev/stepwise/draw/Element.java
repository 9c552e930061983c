package dev.stepwise.draw;

/// Something on a stage that can be pointed at, clicked and lit: a point, a cell, a bar. Each
/// exercise has its own, as records, so that equal elements are equal.
public interface Element {}

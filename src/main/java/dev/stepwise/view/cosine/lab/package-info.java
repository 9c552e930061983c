/// Experiments with searches: exact against approximate, float32 against float64, sort against
/// heap.
@NullMarked
package dev.stepwise.view.cosine.lab;

import org.jspecify.annotations.NullMarked;

/// Practising on a run: predicting its steps, working out its numbers. Knows no window.
@NullMarked
package dev.stepwise.practice;

import org.jspecify.annotations.NullMarked;

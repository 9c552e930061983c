/// Two runs of an exercise, side by side. Knows no exercise.
@NullMarked
package dev.stepwise.view.compare;

import org.jspecify.annotations.NullMarked;

/// Lectures: stops with notes, each a place in a run. It draws nothing.
@NullMarked
package dev.stepwise.lecture;

import org.jspecify.annotations.NullMarked;

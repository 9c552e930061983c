/// What pictures are made of, on any surface: pen, panels, charts, colours, and what can be asked
/// about in them. Knows no exercise.
@NullMarked
package dev.stepwise.draw;

import org.jspecify.annotations.NullMarked;

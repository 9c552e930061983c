/// Reads printed formulas and sentences as a person does and recomputes them from the numbers that
/// are printed. Written apart from what prints them, so that a mistake there is none here.
@NullMarked
package dev.stepwise.testing.arithmetic;

import org.jspecify.annotations.NullMarked;

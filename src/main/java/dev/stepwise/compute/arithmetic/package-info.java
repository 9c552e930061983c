/// Arithmetic as it is printed: terms, and lines of them whose digits are chosen so that whoever
/// recomputes with the printed operands gets the printed result.
@NullMarked
package dev.stepwise.compute.arithmetic;

import org.jspecify.annotations.NullMarked;

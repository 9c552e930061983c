/// Formulas, set and drawn.
@NullMarked
package dev.stepwise.formula;

import org.jspecify.annotations.NullMarked;

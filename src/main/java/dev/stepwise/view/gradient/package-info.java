/// Gradient descent and backpropagation on the screen.
@NullMarked
package dev.stepwise.view.gradient;

import org.jspecify.annotations.NullMarked;

/// Exercise 5: gradient descent with backpropagation, for a two-layer network and for linear
/// regression, and a probe of how the start of the weights carries a signal through many layers.
@NullMarked
package dev.stepwise.compute.gradient;

import org.jspecify.annotations.NullMarked;

/// A forward pass through many layers: what the start of the weights does to the signal. Nothing
/// here knows of steps.
@NullMarked
package dev.stepwise.compute.gradient.probe;

import org.jspecify.annotations.NullMarked;

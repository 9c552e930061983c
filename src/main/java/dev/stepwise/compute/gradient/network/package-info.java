/// The two-layer network: its forward and its backward pass as the textbook's equations, the start
/// of its weights, and the check of its gradients by central differences. Nothing here knows of
/// steps.
@NullMarked
package dev.stepwise.compute.gradient.network;

import org.jspecify.annotations.NullMarked;

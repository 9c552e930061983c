/// Self-attention with one head.
@NullMarked
package dev.stepwise.compute.attention;

import org.jspecify.annotations.NullMarked;

/// How long work takes, measured so that the numbers teach something.
@NullMarked
package dev.stepwise.compute.timing;

import org.jspecify.annotations.NullMarked;

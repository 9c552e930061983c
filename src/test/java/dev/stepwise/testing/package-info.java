/// Helpers of several tests.
@NullMarked
package dev.stepwise.testing;

import org.jspecify.annotations.NullMarked;

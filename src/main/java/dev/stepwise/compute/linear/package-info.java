/// Linear algebra that several exercises share.
@NullMarked
package dev.stepwise.compute.linear;

import org.jspecify.annotations.NullMarked;

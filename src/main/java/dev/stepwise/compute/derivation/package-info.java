/// Where numbers come from: the address of every number of a frame, and how each came to be from
/// others. What explains, asks for, compares or checks numbers speaks of these.
@NullMarked
package dev.stepwise.compute.derivation;

import org.jspecify.annotations.NullMarked;

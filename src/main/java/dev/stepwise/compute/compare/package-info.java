/// Two runs in lockstep. No exercise knows that it is being compared.
@NullMarked
package dev.stepwise.compute.compare;

import org.jspecify.annotations.NullMarked;

/// Linear regression and its loss surface. Nothing here knows of steps.
@NullMarked
package dev.stepwise.compute.gradient.regression;

import org.jspecify.annotations.NullMarked;

/// The run model: what every exercise's run is made of.
@NullMarked
package dev.stepwise.compute.run;

import org.jspecify.annotations.NullMarked;

/// Files nobody wrote, read by everything that reads: what comes of each is either usable or
/// refused in words. `mvn -Pfuzz verify` does it at length, see [dev.stepwise.fuzz.FuzzTest].
@NullMarked
package dev.stepwise.fuzz;

import org.jspecify.annotations.NullMarked;

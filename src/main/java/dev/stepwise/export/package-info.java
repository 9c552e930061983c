/// What leaves the app: traces of runs.
@NullMarked
package dev.stepwise.export;

import org.jspecify.annotations.NullMarked;

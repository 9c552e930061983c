/// A learner's implementation against a run: which of its arrays agree with the run's, the first
/// that does not, and the likely mistake.
@NullMarked
package dev.stepwise.check;

import org.jspecify.annotations.NullMarked;

/// What a learner does: numbers by hand, predictions, bugs to hunt, and how they went. Made from
/// runs; knows no window.
@NullMarked
package dev.stepwise.quiz;

import org.jspecify.annotations.NullMarked;

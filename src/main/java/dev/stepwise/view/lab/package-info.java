/// The parts that the labs of all exercises share: experiments that are computed on demand, in the
/// background, and shown as cards.
@NullMarked
package dev.stepwise.view.lab;

import org.jspecify.annotations.NullMarked;

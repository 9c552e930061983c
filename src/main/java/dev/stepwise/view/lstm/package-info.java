/// The LSTM cell on the screen.
@NullMarked
package dev.stepwise.view.lstm;

import org.jspecify.annotations.NullMarked;

/// The lab of the LSTM cell.
@NullMarked
package dev.stepwise.view.lstm.lab;

import org.jspecify.annotations.NullMarked;

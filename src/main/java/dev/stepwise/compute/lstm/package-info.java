/// The LSTM cell, with the GRU and the plain recurrent cell beside it.
@NullMarked
package dev.stepwise.compute.lstm;

import org.jspecify.annotations.NullMarked;

/// What presenting to a room needs beside its windows: which goes where, what is on the wall, how
/// the time goes. No JavaFX.
@NullMarked
package dev.stepwise.presenting;

import org.jspecify.annotations.NullMarked;

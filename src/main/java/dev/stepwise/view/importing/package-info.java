/// Own data: a dialog that reads a table of numbers from a file, from pasted text, or from the data
/// sets that come with the program.
@NullMarked
package dev.stepwise.view.importing;

import org.jspecify.annotations.NullMarked;

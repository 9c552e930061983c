/// Checking code of one's own in the window: what is open and what came of it, the tab that tells
/// it, the picture of two arrays, the walk through the code.
@NullMarked
package dev.stepwise.shell.checking;

import org.jspecify.annotations.NullMarked;

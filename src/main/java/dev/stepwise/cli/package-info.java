/// The command line, and the one entry point.
@NullMarked
package dev.stepwise.cli;

import org.jspecify.annotations.NullMarked;

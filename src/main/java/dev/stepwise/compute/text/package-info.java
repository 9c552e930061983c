/// Text as Unicode has it: its words, and whether it is text at all.
@NullMarked
package dev.stepwise.compute.text;

import org.jspecify.annotations.NullMarked;

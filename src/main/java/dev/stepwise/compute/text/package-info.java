/// Text as Unicode has it: its words.
@NullMarked
package dev.stepwise.compute.text;

import org.jspecify.annotations.NullMarked;

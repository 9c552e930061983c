/// Byte pair encoding on the screen.
@NullMarked
package dev.stepwise.view.bpe;

import org.jspecify.annotations.NullMarked;

/// Self-attention on the screen.
@NullMarked
package dev.stepwise.view.attention;

import org.jspecify.annotations.NullMarked;

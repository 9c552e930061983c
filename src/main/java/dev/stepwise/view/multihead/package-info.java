/// Multi-head attention on the screen.
@NullMarked
package dev.stepwise.view.multihead;

import org.jspecify.annotations.NullMarked;

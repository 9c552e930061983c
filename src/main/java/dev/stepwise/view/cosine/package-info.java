/// Cosine similarity search on the screen.
@NullMarked
package dev.stepwise.view.cosine;

import org.jspecify.annotations.NullMarked;

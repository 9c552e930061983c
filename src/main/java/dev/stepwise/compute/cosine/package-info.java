/// Cosine similarity search: the algorithm, its run and what its steps say.
@NullMarked
package dev.stepwise.compute.cosine;

import org.jspecify.annotations.NullMarked;

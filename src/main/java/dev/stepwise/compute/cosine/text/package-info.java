/// From texts to vectors: words, TF-IDF weights, truncated singular value decomposition.
@NullMarked
package dev.stepwise.compute.cosine.text;

import org.jspecify.annotations.NullMarked;

/// How k-means is shown.
@NullMarked
package dev.stepwise.view.kmeans;

import org.jspecify.annotations.NullMarked;

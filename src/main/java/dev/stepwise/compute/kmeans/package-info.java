/// K-means clustering.
@NullMarked
package dev.stepwise.compute.kmeans;

import org.jspecify.annotations.NullMarked;

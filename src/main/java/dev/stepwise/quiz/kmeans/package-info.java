/// What can be predicted of k-means.
@NullMarked
package dev.stepwise.quiz.kmeans;

import org.jspecify.annotations.NullMarked;

/// The lab of k-means: experiments on its points. They are computed in
/// [dev.stepwise.compute.kmeans]; here they are put into pictures and words.
@NullMarked
package dev.stepwise.view.kmeans.lab;

import org.jspecify.annotations.NullMarked;

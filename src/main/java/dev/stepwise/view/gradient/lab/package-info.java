/// The lab of gradient descent: experiments on its problems. They are computed in
/// [dev.stepwise.compute.gradient]; here they are put into pictures and words.
@NullMarked
package dev.stepwise.view.gradient.lab;

import org.jspecify.annotations.NullMarked;

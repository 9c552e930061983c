/// What can be predicted of gradient descent and backpropagation.
@NullMarked
package dev.stepwise.quiz.gradient;

import org.jspecify.annotations.NullMarked;

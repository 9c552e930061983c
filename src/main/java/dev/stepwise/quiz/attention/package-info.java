/// What can be predicted of self-attention.
@NullMarked
package dev.stepwise.quiz.attention;

import org.jspecify.annotations.NullMarked;

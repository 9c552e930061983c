/// What can be predicted of a similarity search.
@NullMarked
package dev.stepwise.quiz.cosine;

import org.jspecify.annotations.NullMarked;

/// What can be predicted of multi-head attention.
@NullMarked
package dev.stepwise.quiz.multihead;

import org.jspecify.annotations.NullMarked;

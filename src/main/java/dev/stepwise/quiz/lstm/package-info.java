/// What can be predicted of recurrent cells.
@NullMarked
package dev.stepwise.quiz.lstm;

import org.jspecify.annotations.NullMarked;

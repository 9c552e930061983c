/// What can be predicted of BPE.
@NullMarked
package dev.stepwise.quiz.bpe;

import org.jspecify.annotations.NullMarked;

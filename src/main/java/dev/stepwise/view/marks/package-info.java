/// The marks that stages are made of. They know no exercise.
@NullMarked
package dev.stepwise.view.marks;

import org.jspecify.annotations.NullMarked;

/// What an exercise is, and what it can be given.
@NullMarked
package dev.stepwise.compute.exercise;

import org.jspecify.annotations.NullMarked;

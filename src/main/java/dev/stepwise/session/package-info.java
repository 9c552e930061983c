/// What is open: the problem with its edits, the player of its run, and places to come back to. It
/// draws nothing, and its threads are given to it.
@NullMarked
package dev.stepwise.session;

import org.jspecify.annotations.NullMarked;

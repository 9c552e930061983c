/// Work that takes a while, off the window's thread: progress, cancel, the latest request wins.
@NullMarked
package dev.stepwise.job;

import org.jspecify.annotations.NullMarked;

/// Byte pair encoding: learning merges from words, and encoding new words with them.
@NullMarked
package dev.stepwise.compute.bpe;

import org.jspecify.annotations.NullMarked;

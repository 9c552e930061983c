/// The lab of byte pair encoding.
@NullMarked
package dev.stepwise.view.bpe.lab;

import org.jspecify.annotations.NullMarked;

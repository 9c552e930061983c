/// The lab of self-attention.
@NullMarked
package dev.stepwise.view.attention.lab;

import org.jspecify.annotations.NullMarked;

/// Multi-head attention: several heads of self-attention side by side.
@NullMarked
package dev.stepwise.compute.multihead;

import org.jspecify.annotations.NullMarked;

/// The lab of multi-head attention.
@NullMarked
package dev.stepwise.view.multihead.lab;

import org.jspecify.annotations.NullMarked;

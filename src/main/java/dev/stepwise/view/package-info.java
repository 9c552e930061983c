/// How exercises are shown.
@NullMarked
package dev.stepwise.view;

import org.jspecify.annotations.NullMarked;

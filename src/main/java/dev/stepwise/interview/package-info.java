/// Mock interviews: one that is under way, those that were held. Knows no window.
@NullMarked
package dev.stepwise.interview;

import org.jspecify.annotations.NullMarked;

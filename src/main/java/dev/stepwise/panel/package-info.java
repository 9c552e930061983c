/// What stands beside a stage: words, code, tables of values.
@NullMarked
package dev.stepwise.panel;

import org.jspecify.annotations.NullMarked;

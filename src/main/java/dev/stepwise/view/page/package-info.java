/// A step as a page: the stage with its words, formulas, code and timeline, for pictures and
/// lecture halls.
@NullMarked
package dev.stepwise.view.page;

import org.jspecify.annotations.NullMarked;

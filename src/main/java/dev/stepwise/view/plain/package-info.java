/// The stage of an exercise that has no picture of its own yet: the variables of its frames, as
/// matrices whose numbers explain themselves.
@NullMarked
package dev.stepwise.view.plain;

import org.jspecify.annotations.NullMarked;

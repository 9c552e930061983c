/// The window: navigation, the screen of an exercise, transport, keys, presenting, settings.
@NullMarked
package dev.stepwise.shell;

import org.jspecify.annotations.NullMarked;

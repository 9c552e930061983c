/// Texts, listings and presets: what is taught, apart from what is computed.
@NullMarked
package dev.stepwise.lesson;

import org.jspecify.annotations.NullMarked;

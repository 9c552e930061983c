/// How practising is shown in the window: the band over the stage, the tabs of the panel, the keys.
@NullMarked
package dev.stepwise.shell.practising;

import org.jspecify.annotations.NullMarked;

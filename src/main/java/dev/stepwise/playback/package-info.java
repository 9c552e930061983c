/// The step/pause controller: positions in a run, moving between them, playing, pausing. No JavaFX.
@NullMarked
package dev.stepwise.playback;

import org.jspecify.annotations.NullMarked;

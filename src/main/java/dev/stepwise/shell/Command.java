package dev.stepwise.shell;

/// What a key can ask for.
enum Command {
  PLAY_PAUSE,
  OVER,
  BACK,
  INTO,
  OUT,
  NEXT_PHASE,
  PREVIOUS_PHASE,
  START,
  END,
  FASTER,
  SLOWER,
  RESTART,
  GO_TO,
  WHY,
  UNDO,
  REDO,
  COPY_PICTURE,
  SAVE_PICTURE,
  PREDICT,
  BY_HAND,
  HUNT,
  COMPARE,
  FIRST_DIFFERENCE,
  PRESENT,
  BLANK,
  SPOTLIGHT,
  DRAW,
  LEAVE,
  KEYS
}

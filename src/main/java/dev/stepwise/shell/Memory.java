package dev.stepwise.shell;

import dev.stepwise.lecture.Session;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What is kept of a session, so that it is there again after the app has ended, however it did.
///
/// @param before what was kept the last time
/// @param keep told what is to be kept now; must return at once
/// @param clock the time
public record Memory(Session before, Consumer<Session> keep, InstantSource clock) {
  /// Nothing is kept.
  public static final Memory NONE = new Memory(Session.NONE, _ -> {}, InstantSource.system());
}

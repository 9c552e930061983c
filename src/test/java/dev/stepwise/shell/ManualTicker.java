package dev.stepwise.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Frames that come when a test says so.
final class ManualTicker implements Ticker {
  private final List<LongConsumer> frames = new ArrayList<>();
  private long now;

  @Override
  public Ticking start(LongConsumer frame) {
    frames.add(frame);
    return () -> frames.remove(frame);
  }

  /// Lets time pass, then tells of one frame.
  void advanceMillis(long millis) {
    now += millis * 1_000_000;
    List.copyOf(frames).forEach(frame -> frame.accept(now));
  }

  int listeners() {
    return frames.size();
  }
}

package dev.stepwise.shell;

import java.util.ArrayList;
import java.util.List;

/// What is remembered of lectures.
///
/// @param notesSize of the notes in the presenter's window, in pixels at a text scale of 1
/// @param recent files that were opened or saved, the newest first
public record LectureSettings(double notesSize, List<String> recent) {
  private static final double USUAL = 21;
  private static final double LEAST = 12;
  private static final double MOST = 60;
  private static final int MOST_RECENT = 8;

  /// What a first start has.
  public static final LectureSettings NONE = new LectureSettings(USUAL, List.of());

  /// Brings the size into its range, and keeps the newest files.
  public LectureSettings {
    notesSize = Double.isFinite(notesSize) ? Math.clamp(notesSize, LEAST, MOST) : USUAL;
    recent = List.copyOf(recent.subList(0, Math.min(MOST_RECENT, recent.size())));
  }

  /// The same with notes of another size.
  LectureSettings sized(double other) {
    return new LectureSettings(other, recent);
  }

  /// The same after a file was opened or saved.
  LectureSettings using(String file) {
    var files = new ArrayList<>(recent);
    files.remove(file);
    files.addFirst(file);
    return new LectureSettings(notesSize, files);
  }

  /// The same without a file that is no more.
  LectureSettings without(String file) {
    return new LectureSettings(
        notesSize, recent.stream().filter(each -> !each.equals(file)).toList());
  }
}

package dev.stepwise.lecture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What students may do by themselves at a stop, beside looking at it.
public enum Freedom {
  /// Step back and on.
  STEP("step", "step back and on"),
  /// Change the settings of the run.
  SETTINGS("settings", "change settings"),
  /// Change its data.
  DATA("data", "change the data");

  private final String id;
  private final String words;

  Freedom(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /// Its name in files.
  public String id() {
    return id;
  }

  /// What it is, after “students may”.
  public String words() {
    return words;
  }

  /// The one of a name.
  static Optional<Freedom> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  /// Their names in files.
  static List<String> ids() {
    return Arrays.stream(values()).map(Freedom::id).toList();
  }
}

package dev.stepwise.platform;

import java.util.Arrays;
import java.util.Locale;

/// A short name of a defect, to be told by whoever reports it. The same defect has the same one on
/// every machine and in every version that has its method.
///
/// @param code such as `SW-1A2B3C4D`
public record DefectCode(String code) {
  private static final String OWN = "dev.stepwise.";

  /// Of what was thrown: its kind, and the first method of the app that it came through. Where
  /// something was thrown because of something else, the first cause counts.
  public static DefectCode of(Throwable thrown) {
    var cause = thrown;
    // Causes may go round in a circle.
    for (int depth = 0; depth < 100 && cause.getCause() != null; depth++) {
      cause = cause.getCause();
    }
    var place =
        Arrays.stream(cause.getStackTrace())
            .filter(at -> at.getClassName().startsWith(OWN))
            .findFirst()
            .map(at -> at.getClassName() + "." + at.getMethodName())
            .orElse("");
    int hash = (cause.getClass().getName() + " " + place).hashCode();
    return new DefectCode(String.format(Locale.ROOT, "SW-%08X", hash));
  }

  @Override
  public String toString() {
    return code;
  }
}

package dev.stepwise.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The files that are shipped inside the app, under `/assets`.
final class Resources {
  private Resources() {}

  static boolean exist(String path) {
    return Resources.class.getResource(path) != null;
  }

  /// @throws IllegalStateException where there is no such file: a defect of the app
  static byte[] read(String path) {
    try (var in = Resources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the app lacks its file " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the app cannot read its file " + path, e);
    }
  }
}

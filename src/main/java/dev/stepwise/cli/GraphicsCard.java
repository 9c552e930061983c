package dev.stepwise.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Whether this machine has something that draws faster than its processor. JavaFX finds out by
/// itself, but on Linux it loads OpenGL and starts it for that, a tenth of a second and more, only
/// to leave it again where OpenGL would be computed by the processor.
final class GraphicsCard {
  /// JavaFX's property of the ways to draw, in the order in which they are tried.
  private static final String ORDER = "prism.order";

  /// One of these is there wherever a program can use a card: the kernel's own drivers, NVIDIA's,
  /// Windows' beneath Linux, ARM's.
  private static final List<Path> DEVICES =
      List.of(
          Path.of("/dev/dri"),
          Path.of("/dev/nvidiactl"),
          Path.of("/dev/dxg"),
          Path.of("/dev/mali0"));

  private GraphicsCard() {}

  /// Spares JavaFX the search where there can be none; what the user asked for holds.
  static void searchOnlyWhereOneCanBe() {
    if (System.getProperty(ORDER) == null
        && !canBeThere(System.getProperty("os.name", ""), Files::exists)) {
      System.setProperty(ORDER, "sw");
    }
  }

  /// Whether there can be one.
  ///
  /// @param exists tells whether a device is there
  static boolean canBeThere(String system, Predicate<Path> exists) {
    return !system.toLowerCase(Locale.ROOT).contains("linux") || DEVICES.stream().anyMatch(exists);
  }
}

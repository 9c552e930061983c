package dev.stepwise.cli;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Whether a window can be opened. Asked before JavaFX is, because JavaFX that has failed to find a
/// display cannot draw pictures in the same process either.
final class Display {
  private Display() {}

  static boolean isThere() {
    return isThere(System.getProperty("os.name", ""), System.getenv());
  }

  /// Windows and macOS always have one. Elsewhere there must be an X server that answers; one on
  /// another machine is taken at its word.
  static boolean isThere(String system, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win") || name.contains("mac")) {
      return true;
    }
    var display = environment.getOrDefault("DISPLAY", "");
    if (display.isEmpty()) {
      return false;
    }
    if (!display.startsWith(":")) {
      return true;
    }
    var number = display.substring(1).replaceFirst("\\..*", "");
    return answers(Path.of("/tmp/.X11-unix/X" + number));
  }

  private static boolean answers(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException _) {
      return false;
    }
  }
}

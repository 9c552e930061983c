package dev.stepwise.shell;

import java.util.Objects;
import javafx.scene.image.Image;

/// The picture that stands for the app.
final class AppIcon {
  private AppIcon() {}

  /// The picture at one of the sizes that it was drawn for: 16, 32, 48, 128.
  static Image at(int size) {
    var path = "/assets/icon/stepwise-" + size + ".png";
    return new Image(
        Objects.requireNonNull(AppIcon.class.getResource(path), path).toExternalForm());
  }
}

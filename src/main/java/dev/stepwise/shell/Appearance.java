package dev.stepwise.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;

/// Theme, text size and motion, from the settings and, where they leave it open, from the system.
/// Closed, it follows them no more, and nothing of who listens to it is kept.
public final class Appearance implements AutoCloseable {
  /// The size of text at a text scale of 1, in pixels.
  static final double BODY_SIZE = 14;

  private static final Duration LONGEST_ANIMATION = Duration.ofMillis(350);

  private final SettingsModel settings;
  private final ReadOnlyObjectWrapper<Look> look;
  private final Subscription following;

  /// Follows the settings and the system from now on.
  public Appearance(SettingsModel settings) {
    this.settings = settings;
    this.look = new ReadOnlyObjectWrapper<>(currentLook());
    var preferences = Platform.getPreferences();
    following =
        Subscription.combine(
            settings.property().subscribe((_, _) -> refresh()),
            preferences.colorSchemeProperty().subscribe((_, _) -> refresh()),
            preferences.reducedMotionProperty().subscribe((_, _) -> refresh()));
    useTheme();
  }

  private Appearance(Appearance whole) {
    settings = whole.settings;
    look = new ReadOnlyObjectWrapper<>(whole.look.get());
    following = whole.look.subscribe((_, now) -> look.set(now));
  }

  /// The same for a part of the window that is closed before the window is.
  Appearance ofPart() {
    return new Appearance(this);
  }

  @Override
  public void close() {
    following.unsubscribe();
  }

  /// The colours and sizes of the window's pictures.
  public ReadOnlyObjectProperty<Look> look() {
    return look.getReadOnlyProperty();
  }

  /// How long a picture may take to move from a step to the next; zero for not at all.
  public Duration longestAnimation() {
    boolean reduced =
        switch (settings.get().motion()) {
          case SYSTEM -> Platform.getPreferences().isReducedMotion();
          case REDUCED -> true;
          case FULL -> false;
        };
    return reduced ? Duration.ZERO : LONGEST_ANIMATION;
  }

  /// Gives a scene's root the text size, now and when it changes.
  ///
  /// @return ends it
  public Subscription applyTo(Parent root) {
    setTextSize(root);
    return settings
        .property()
        .subscribe((before, now) -> {
          if (before.textScale() != now.textScale()) {
            setTextSize(root);
          }
        });
  }

  private void setTextSize(Parent root) {
    root.setStyle(
        String.format(
            Locale.ROOT, "-fx-font-size: %.2fpx;", BODY_SIZE * settings.get().textScale()));
  }

  private void refresh() {
    var now = currentLook();
    if (!now.equals(look.get())) {
      boolean themeChanged = now.palette().dark() != look.get().palette().dark();
      look.set(now);
      if (themeChanged) {
        useTheme();
      }
    }
  }

  /// Pop-ups are closed before, since they take their colours from what they belong to: they would
  /// be styled anew while that has none.
  private void useTheme() {
    for (var window : List.copyOf(Window.getWindows())) {
      switch (window) {
        case PopOver popOver -> popOver.hide(javafx.util.Duration.ZERO);
        case PopupWindow popup -> popup.hide();
        default -> {}
      }
    }
    var theme = look.get().palette().dark() ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
  }

  private Look currentLook() {
    boolean dark =
        switch (settings.get().theme()) {
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
          case LIGHT -> false;
          case DARK -> true;
        };
    return new Look(
        dark ? Palette.DARK : Palette.LIGHT, settings.get().textScale(), Look.Density.WINDOW);
  }
}

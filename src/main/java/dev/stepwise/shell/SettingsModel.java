package dev.stepwise.shell;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The settings as they are now, to be listened to. On the JavaFX thread alone.
public final class SettingsModel {
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final Consumer<Settings> keep;

  /// @param first those to begin with
  /// @param keep told of every change, to remember it; must return at once
  public SettingsModel(Settings first, Consumer<Settings> keep) {
    this.settings = new ReadOnlyObjectWrapper<>(first);
    this.keep = keep;
  }

  /// The settings as they are now.
  public Settings get() {
    return settings.get();
  }

  /// To be listened to.
  public ReadOnlyObjectProperty<Settings> property() {
    return settings.getReadOnlyProperty();
  }

  /// Changes them.
  public void update(UnaryOperator<Settings> change) {
    var changed = change.apply(get());
    if (!changed.equals(get())) {
      settings.set(changed);
      keep.accept(changed);
    }
  }
}

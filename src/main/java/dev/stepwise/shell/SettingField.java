package dev.stepwise.shell;

import atlantafx.base.controls.ToggleSwitch;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// A control for one parameter of a problem, with its name beside it.
///
/// @param field the parameter
/// @param node the control, and its name where the control has none of its own, in a box that hears
///   the pointer also where the control is disabled
/// @param setter shows a value without telling of it
record SettingField(Field field, HBox node, Setter setter) {
  /// Shows a value.
  interface Setter {
    void set(Object value);
  }

  /// A control for a parameter; empty for kinds that are not set in the window.
  ///
  /// @param changed told of the name and the new value, in the type of the field's kind
  static Optional<SettingField> of(Field field, BiConsumer<String, Object> changed) {
    return switch (field.kind()) {
      case Kind.Choice choice -> Optional.of(choice(field, choice, changed));
      case Kind.Flag _ -> Optional.of(flag(field, changed));
      case Kind.Whole whole ->
          Optional.of(number(field, new NumberField(field.label(), whole), changed));
      case Kind.Real real ->
          Optional.of(number(field, new NumberField(field.label(), real), changed));
      case Kind.Matrix _,
          Kind.Vector _,
          Kind.Targets _,
          Kind.Strings _,
          Kind.Text _,
          Kind.Words _ ->
          Optional.empty();
    };
  }

  /// Dims the control where its value makes no difference.
  ///
  /// @param reason why it makes none; empty where it makes one
  void rest(Optional<String> reason) {
    node.getChildren().forEach(part -> part.setDisable(reason.isPresent()));
    Tooltip.uninstall(node, null); // whichever it has
    reason.ifPresent(words -> Tooltip.install(node, Controls.longTip(words)));
  }

  /// What stands for nothing, such as no marker, is said in a word.
  private static final StringConverter<String> WORDS =
      new StringConverter<>() {
        @Override
        public String toString(String option) {
          return option == null ? "" : option.isEmpty() ? "none" : option;
        }

        @Override
        public String fromString(String words) {
          throw new UnsupportedOperationException("nobody types it");
        }
      };

  private static SettingField choice(
      Field field, Kind.Choice choice, BiConsumer<String, Object> changed) {
    var box = new ComboBox<>(FXCollections.observableArrayList(choice.options()));
    box.setId("setting-" + field.name());
    box.setAccessibleText(field.label());
    box.setConverter(WORDS);
    hint(field, box);
    var choosing = Choosing.in(box, value -> changed.accept(field.name(), value));
    return new SettingField(
        field, named(field.label(), box), value -> choosing.show((String) value));
  }

  private static SettingField flag(Field field, BiConsumer<String, Object> changed) {
    var toggle = new ToggleSwitch(field.label());
    toggle.setId("setting-" + field.name());
    toggle.setAccessibleText(field.label());
    hint(field, toggle);
    var quiet = new Quiet();
    toggle
        .selectedProperty()
        .subscribe((_, value) -> quiet.unlessShowing(() -> changed.accept(field.name(), value)));
    return new SettingField(
        field, box(toggle), value -> quiet.whileShowing(() -> toggle.setSelected((Boolean) value)));
  }

  private static SettingField number(
      Field field, NumberField number, BiConsumer<String, Object> changed) {
    number.node().setId("setting-" + field.name());
    number.setOnChange(value -> changed.accept(field.name(), value));
    return new SettingField(field, named(field.label(), number.node()), number::show);
  }

  private static void hint(Field field, Control control) {
    if (!field.hint().isEmpty()) {
      control.setTooltip(Controls.longTip(field.hint()));
      control.setAccessibleHelp(field.hint());
    }
  }

  /// A control beside its name.
  static HBox named(String name, Node control) {
    Label label = Controls.label(name, "setting-name");
    label.setLabelFor(control);
    label.setOnMouseClicked(_ -> enter(control));
    return box(label, control);
  }

  /// A chip is one thing to whoever clicks it: its name leads into its control.
  private static void enter(Node control) {
    control.requestFocus();
    if (control instanceof ComboBoxBase<?> box) {
      box.show();
    }
  }

  private static HBox box(Node... parts) {
    var box = new HBox(6, parts);
    box.getStyleClass().add("setting");
    return box;
  }

  /// Keeps a control from telling of what it is only told to show.
  private static final class Quiet {
    private boolean showing;

    void whileShowing(Runnable change) {
      showing = true;
      try {
        change.run();
      } finally {
        showing = false;
      }
    }

    void unlessShowing(Runnable tell) {
      if (!showing) {
        tell.run();
      }
    }
  }
}

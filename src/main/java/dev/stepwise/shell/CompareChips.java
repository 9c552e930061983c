package dev.stepwise.shell;

import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Variation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/// In what two runs differ, and what each of them has there: both can be chosen.
final class CompareChips {

  /// What the chips ask for.
  interface Actions {
    /// Has the runs differ in another parameter, and in nothing else.
    void differIn(Field parameter);

    /// Looks for a small input on which the two settings differ.
    void findSmallest();

    /// Changes the parameter of one run.
    void change(Side side, String parameter, Object value);
  }

  private final List<Field> fields;
  private final Actions actions;
  private final HBox row = new HBox(8);
  private final ComboBox<Field> subject;
  private final Choosing<Field> choosing;
  private final HBox values = new HBox(8);
  private Optional<Two<SettingField>> shown = Optional.empty();

  CompareChips(Schema schema, Actions actions) {
    this.actions = actions;
    fields =
        schema.parameters().stream()
            .filter(field -> field.standing() != Schema.Standing.FILE_ONLY)
            .filter(field -> SettingField.of(field, (_, _) -> {}).isPresent())
            .toList();
    subject = new ComboBox<>(FXCollections.observableArrayList(fields));
    subject.setId("differs-in");
    subject.setAccessibleText("The runs differ in");
    subject.setPromptText("data");
    subject.setConverter(LABELS);
    choosing = Choosing.in(subject, actions::differIn);
    row.getStyleClass().add("compare-chips");
    var smallest =
        Controls.iconButton(
            "smallest",
            Feather.MINIMIZE_2,
            "The smallest difference: look for a small input on which the two differ",
            actions::findSmallest);
    row.getChildren().setAll(SettingField.named("Differs in", subject), values, smallest);
  }

  private static final StringConverter<Field> LABELS =
      new StringConverter<>() {
        @Override
        public String toString(Field field) {
          return field == null ? "" : field.label();
        }

        @Override
        public Field fromString(String label) {
          throw new UnsupportedOperationException("nobody types it");
        }
      };

  Node node() {
    return row;
  }

  /// Shows in what two runs differ.
  void show(Given first, Given second) {
    var differs =
        Variation.between(first, second).parameters().keySet().stream()
            .flatMap(name -> named(name).stream())
            .findFirst()
            .or(() ->
                shown.map(known -> known.first().field()).flatMap(known -> named(known.name())));
    choosing.show(differs.orElse(null));
    differs.ifPresentOrElse(
        field -> show(field, new Two<>(first, second).map(Given::parameters)),
        () -> {
          shown = Optional.empty();
          values.getChildren().clear();
        });
  }

  private Optional<Field> named(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private void show(Field field, Two<? extends Map<String, Object>> given) {
    var controls =
        shown
            .filter(known -> known.first().field().name().equals(field.name()))
            .orElseGet(() -> new Two<>(control(field, Side.FIRST), control(field, Side.SECOND)));
    shown = Optional.of(controls);
    values.getChildren().setAll(controls.first().node(), controls.second().node());
    for (var side : Side.values()) {
      Optional.ofNullable(given.of(side).get(field.name()))
          .ifPresent(controls.of(side).setter()::set);
    }
  }

  private SettingField control(Field field, Side side) {
    var mark = side == Side.FIRST ? "■" : "●";
    Consumer<Object> changed = value -> actions.change(side, field.name(), value);
    var control =
        SettingField.of(field.labelled(mark), (_, value) -> changed.accept(value)).orElseThrow();
    control.node().getStyleClass().add(side == Side.FIRST ? "first-run" : "second-run");
    var part = control.node().getChildren().getLast();
    part.setId((side == Side.FIRST ? "first-" : "second-") + field.name());
    part.setAccessibleText(field.label() + (side == Side.FIRST ? ", first run" : ", second run"));
    return control;
  }
}

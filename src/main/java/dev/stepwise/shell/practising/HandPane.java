package dev.stepwise.shell.practising;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Slot;
import dev.stepwise.formula.FormulaView;
import dev.stepwise.formula.Formulas;
import dev.stepwise.playback.Position;
import dev.stepwise.practice.Fading;
import dev.stepwise.practice.Practice;
import dev.stepwise.practice.Task;
import dev.stepwise.practice.Worksheet;
import dev.stepwise.quiz.Blank;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tab for working out numbers: those of one step, given or to be typed in, with hints.
final class HandPane extends VBox {
  private static final double FORMULA = 15;

  private final Practice<?, ?> practice;
  private final Formulas formulas;
  private final ObservableValue<Look> look;
  private final Consumer<Set<Ref>> onFocus;
  private final Runnable onTyping;
  private final Runnable onDone;
  private final Map<Integer, String> typed = new HashMap<>();
  private final Map<Integer, String> judged = new HashMap<>();
  private Optional<Position> shown = Optional.empty();
  private final Map<Integer, TextField> fields = new HashMap<>();

  /// @param onFocus told of the number that is being worked out
  /// @param onTyping told of another text of a number, or that another one is typed
  /// @param onDone told that no number is open any more, or the learner leaves the tab
  HandPane(
      Practice<?, ?> practice,
      Formulas formulas,
      ObservableValue<Look> look,
      Consumer<Set<Ref>> onFocus,
      Runnable onTyping,
      Runnable onDone) {
    super(12);
    this.practice = practice;
    this.formulas = formulas;
    this.look = look;
    this.onFocus = onFocus;
    this.onTyping = onTyping;
    this.onDone = onDone;
    setId("by-hand");
    getStyleClass().add("panel-content");
  }

  /// Shows where the work stands.
  void show() {
    fields.clear();
    getChildren().setAll(Parts.paragraph("Fewer numbers given each time", "pane-title"), order());
    if (practice.task() instanceof Task.AtWork(var sheet)) {
      if (!Optional.of(sheet.at()).equals(shown)) {
        shown = Optional.of(sheet.at());
        typed.clear();
        judged.clear();
      }
      getChildren().add(progress(sheet));
      for (int i = 0; i < sheet.lines().size(); i++) {
        getChildren().add(line(i, sheet.lines().get(i)));
      }
      if (sheet.yours() > 0) {
        getChildren().add(counts(sheet));
      }
      if (sheet.isDone()) {
        getChildren().add(Parts.iconButton("hand-on", "Go on", Feather.PLAY, practice::goOn));
      }
      sheet.open().ifPresentOrElse(this::focusLater, onDone);
    } else {
      getChildren()
          .add(
              Parts.paragraph(
                  "Step on, and the numbers of the next step are yours. What goes into a number is"
                      + " lit on the stage while you work it out.",
                  "muted"));
    }
  }

  /// What is seen of a number on the stage.
  Slot slot(int index, Worksheet.Line line) {
    var text = typed.getOrDefault(index, "");
    var blank = line.blank();
    var state =
        switch (line.state()) {
          case GIVEN -> Slot.State.GIVEN;
          case RIGHT -> Slot.State.RIGHT;
          case SHOWN -> Slot.State.GIVEN;
          case OPEN ->
              line.answers() > 0 && text.equals(judged.get(index))
                  ? Slot.State.WRONG
                  : isTyped(index) ? Slot.State.CHOSEN : Slot.State.OPEN;
        };
    return new Slot(
        marker(index),
        blank.ref().text(),
        line.state() == Worksheet.State.OPEN ? text : blank.shown(),
        state);
  }

  private boolean isTyped(int index) {
    var field = fields.get(index);
    return field != null && field.isFocused();
  }

  /// What marks a number here and on the stage.
  private static String marker(int index) {
    return String.valueOf(index + 1);
  }

  /// Types the number of a marker next.
  void choose(String marker) {
    fields.forEach((index, field) -> {
      if (marker(index).equals(marker)) {
        field.requestFocus();
      }
    });
  }

  private void check(int index, String answer) {
    judged.put(index, answer);
    practice.check(index, answer);
  }

  private void focusLater(int line) {
    var field = Objects.requireNonNull(fields.get(line), "an open number has a field");
    Platform.runLater(() -> {
      if (field.getScene() != null) {
        field.requestFocus();
        field.selectAll();
      }
    });
  }

  private Node order() {
    var group = new ToggleGroup();
    var buttons = new HBox();
    for (var fading : Fading.values()) {
      var button = new ToggleButton(fading.title());
      button.setId("fading-" + fading.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setSelected(practice.fading() == fading);
      button
          .getStyleClass()
          .addAll(
              Styles.SMALL, fading == Fading.WORKED_FIRST ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
      button.setOnAction(_ -> practice.setFading(fading));
      buttons.getChildren().add(button);
    }
    return buttons;
  }

  private Node progress(Worksheet sheet) {
    int all = sheet.lines().size();
    int yours = sheet.yours();
    var words =
        yours == 0
            ? "A worked example, to read"
            : yours == all
                ? all == 1 ? "The number is yours" : "All %d are yours".formatted(all)
                : yours == 1 ? "The last one is yours" : "The last %d are yours".formatted(yours);
    var boxes = new HBox(3);
    for (int i = 0; i < all; i++) {
      var box = new Region();
      box.getStyleClass().addAll("fade-box", i < all - yours ? "given" : "yours");
      boxes.getChildren().add(box);
    }
    boxes.setAlignment(Pos.CENTER_RIGHT);
    boxes.setMinWidth(USE_PREF_SIZE);
    var row =
        Parts.row(
            new VBox(Parts.label(sheet.title(), "card-heading"), Parts.label(words, "muted")),
            boxes);
    row.getStyleClass().add("fade-row");
    return row;
  }

  private Node line(int index, Worksheet.Line line) {
    var blank = line.blank();
    var name = Parts.label(blank.ref().text(), "number");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    var marker = Parts.label(marker(index), "practice-key");
    marker.setMinWidth(USE_PREF_SIZE);
    var row = new HBox(8, marker, name);
    row.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(6, row);
    box.getStyleClass().add("hand-line");
    switch (line.state()) {
      case GIVEN -> {
        row.getChildren().add(Parts.label(blank.shown(), "number", "given"));
        box.getChildren().add(worked(blank));
      }
      case RIGHT -> row.getChildren().add(marked(blank.shown(), Feather.CHECK, "right"));
      case SHOWN -> {
        row.getChildren().add(marked(blank.shown(), Feather.EYE, "shown"));
        box.getChildren().add(worked(blank));
      }
      case OPEN -> addOpen(index, line, row, box);
    }
    return box;
  }

  /// How a number comes to be, with the number.
  private Node worked(Blank blank) {
    return blank
        .worked()
        .<Node>map(this::formula)
        .orElseGet(() -> Parts.paragraph(blank.words(), "hint"));
  }

  private static Label marked(String text, Feather icon, String state) {
    var label = Parts.label(text, "number", state);
    label.setGraphic(new FontIcon(icon));
    return label;
  }

  private void addOpen(int index, Worksheet.Line line, HBox row, VBox box) {
    var field = new TextField(typed.getOrDefault(index, ""));
    field.setId("blank-" + index);
    field.getStyleClass().add("blank-field");
    field.setPromptText(line.blank().isIndex() ? "from 0" : "");
    field.setAccessibleText("Your number for " + line.blank().ref().text());
    field
        .textProperty()
        .subscribe(text -> {
          typed.put(index, text);
          onTyping.run();
        });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            check(index, field.getText());
          } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            onDone.run();
          }
        });
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            boolean tells =
                practice.coming().filter(step -> line.blank().isOfChosen(step.kind())).isPresent();
            onFocus.accept(tells ? Set.of() : line.blank().sources());
          }
          onTyping.run();
        });
    fields.put(index, field);
    row.getChildren().add(field);
    line.verdict()
        .ifPresent(verdict -> {
          var said = Parts.paragraph(verdict.words(), "verdict");
          said.setId("verdict-" + index);
          box.getChildren().add(said);
        });
    if (line.hints() > 0) {
      box.getChildren().add(Parts.paragraph(line.blank().words(), "hint"));
    }
    if (line.hints() > 1) {
      line.blank().arithmetic().ifPresent(latex -> box.getChildren().add(formula(latex)));
    }
    var check =
        Parts.iconButton(
            "check-" + index, "Check", Feather.CHECK, () -> check(index, field.getText()));
    check.getStyleClass().add(Styles.SMALL);
    var hint =
        Parts.iconButton(
            "hint-" + index,
            switch (line.hints()) {
              case 0 -> "Hint 1 of 3: words";
              case 1 -> "Hint 2 of 3: the arithmetic";
              default -> "Hint 3 of 3: the number";
            },
            Feather.SUN,
            () -> practice.hint(index));
    hint.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    box.getChildren().add(new FlowPane(6, 4, check, hint));
  }

  private FormulaView formula(String latex) {
    var view = new FormulaView(formulas);
    view.setSize(look.getValue().px(FORMULA));
    view.show(List.of(latex));
    return view;
  }

  private static Node counts(Worksheet sheet) {
    long open = sheet.lines().stream().filter(line -> line.state() == Worksheet.State.OPEN).count();
    return new VBox(
        4,
        Parts.row(
            Parts.label("right at once"),
            Parts.label("%d of %d".formatted(sheet.rightAtOnce(), sheet.yours()), "number")),
        Parts.row(Parts.label("still blank"), Parts.label(String.valueOf(open), "number")));
  }
}

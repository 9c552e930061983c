package dev.stepwise.owndata;

import dev.stepwise.owndata.ColumnChoice.Gaps;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A check box for each column; one that holds no numbers is disabled and says why.
final class ColumnList extends VBox {
  private static final String NO_GAPS = "Leave out rows with gaps";

  private final VBox boxes = new VBox(6);
  private final Button all = new Button("All");
  private final Button none = new Button("None");
  private final Label answerTitle = new Label();
  private final ComboBox<String> answer = new ComboBox<>();
  private final HBox answerRow = new HBox(8, answerTitle, answer);
  private final CheckBox leaveOut = new CheckBox(NO_GAPS);
  private final Consumer<ColumnChoice> changed;

  /// @param changed hears of every choice
  ColumnList(Consumer<ColumnChoice> changed) {
    super(8);
    this.changed = changed;
    all.setId("import-all");
    all.setAccessibleText("Choose all columns with numbers");
    none.setId("import-none");
    none.setAccessibleText("Choose no column");
    var title = new Label("Columns");
    title.getStyleClass().add("import-heading");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var head = new HBox(8, title, all, none);
    head.setAlignment(Pos.CENTER_LEFT);
    var scroll = new ScrollPane(boxes);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("import-columns");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    answer.setId("import-answer");
    answer.setMaxWidth(Double.MAX_VALUE);
    answerTitle.getStyleClass().add("import-heading");
    answerTitle.setLabelFor(answer);
    answerTitle.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(answer, Priority.ALWAYS);
    answerRow.setAlignment(Pos.CENTER_LEFT);
    answerRow.setVisible(false);
    answerRow.setManaged(false);
    leaveOut.setId("import-leave-out");
    leaveOut.setWrapText(true);
    leaveOut.setMinHeight(Region.USE_PREF_SIZE);
    leaveOut.managedProperty().bind(leaveOut.visibleProperty());
    leaveOut.setVisible(false);
    getChildren().addAll(answerRow, head, scroll, leaveOut);
  }

  /// Shows a choice that may be of another table.
  void show(ColumnChoice choice) {
    boxes.getChildren().clear();
    showAnswer(choice);
    for (int c = 0; c < choice.table().columns().size(); c++) {
      addColumn(choice, c);
    }
    follow(choice);
  }

  /// Shows that there is no table.
  void clear() {
    boxes.getChildren().clear();
    answerRow.setVisible(false);
    answerRow.setManaged(false);
    leaveOut.setVisible(false);
  }

  /// Shows another choice of the same table.
  void follow(ColumnChoice choice) {
    for (var node : boxes.getChildren()) {
      if (node instanceof CheckBox box && box.getUserData() instanceof Integer column) {
        boolean asked = choice.answer().equals(OptionalInt.of(column));
        box.setDisable(asked || choice.obstacle(column).isPresent());
        box.setSelected(choice.chosen().contains(column));
        box.setOnAction(
            _ -> changed.accept(box.isSelected() ? choice.with(column) : choice.without(column)));
      }
    }
    answer.setOnAction(_ -> {
      int index = answer.getSelectionModel().getSelectedIndex() - answerOffset(choice);
      var column = index >= 0 ? OptionalInt.of(index) : OptionalInt.empty();
      boolean selected = answer.getSelectionModel().getSelectedIndex() >= 0;
      if (selected && !choice.answer().equals(column)) {
        changed.accept(choice.answeredBy(column));
      }
    });
    leaveOut.setText(choice.gapWords().orElse(NO_GAPS));
    leaveOut.setVisible(choice.gapWords().isPresent());
    leaveOut.setSelected(choice.gaps() == Gaps.LEFT_OUT);
    leaveOut.setOnAction(
        _ -> changed.accept(choice.with(leaveOut.isSelected() ? Gaps.LEFT_OUT : Gaps.ASKED)));
    all.setOnAction(_ -> changed.accept(choice.withAll()));
    none.setOnAction(_ -> changed.accept(choice.withNone()));
  }

  /// Which column says what is asked of each row; words can do that too.
  private void showAnswer(ColumnChoice choice) {
    boolean asked = choice.kind() != Answer.NONE;
    answerRow.setVisible(asked);
    answerRow.setManaged(asked);
    answer.setOnAction(null); // what follows is no choice of anybody's
    if (asked) {
      answerTitle.setText(choice.kind().title());
      answer.setAccessibleText(choice.kind().title() + ": which column says it");
      answer.getItems().clear();
      if (answerOffset(choice) == 1) {
        answer.getItems().add("nothing");
      }
      choice.table().columns().forEach(column -> answer.getItems().add(column.name()));
      answer.getSelectionModel().select(choice.answer().orElse(-1) + answerOffset(choice));
    }
  }

  /// What only colours may be left out: the first entry says so.
  private static int answerOffset(ColumnChoice choice) {
    return choice.kind() == Answer.LABEL ? 1 : 0;
  }

  private void addColumn(ColumnChoice choice, int column) {
    var name = choice.table().columns().get(column).name();
    var box = new CheckBox(name);
    box.setId("import-column-" + (column + 1));
    box.setMnemonicParsing(false);
    box.setUserData(column);
    box.setWrapText(true);
    boxes.getChildren().add(box);
    // Words are no obstacle to being the answer.
    Optional<String> obstacle =
        choice.answer().equals(OptionalInt.of(column)) ? Optional.empty() : choice.obstacle(column);
    obstacle.ifPresent(reason -> {
      box.setDisable(true);
      box.setAccessibleText(name + ", not available: " + reason);
      var label = new Label(reason);
      label.getStyleClass().add("import-reason");
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      boxes.getChildren().add(label);
    });
  }
}

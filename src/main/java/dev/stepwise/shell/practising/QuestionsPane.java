package dev.stepwise.shell.practising;

import dev.stepwise.draw.Look;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Misconceptions;
import dev.stepwise.panel.StepPanel;
import dev.stepwise.practice.Practice;
import dev.stepwise.practice.Task;
import dev.stepwise.quiz.Certainty;
import dev.stepwise.quiz.Tally;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tab of questions: while one is open nothing that gives it away; after an answer the mistake
/// behind it and the arithmetic; and how the kinds of questions went.
final class QuestionsPane extends VBox {
  private final Misconceptions misconceptions;
  private final Map<String, String> titles;
  private final StepPanel reveal;

  /// @param titles of the kinds of questions, by their ids
  QuestionsPane(
      Misconceptions misconceptions,
      Map<String, String> titles,
      Formulas formulas,
      RowCategory rows,
      ObservableValue<Look> look) {
    super(12);
    this.misconceptions = misconceptions;
    this.titles = titles;
    reveal = new StepPanel(formulas, rows, look);
    setId("questions");
    getStyleClass().add("panel-content");
  }

  /// Shows where practising stands.
  void show(Practice<?, ?> practice) {
    getChildren().clear();
    switch (practice.task()) {
      case Task.Asked _ -> getChildren().add(locked());
      case Task.Answered answered -> {
        misconception(answered).ifPresent(getChildren()::add);
        reveal.show(answered.question().reveal());
        getChildren().add(reveal);
        if (!answered.isRight() && answered.certainty() == Certainty.CERTAIN) {
          getChildren().add(note("You were certain, so this kind comes back soon."));
        }
      }
      case Task.Hunting _ ->
          getChildren()
              .addAll(
                  Parts.paragraph(
                      "A number is the first false one where all that it was made from is right. W"
                          + " goes through the numbers of a step.",
                      "muted"),
                  Parts.paragraph(
                      "The numbers are what the run did. The code in its tab, and names and signs"
                          + " on the stage, are what it should do.",
                      "muted"));
      default ->
          getChildren()
              .add(
                  Parts.paragraph(
                      "Say what a step will show before you see it. Each wrong answer is a mistake"
                          + " that people make: you are told which.",
                      "muted"));
    }
    if (practice.score().all() > 0) {
      getChildren().add(score(practice.score()));
    }
    addTallies(practice);
  }

  private static Node locked() {
    var card = Parts.paragraph("The numbers of this step wait for your answer.", "locked-card");
    card.setGraphic(new FontIcon(Feather.LOCK));
    card.setMaxWidth(Double.MAX_VALUE);
    return card;
  }

  private static Node note(String words) {
    var card = Parts.paragraph(words, "note-card");
    card.setGraphic(new FontIcon(Feather.CLOCK));
    card.setMaxWidth(Double.MAX_VALUE);
    return card;
  }

  private Optional<Node> misconception(Task.Answered answered) {
    return answered
        .answer()
        .options()
        .get(answered.pick())
        .misconception()
        .filter(_ -> !answered.isRight() || answered.question().kind().equals("mistake"))
        .flatMap(misconceptions::find)
        .map(known -> {
          var card =
              new VBox(
                  4,
                  Parts.label("A common mistake", "card-kicker"),
                  Parts.paragraph(known.title(), "card-heading"),
                  Parts.paragraph(known.words()));
          card.getStyleClass().add("mistake-card");
          card.setId("mistake-card");
          return card;
        });
  }

  private static Node score(Practice.Score score) {
    var right = Parts.label(String.valueOf(score.right()), "score");
    var all = Parts.label("of %d right".formatted(score.all()));
    var row = score.row() > 1 ? "%d in a row".formatted(score.row()) : "";
    var line = Parts.row(new HBox(8, right, all), Parts.label(row, "muted"));
    line.setId("score");
    return line;
  }

  private void addTallies(Practice<?, ?> practice) {
    var kinds = practice.journal().review().of(practice.exercise()).kinds();
    var asked =
        kinds.entrySet().stream().filter(kind -> titles.containsKey(kind.getKey())).toList();
    if (asked.isEmpty()) {
      return;
    }
    getChildren().add(heading("By kind, in all"));
    asked.forEach(kind -> {
      var total = kind.getValue().total();
      getChildren()
          .add(
              Parts.tally(
                  titles.getOrDefault(kind.getKey(), kind.getKey()), total.right(), total.all()));
    });
    getChildren().add(heading("How sure you were"));
    for (var certainty : Certainty.values()) {
      var sum =
          asked.stream()
              .map(kind -> kind.getValue().of(certainty))
              .reduce(Tally.Score.NONE, Tally.Score::plus);
      if (sum.all() > 0) {
        getChildren().add(Parts.tally(certainty.title(), sum.right(), sum.all()));
      }
    }
  }

  private static Label heading(String text) {
    return Parts.label(text, "pane-heading");
  }
}

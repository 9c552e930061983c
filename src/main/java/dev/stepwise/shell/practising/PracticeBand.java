package dev.stepwise.shell.practising;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.practice.Finding;
import dev.stepwise.practice.Mode;
import dev.stepwise.practice.Practice;
import dev.stepwise.practice.Task;
import dev.stepwise.quiz.Certainty;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The band over the stage of a run that is practised: what is asked, and what can be done.
final class PracticeBand extends HBox {

  /// What the band asks for.
  interface Actions {
    /// Chooses an option, from 0.
    void pick(int option);

    /// Gives the chosen answer.
    void answer(Certainty certainty);

    /// Goes on, with or without an answer.
    void goOn();

    /// Asks the next question there is.
    void askNext();

    /// Says that the number pointed at is the first false one.
    void accuse();

    /// Leaves off practising.
    void leaveOff();
  }

  /// Where the options of a question are to be chosen.
  enum Options {
    /// All of them can be clicked on the stage.
    ON_STAGE,
    /// Some have no place there: they are buttons.
    IN_BAND
  }

  /// Below this height of stage and band together the band is low.
  private static final double LOW = 480;

  private static final List<String> STATES = List.of("asking", "right", "wrong");

  private final Label above = Parts.label("", "band-above");
  private final Label title = Parts.label("", "band-title");
  private final Label below = Parts.label("", "band-below");
  private final FlowPane options = new FlowPane(6, 4);
  private final HBox buttons = new HBox(8);
  private final Actions actions;
  private Mode mode = Mode.WATCH;

  PracticeBand(Actions actions) {
    this.actions = actions;
    setId("practice-band");
    getStyleClass().add("practice-band");
    title.setId("practice-title");
    title.setWrapText(true);
    below.setWrapText(true);
    options.setId("practice-options");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setMinWidth(USE_PREF_SIZE);
    var words = new VBox(2, above, title, below, options);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, buttons);
    setAlignment(Pos.CENTER_LEFT);
    setVisible(false); // nothing is practised yet
    setManaged(false);
  }

  /// Takes as little height as it can where the stage has little.
  void fit(double height) {
    getStyleClass().remove("low");
    if (height < LOW) {
      getStyleClass().add("low");
    }
  }

  /// Shows what is before the learner.
  void show(Practice<?, ?> practice, Options where) {
    mode = practice.mode();
    setShown(this, mode != Mode.WATCH);
    getStyleClass().removeAll(STATES);
    options.getChildren().clear();
    switch (practice.task()) {
      case Task.Asked asked -> ask(asked, where);
      case Task.Answered answered -> tell(answered);
      case Task.AtWork(var sheet) -> {
        getStyleClass().add("asking");
        say(
            "By hand",
            sheet.title(),
            sheet.yours() == 0
                ? "A worked example: read it in the panel, then go on."
                : "Type a number or an expression such as 6/sqrt(4) in the panel; Enter checks"
                    + " it.");
        buttons
            .getChildren()
            .setAll(
                sheet.isDone()
                    ? accent(Parts.iconButton("practice-on", "Go on", Feather.PLAY, actions::goOn))
                    : flat(Parts.button("practice-skip", "Skip", "", actions::goOn)),
                leave());
      }
      case Task.Hunting hunting -> hunt(hunting);
      case Task.Exhausted _ when practice.mode() == Mode.HUNT -> {
        say(
            "Find the bug",
            "No mistake shows in this run.",
            "Choose another preset: some mistakes need more data to show.");
        buttons.getChildren().setAll(leave());
      }
      case Task.Exhausted _ -> {
        say("Predict", "No further question from here to the end.", "Go back, or try another run.");
        buttons.getChildren().setAll(leave());
      }
      case Task.Waiting _ -> await(practice);
    }
  }

  private void await(Practice<?, ?> practice) {
    if (practice.isAtEnd()) {
      boolean byHand = practice.mode() == Mode.BY_HAND;
      say(
          byHand ? "By hand" : "Predict",
          "The run is at its end.",
          byHand ? "Go back, or begin at the start." : "Go back, or be asked from the start on.");
      buttons
          .getChildren()
          .setAll(
              byHand
                  ? Parts.iconButton(
                      "practice-on", "To the start", Feather.SKIP_BACK, actions::goOn)
                  : ask("Ask from the start"),
              leave());
    } else if (practice.mode() == Mode.BY_HAND) {
      say(
          "By hand",
          "Step on: the numbers of the next step become blanks.",
          "Step over, step into or play; it stops before each step that computes something.");
      buttons
          .getChildren()
          .setAll(
              accent(Parts.iconButton("practice-on", "Next", Feather.PLAY, actions::goOn)),
              leave());
    } else {
      say(
          "Predict",
          "Step on: a question comes before a telling step.",
          "Step over, step into or play; or ask at once.");
      buttons.getChildren().setAll(ask("Ask now"), leave());
    }
  }

  private void hunt(Task.Hunting hunting) {
    say(
        "Find the bug",
        "One mistake hides in this run. Find the first false number.",
        hunting
            .finding()
            .map(Finding::words)
            .or(() -> hunting.pointed().map(ref -> "You point at %s.".formatted(ref.text())))
            .orElse("Step through it and check the arithmetic; click the number that is false."));
    var accuse = accent(Parts.button("practice-accuse", "This one is false", "", actions::accuse));
    accuse.setDisable(hunting.pointed().isEmpty() || hunting.finding().isPresent());
    buttons.getChildren().setAll(accuse, leave());
  }

  private void ask(Task.Asked asked, Options where) {
    getStyleClass().add("asking");
    int count = asked.answer().options().size();
    say(
        "%s · before it".formatted(asked.where()),
        asked.question().prompt(),
        "Click it on the stage, or press 1 to %d.".formatted(count));
    if (where == Options.IN_BAND) {
      setShown(below, false);
      setShown(options, true);
      options
          .getChildren()
          .setAll(IntStream.range(0, count).mapToObj(i -> option(asked, i)).toList());
    }
    boolean picked = asked.pick().isPresent();
    var sure = Parts.label(picked ? "How sure?" : "Choose first", "band-below");
    sure.setMinWidth(USE_PREF_SIZE);
    buttons.getChildren().setAll(sure);
    for (var certainty : Certainty.values()) {
      var button =
          Parts.button(
              "certainty-" + certainty.name().toLowerCase(Locale.ROOT),
              certainty.title(),
              AnswerKeys.of(certainty),
              () -> actions.answer(certainty));
      button.setDisable(!picked);
      buttons.getChildren().add(button);
    }
    buttons.getChildren().add(flat(Parts.button("practice-skip", "Skip", "", actions::goOn)));
  }

  private Button option(Task.Asked asked, int index) {
    var option =
        Parts.button(
            "option-" + (index + 1),
            asked.answer().options().get(index).text(),
            String.valueOf(index + 1),
            () -> actions.pick(index));
    if (asked.pick().orElse(-1) == index) {
      option.getStyleClass().add(Styles.ACCENT);
    }
    return option;
  }

  private void tell(Task.Answered answered) {
    boolean right = answered.isRight();
    getStyleClass().add(right ? "right" : "wrong");
    var sureness = answered.certainty().title().toLowerCase(Locale.ROOT);
    var picked = answered.answer().options().get(answered.pick()).text();
    say(
        right ? "Right, " + sureness : "You said: %s, %s".formatted(picked, sureness),
        Phrases.capital(answered.question().answer().text()),
        answered.question().reveal().title());
    above.setGraphic(new FontIcon(right ? Feather.CHECK : Feather.X));
    boolean hunted = mode == Mode.HUNT;
    var on =
        accent(
            Parts.iconButton(
                "practice-on",
                hunted ? "See it mended" : "Go on",
                hunted ? Feather.TOOL : Feather.PLAY,
                actions::goOn));
    buttons.getChildren().setAll(on);
    if (!hunted) {
      buttons.getChildren().addFirst(ask("Ask another"));
    }
  }

  private void say(String first, String second, String third) {
    above.setText(first);
    above.setGraphic(null);
    title.setText(second);
    below.setText(third);
    setShown(below, !third.isEmpty());
    setShown(options, false);
  }

  private Button ask(String words) {
    return Parts.iconButton("practice-ask", words, Feather.REFRESH_CW, actions::askNext);
  }

  private Button leave() {
    return flat(Parts.button("practice-leave", "Leave off", "", actions::leaveOff));
  }

  private static Button flat(Button button) {
    button.getStyleClass().add(Styles.FLAT);
    return button;
  }

  private static Button accent(Button button) {
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}

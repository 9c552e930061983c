package dev.stepwise.owndata;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.job.Background;
import dev.stepwise.job.LatestJob;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The inside of the dialog for typed text. The text is read in the background after each change,
/// the latest one winning; what is wrong with it is said at once, and only a text that was read as
/// usable can be opened.
///
/// @param <P> what a text becomes
public final class TextPane<P> extends VBox {
  private static final Logger LOG = Logger.getLogger(TextPane.class.getName());
  private static final KeyCombination SUBMIT =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final LatestJob<TextReading<P>> reading;
  private final Function<String, TextReading<P>> reader;
  private final TextArea text = new TextArea();
  private final Label problem = new Label();
  private final Label outcome = new Label();
  private final Button accept;
  private Optional<P> read = Optional.empty();

  /// @param background where texts are read
  /// @param reader reads a text; may throw [InvalidInput], whose message is then shown
  /// @param done gets what the text became
  /// @param cancelled called when nothing is to be opened
  public TextPane(
      TextPrompt prompt,
      Background background,
      Function<String, TextReading<P>> reader,
      Consumer<P> done,
      Runnable cancelled) {
    super(12);
    this.reading = new LatestJob<>(background.worker(), background.screen());
    this.reader = reader;
    this.accept = new Button(prompt.accept());
    setId("text-pane");
    getStyleClass().add("import-pane");

    var heading = wrapped(new Label(prompt.heading()), "import-heading");
    var hint = wrapped(new Label(prompt.hint()), "import-muted");
    text.setId("text-input");
    text.setAccessibleText(prompt.heading() + ". " + prompt.hint());
    text.setWrapText(true);
    text.setPrefRowCount(5);
    text.setText(prompt.text());
    text.selectAll();
    TabKey.leadsOutOf(text);
    VBox.setVgrow(text, Priority.ALWAYS);
    problem.setId("text-problem");
    wrapped(problem, "import-problem").managedProperty().bind(problem.visibleProperty());

    accept.setId("text-accept");
    accept.setDefaultButton(true);
    accept.setOnAction(_ -> accept(done));
    accept.setMinWidth(USE_PREF_SIZE);
    var close = new Button("Cancel");
    close.setId("text-close");
    close.setCancelButton(true);
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(_ -> cancelled.run());
    outcome.setId("text-outcome");
    wrapped(outcome, "import-outcome").setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(outcome, Priority.ALWAYS);
    var foot = new HBox(12, outcome, close, accept);
    foot.setAlignment(Pos.CENTER_LEFT);

    getChildren().addAll(heading, hint, text, problem, foot);
    text.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SUBMIT.match(event)) {
            event.consume();
            accept(done);
          }
        });
    text.textProperty().subscribe(this::read);
  }

  private static Label wrapped(Label label, String styleClass) {
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void accept(Consumer<P> done) {
    read.ifPresent(done);
  }

  /// Stops reading, if a text is being read.
  void stop() {
    reading.cancel();
  }

  private void read(String typed) {
    // What was read before stays on the screen until the new text has been read, so that the
    // messages don't flicker with each key.
    read = Optional.empty();
    accept.setDisable(true);
    reading.start(
        _ -> reader.apply(typed),
        new LatestJob.Listener<>() {
          @Override
          public void progressed(double fraction) {
            // Reading does not know how far it is.
          }

          @Override
          public void finished(TextReading<P> result) {
            show(result);
          }

          @Override
          public void failed(Throwable cause) {
            if (cause instanceof InvalidInput invalid) {
              show(new TextReading.Unusable<>(sentence(String.valueOf(invalid.getMessage()))));
              return;
            }
            LOG.log(Level.WARNING, "Reading the text failed", cause);
            show(new TextReading.Unusable<>("This text cannot be read; try a shorter one."));
          }
        });
  }

  private static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }

  private void show(TextReading<P> result) {
    switch (result) {
      case TextReading.Usable<P>(var usable, var words) -> {
        read = Optional.of(usable);
        problem.setText("");
        outcome.setText(words);
      }
      case TextReading.Unusable<P>(var reason) -> {
        problem.setText(reason);
        outcome.setText("");
      }
    }
    problem.setVisible(!problem.getText().isEmpty());
    accept.setDisable(read.isEmpty());
  }
}

package dev.stepwise.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.draw.Palette;
import dev.stepwise.job.Background;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.ManualWorker;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class TextPaneTest {
  private static final TextPrompt PROMPT =
      new TextPrompt(
          "Type a sentence",
          "A sentence of your own",
          "Words are split at white space.",
          "the cat sat");

  private final ManualWorker worker = new ManualWorker();
  private final List<List<String>> opened = new ArrayList<>();
  private Stage stage;

  private static TextReading<List<String>> words(String text) {
    if (text.contains("?")) {
      throw new InvalidInput("/inputs/text", "there is a question mark", "leave it out");
    }
    var words = text.isBlank() ? List.<String>of() : List.of(text.strip().split("\\s+"));
    return words.isEmpty()
        ? new TextReading.Unusable<>("There is no word; type at least one.")
        : new TextReading.Usable<>(words, words.size() + " words");
  }

  @BeforeEach
  void open() {
    stage =
        Fx.call(() -> {
          var owner = new Stage();
          owner.setScene(Fx.scene(new Label("owner"), 200, 100, Palette.LIGHT));
          owner.show();
          return TextDialog.show(
              owner,
              new Background(worker, Runnable::run),
              PROMPT,
              TextPaneTest::words,
              opened::add);
        });
  }

  @AfterEach
  void close() {
    Fx.run(() -> {
      stage.close();
      ((Stage) stage.getOwner()).close();
    });
  }

  @Test
  void tab_leads_to_the_buttons_and_leaves_the_text_as_it_is() {
    Fx.run(() -> {
      var text = (TextArea) stage.getScene().lookup("#text-input");
      text.requestFocus();
      text.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "", KeyCode.TAB, false, false, false, false));
      assertThat(text.getText()).isEqualTo("the cat sat");
      assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("text-close");
    });
  }

  @Test
  void nothing_can_be_opened_before_the_text_has_been_read() {
    Fx.run(() -> {
      assertThat(accept().isDisabled()).isTrue();
      worker.runAll();
      assertThat(accept().isDisabled()).isFalse();
      assertThat(label("#text-outcome").getText()).isEqualTo("3 words");
    });
  }

  @Test
  void the_latest_text_is_opened() {
    Fx.run(() -> {
      type("one");
      type("one two");
      worker.runAll();
      accept().fire();
    });
    assertThat(opened).containsExactly(List.of("one", "two"));
    assertThat(Fx.call(stage::isShowing)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void an_empty_text_says_so_and_cannot_be_opened(String text) {
    Fx.run(() -> {
      type(text);
      worker.runAll();
      assertThat(label("#text-problem").getText())
          .isEqualTo("There is no word; type at least one.");
      assertThat(accept().isDisabled()).isTrue();
    });
  }

  @Test
  void invalid_input_is_said_as_a_sentence_and_forgotten_when_mended() {
    Fx.run(() -> {
      type("what?");
      worker.runAll();
      assertThat(label("#text-problem").getText())
          .isEqualTo("There is a question mark; leave it out.");
      type("what");
      worker.runAll();
      assertThat(label("#text-problem").isVisible()).isFalse();
    });
  }

  @Test
  void cancelling_opens_nothing() {
    Fx.run(() -> {
      worker.runAll();
      ((Button) stage.getScene().lookup("#text-close")).fire();
    });
    assertThat(opened).isEmpty();
    assertThat(Fx.call(stage::isShowing)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "large"})
  void the_dialog_fits_in_every_look(String setting) {
    Fx.run(() -> {
      var fresh =
          new TextPane<>(
              PROMPT,
              new Background(worker, Runnable::run),
              TextPaneTest::words,
              opened::add,
              () -> {});
      fresh
          .getStylesheets()
          .add(TextPane.class.getResource("/assets/styles/lab.css").toExternalForm());
      if (setting.equals("large")) {
        fresh.setStyle("-fx-font-size: 20px;");
      }
      var palette = setting.equals("dark") ? Palette.DARK : Palette.LIGHT;
      var scene = Fx.scene(fresh, 620, 400, palette);
      ((TextArea) fresh.lookup("#text-input")).setText(setting.equals("dark") ? "what?" : "a b");
      worker.runAll();
      Fx.picture("text-" + setting, scene);
      for (Node part : fresh.getChildren()) {
        Fx.assertNothingCutOff(part);
      }
    });
  }

  private void type(String text) {
    ((TextArea) stage.getScene().lookup("#text-input")).setText(text);
  }

  private Button accept() {
    return (Button) stage.getScene().lookup("#text-accept");
  }

  private Label label(String selector) {
    return (Label) stage.getScene().lookup(selector);
  }
}

package dev.stepwise.shell.learning;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.TextLayouts;
import dev.stepwise.formula.Formulas;
import dev.stepwise.formula.InlineFormula;
import dev.stepwise.lesson.Inline;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The page of a lesson, laid out in no window.
@OneAtATime
class LearnPaneTest {
  private static final List<Exercise<?, ?>> EXERCISES =
      List.of(
          new AttentionExercise(),
          new MultiHeadExercise(),
          new LstmExercise(),
          new KMeansExercise(),
          new GradientExercise(),
          new BpeExercise(),
          new CosineExercise());
  private static final Library LIBRARY =
      new Library(EXERCISES, EXERCISES.stream().map(Exercise::id).collect(Collectors.toSet()));
  private static final Formulas FORMULAS = new Formulas();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    onFx(() -> {
      TextLayouts.keepApart();
      return true;
    });
  }

  private static <T> T onFx(Callable<T> what) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, what);
  }

  /// A page of a size, with the lesson in it.
  private static LearnPane open(String id, double width, double scale, Palette palette)
      throws TimeoutException {
    var look = new Look(palette, scale, Look.Density.WINDOW);
    var theme = palette.dark() ? new PrimerDark() : new PrimerLight();
    var pane =
        onFx(() -> {
          var opened =
              new LearnPane(
                  id,
                  LIBRARY,
                  FORMULAS,
                  new SimpleObjectProperty<>(look),
                  new LearnPane.Ticks(Set.of(), _ -> {}),
                  new LearnPane.Ways(
                      _ -> {},
                      _ -> {},
                      failure -> {
                        throw new AssertionError(failure);
                      }));
          var scene = new Scene(opened, width, 700);
          scene
              .getStylesheets()
              .setAll(
                  theme.getUserAgentStylesheet(), style("marks"), style("shell"), style("learn"));
          opened.setStyle("-fx-font-size: %spx;".formatted(14 * scale));
          return opened;
        });
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(pane::isReady));
    onFx(() -> {
      pane.lookupAll(".answer-toggle")
          .forEach(toggle -> ((javafx.scene.control.Button) toggle).fire());
      pane.applyCss();
      pane.layout();
      pane.layout();
      return true;
    });
    return pane;
  }

  private static String style(String name) {
    var path = "/assets/styles/" + name + ".css";
    return Objects.requireNonNull(LearnPaneTest.class.getResource(path)).toExternalForm();
  }

  @ParameterizedTest
  @CsvSource({
    "self-attention, 574, 0.8, LIGHT",
    "self-attention, 574, 2, DARK",
    "multi-head-attention, 574, 2, LIGHT",
    "multi-head-attention, 1600, 0.8, DARK",
    "lstm, 574, 0.8, DARK",
    "lstm, 976, 2, LIGHT",
    "k-means, 574, 2, DARK",
    "k-means, 574, 0.8, LIGHT",
    "gradient-descent, 574, 2, LIGHT",
    "gradient-descent, 574, 0.8, DARK",
    "bpe, 574, 2, DARK",
    "bpe, 1224, 1, LIGHT",
    "cosine-search, 574, 2, LIGHT",
    "cosine-search, 976, 0.8, DARK",
  })
  void no_text_of_a_lesson_is_cut_or_stands_outside(
      String id, double width, double scale, String theme) throws TimeoutException {
    var pane = open(id, width, scale, theme.equals("DARK") ? Palette.DARK : Palette.LIGHT);
    var faults = new ArrayList<String>();
    onFx(() -> {
      pane.lookupAll(".sentence").forEach(each -> check((Sentence) each, width, faults));
      pane.lookupAll(".formula-view").forEach(each -> inside(each, width, faults));
      collectCut(pane, faults);
      return true;
    });
    assertThat(faults).isEmpty();
    assertThat(onFx(() -> pane.lookupAll(".sentence").size())).isGreaterThan(100);
  }

  private static void check(Sentence sentence, double width, List<String> faults) {
    if (sentence.getStyleClass().contains("lesson-code-lines")) {
      return; // scrolled, as code has to keep its lines
    }
    inside(sentence, width, faults);
    // The bounds of a text hold the space below its last line, and the blank at the end of a line.
    double blank = 2.2 * sentence.getLineSpacing();
    for (var piece : sentence.getChildren()) {
      var place = piece.getBoundsInParent();
      if (piece.isManaged()
          && (place.getMaxX() > sentence.getWidth() + blank
              || place.getMaxY() > sentence.getHeight() + blank)) {
        faults.add(
            "outside its line: "
                + words(piece)
                + " "
                + place
                + " in "
                + sentence.getWidth()
                + " x "
                + sentence.getHeight());
      }
    }
  }

  private static String words(Node piece) {
    return piece instanceof Text text ? text.getText() : ((InlineFormula) piece).source();
  }

  private static void inside(Node node, double width, List<String> faults) {
    var place = node.localToScene(node.getLayoutBounds());
    if (place.getMinX() < 0 || place.getMaxX() > width) {
      faults.add("beside the page: " + node + " " + place);
    }
  }

  private static void collectCut(Node node, List<String> cut) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled) {
      labeled.getChildrenUnmodifiable().stream()
          .filter(part -> part instanceof Text)
          .map(part -> ((Text) part).getText())
          .filter(shown -> shown.endsWith("...") && !labeled.getText().endsWith("..."))
          .forEach(shown -> cut.add("cut: " + shown));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collectCut(child, cut));
    }
  }

  @Test
  void the_page_has_the_passages_of_its_lesson_in_their_order() throws TimeoutException {
    for (var id : LIBRARY.titles().keySet()) {
      var lesson = LIBRARY.lesson(id).orElseThrow();
      var article =
          onFx(() ->
              new Article(
                  lesson,
                  new Setting(
                      FORMULAS,
                      new Look(Palette.LIGHT, 1, Look.Density.WINDOW),
                      java.util.Map.of(),
                      _ -> {})));
      assertThat(article.passages()).hasSameSizeAs(lesson.passages());
      for (int i = 0; i < lesson.passages().size(); i++) {
        var shown = article.passages().get(i);
        var said = lesson.passages().get(i).text();
        if (shown instanceof DisplayFormula) {
          assertThat(shown.text(0, 1)).isEqualTo("$$" + said + "$$");
        } else if (!shown.text(0, shown.length()).contains("–")) {
          assertThat(shown.text(0, shown.length()).replace("$", "")).isEqualTo(said);
        }
      }
    }
  }

  @Test
  void the_advice_on_interviews_has_its_passages_too_and_is_found() {
    var guide = LIBRARY.guide();
    for (var section : guide.advice().entrySet()) {
      var article =
          onFx(() ->
              new Article(
                  section.getValue(),
                  new Setting(
                      FORMULAS,
                      new Look(Palette.LIGHT, 1, Look.Density.WINDOW),
                      java.util.Map.of(),
                      _ -> {})));
      var passages =
          guide.passages().stream()
              .filter(passage -> passage.section().equals(section.getKey()))
              .toList();
      assertThat(article.passages()).hasSameSizeAs(passages);
      for (int i = 0; i < passages.size(); i++) {
        var shown = article.passages().get(i);
        assertThat(shown.text(0, shown.length()).replace("$", ""))
            .isEqualTo(passages.get(i).text());
      }
    }
    var hits = LIBRARY.find("broadcasts as a row", "lstm", 10);
    assertThat(hits)
        .anySatisfy(hit -> {
          assertThat(hit.exerciseId()).isEqualTo(Library.INTERVIEW);
          assertThat(guide.passages().get(hit.passage()).text()).contains("broadcasts as a row");
        });
  }

  @Test
  void what_is_selected_is_copied_with_formulas_as_they_are_written() {
    var sentence =
        onFx(() ->
            new Sentence(
                List.of(
                    new Inline.Words("at most "),
                    new Inline.Formula("n^2"),
                    new Inline.Words(" of them")),
                new Sentence.Style(dev.stepwise.draw.Type.Face.REGULAR, 15),
                new Setting(
                    FORMULAS,
                    new Look(Palette.LIGHT, 1, Look.Density.WINDOW),
                    java.util.Map.of(),
                    _ -> {})));
    assertThat(sentence.length()).isEqualTo(17);
    assertThat(sentence.text(3, 12)).isEqualTo("most $n^2$ of");
    assertThat(sentence.text(8, 9)).isEqualTo("$n^2$");
    assertThat(sentence.text(4, 4)).isEmpty();
  }

  @Test
  void a_search_finds_its_own_lesson_first_then_the_others() {
    var hits = LIBRARY.find("SOFTMAX", "multi-head-attention", 1000);
    assertThat(hits.getFirst().exerciseId()).isEqualTo("multi-head-attention");
    assertThat(hits.stream().map(Library.Hit::exerciseId)).contains("self-attention");
    var advice = hits.stream().filter(hit -> hit.exerciseId().equals(Library.INTERVIEW)).toList();
    assertThat(advice)
        .isNotEmpty()
        .isEqualTo(hits.subList(hits.size() - advice.size(), hits.size()));
    for (var hit : hits.subList(0, hits.size() - advice.size())) {
      assertThat(hit.excerpt()).containsIgnoringCase("softmax");
      assertThat(
              LIBRARY.lesson(hit.exerciseId()).orElseThrow().passages().get(hit.passage()).text())
          .containsIgnoringCase("softmax");
    }
    assertThat(LIBRARY.find("  ", "lstm", 10)).isEmpty();
    assertThat(LIBRARY.find("zyzzyva", "lstm", 10)).isEmpty();
    assertThat(LIBRARY.find("the", "lstm", 10)).hasSize(10);
  }
}

package dev.stepwise.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.quiz.HandSheet;
import dev.stepwise.quiz.HandSheets;
import dev.stepwise.scenario.LoadedScenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sheets to be worked out by hand: that a reader of the trace finds every number of a key, and
/// that nothing on paper is cut or lies over something else.
class SheetTest {
  private static final Formulas FORMULAS = new Formulas();
  private static final int SEEDS = 4;
  private static final int DEPTH = 9;

  static Stream<Exercise<?, ?>> exercises() {
    return Stream.of(
        new KMeansExercise(), new LstmExercise(), new AttentionExercise(), new BpeExercise());
  }

  private static <P, F extends Frame> LoadedScenario<P, F> load(Exercise<P, F> exercise) {
    Preset preset = Presets.of(exercise.id()).getFirst();
    var scenario = preset.scenario(exercise);
    return new LoadedScenario<>(exercise, scenario, exercise.problem(scenario.given()));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  <P, F extends Frame> void the_trace_has_every_number_of_a_key(Exercise<P, F> exercise)
      throws IOException {
    var loaded = load(exercise);
    var keys = new HashSet<JsonNode>();
    var wanted = new HashMap<String, Set<JsonNode>>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      var key = key(HandSheets.of(exercise, loaded.run(), seed));
      assertThat(key(HandSheets.of(exercise, loaded.run(), seed))).isEqualTo(key);
      assertThat(key.get("blanks").size()).isBetween(3, 8);
      keys.add(key);
      key.get("blanks")
          .forEach(blank ->
              wanted
                  .computeIfAbsent(blank.get("step").asString(), _ -> new HashSet<>())
                  .add(blank));
    }
    assertThat(keys).as("variants").hasSize(SEEDS);
    var steps = trace(loaded);
    wanted.forEach((path, blanks) -> {
      for (var blank : blanks) {
        var number =
            Objects.requireNonNull(steps.get(path), path)
                .get("values")
                .get(blank.get("name").asString());
        for (var index : blank.get("index")) {
          number = number.get(index.asInt());
        }
        assertThat(number.asDouble()).as(blank.toString()).isEqualTo(blank.get("value").asDouble());
      }
    });
  }

  private static JsonNode key(HandSheet sheet) throws IOException {
    var bytes = new ByteArrayOutputStream();
    SheetKeyWriter.write(sheet, bytes);
    return JsonMapper.shared().readTree(bytes.toByteArray());
  }

  private static Map<String, JsonNode> trace(LoadedScenario<?, ?> loaded) throws IOException {
    var bytes = new ByteArrayOutputStream();
    TraceWriter.write(
        loaded, new TraceWriter.Contents(Set.of(TraceWriter.Detail.VALUES), DEPTH), bytes);
    var steps = new HashMap<String, JsonNode>();
    JsonMapper.shared()
        .readTree(bytes.toByteArray())
        .get("steps")
        .forEach(step -> steps.put(step.get("path").asString(), step));
    return steps;
  }

  @ParameterizedTest
  @MethodSource("exercises")
  <P, F extends Frame> void nothing_on_paper_is_cut_or_covered(Exercise<P, F> exercise) {
    Toolkit.start();
    var loaded = load(exercise);
    for (int seed = 1; seed <= SEEDS; seed++) {
      var file =
          new SheetFile(
              exercise.title(),
              "A title that is longer than any line of a sheet could ever be ".repeat(2),
              seed,
              HandSheets.of(exercise, loaded.run(), seed));
      for (var copy : SheetWriter.Copy.values()) {
        for (var page : SheetWriter.laidOut(file, FORMULAS, copy)) {
          check(page);
        }
      }
    }
  }

  private static void check(SheetWriter.SheetPage page) {
    var paper = new Box(0, 0, SheetStyle.WIDTH, SheetStyle.HEIGHT).inset(20);
    var texts = drawn(page);
    for (int i = 0; i < texts.size(); i++) {
      var box = texts.get(i).box();
      assertThat(paper.contains(box.x(), box.y()) && paper.contains(box.right(), box.bottom()))
          .as("on paper: " + texts.get(i))
          .isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(box.overlaps(texts.get(j).box()))
            .as(texts.get(i) + " over " + texts.get(j))
            .isFalse();
      }
    }
  }

  @Test
  void a_sheet_does_not_say_what_its_key_says() throws IOException {
    var exercise = new AttentionExercise();
    var loaded = load(exercise);
    var sheet = HandSheets.of(exercise, loaded.run(), 3);
    var file = new SheetFile(exercise.title(), loaded.scenario().title(), 3, sheet);
    var empty = read(file, SheetWriter.Copy.SHEET);
    var filled = read(file, SheetWriter.Copy.KEY);
    assertThat(empty).contains(loaded.scenario().title(), "seed 3", "page 1 of ");
    for (var blank : sheet.blanks()) {
      assertThat(empty).contains(blank.ref().text());
      assertThat(filled).contains(blank.ref().text(), blank.shown());
    }
    var seen = texts(file, SheetWriter.Copy.SHEET);
    var told = texts(file, SheetWriter.Copy.KEY);
    for (var blank : sheet.blanks()) {
      assertThat(Collections.frequency(told, blank.shown()))
          .isGreaterThan(Collections.frequency(seen, blank.shown()));
    }
  }

  private static List<String> texts(SheetFile file, SheetWriter.Copy copy) {
    return SheetWriter.laidOut(file, FORMULAS, copy).stream()
        .flatMap(page -> drawn(page).stream())
        .map(TextsSurface.Words::text)
        .toList();
  }

  private static List<TextsSurface.Words> drawn(SheetWriter.SheetPage page) {
    var surface = new TextsSurface();
    Toolkit.call(() -> {
      page.draw(surface);
      return surface;
    });
    return surface.texts();
  }

  private static String read(SheetFile file, SheetWriter.Copy copy) throws IOException {
    var bytes = new ByteArrayOutputStream();
    SheetWriter.write(file, FORMULAS, copy, bytes);
    try (var document = Loader.loadPDF(bytes.toByteArray())) {
      PdfPictureTest.assertThatFontsAreEmbedded(document);
      for (var page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within());
        assertThat(page.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), within());
      }
      return new PDFTextStripper().getText(document);
    }
  }

  private static Offset<Float> within() {
    return Offset.offset(0.01f);
  }
}

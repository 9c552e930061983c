package dev.stepwise.fuzz;

import dev.stepwise.check.FoundArrays;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.interview.InterviewFile;
import dev.stepwise.lecture.LectureReader;
import dev.stepwise.lecture.Session;
import dev.stepwise.lecture.SessionFile;
import dev.stepwise.lecture.ShippedLecture;
import dev.stepwise.lesson.LessonException;
import dev.stepwise.lesson.LessonReader;
import dev.stepwise.lesson.Lessons;
import dev.stepwise.quiz.ReviewFile;
import dev.stepwise.quiz.TypedNumbers;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.scenario.Table;
import dev.stepwise.scenario.TextFile;
import dev.stepwise.shell.SettingsStore;
import dev.stepwise.view.ExerciseView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All that is read from outside, with files of its kind that are right.
final class Readings {
  private static final Path ASSETS = Path.of("assets");
  private static final Path TABLES = Path.of("src/test/resources/tables");
  private static final int LARGEST_SEED = 40_000;

  private final List<ExerciseView<?, ?>> views;
  private final Path folder;

  /// @param views every exercise
  /// @param folder for files, empty
  Readings(List<ExerciseView<?, ?>> views, Path folder) {
    this.views = List.copyOf(views);
    this.folder = folder;
  }

  /// All but the scenarios.
  List<Reading> all() throws IOException {
    var all = new ArrayList<Reading>();
    var scenarios = new ScenarioReader(exercises());
    var lectures = new LectureReader(scenarios);
    all.add(
        new Reading(
            "lectures",
            files(ASSETS.resolve("lectures"), ".stepwise", 1 << 20),
            said(content -> lectures.read("file", content))));
    var ids = exercises().stream().map(Exercise::id).collect(Collectors.toSet());
    var known = Lessons.tried(new KMeansExercise(), ids, _ -> true);
    all.add(
        new Reading(
            "lessons",
            files(ASSETS.resolve("k-means"), "lesson.md", 1 << 20),
            said(content ->
                new LessonReader(known)
                    .read("k-means", "file", new String(content, StandardCharsets.UTF_8)))));
    all.add(
        new Reading(
            "tables as text",
            List.of(
                utf8("a,b,c\n1,2,3\n4,5,6\n7,8,9\n"),
                utf8("sep=;\nx;y\n1,5;2\n\"1,234\";3\n"),
                utf8("# numpy\n1.0 2.0\n3.0 4.0\n"),
                utf8("name|2019|2020\nA|1|2\nB||3\n")),
            said(content -> Table.read(file("t.csv", content), Table.Choices.NONE))));
    all.add(
        new Reading(
            "tables of NumPy",
            files(TABLES, ".npy", LARGEST_SEED),
            said(content -> Table.read(file("t.npy", content), Table.Choices.NONE))));
    all.add(
        new Reading(
            "archives of NumPy",
            files(TABLES, ".npz", LARGEST_SEED),
            said(content -> Table.read(file("t.npz", content), Table.Choices.NONE))));
    all.add(
        new Reading(
            "texts",
            List.of(utf8("low lower newest\nwidest"), "größer".getBytes(StandardCharsets.UTF_16)),
            said(content -> TextFile.read(file("t.txt", content)))));
    all.add(
        new Reading(
            "arrays of a learner",
            List.of(utf8("{\"scores\": [[1, 2.5], [3, 4]], \"A\": [1], \"n\": 3}")),
            said(content -> FoundArrays.in(file("t.json", content)))));
    all.add(new Reading("traces of a learner", List.of(TRACE), this::trace));
    all.add(new Reading("typed numbers", List.of(utf8("6/sqrt(4)+exp(-1.5)")), this::typed));
    all.addAll(kept());
    return all;
  }

  private static final byte[] TRACE =
      utf8(
          """
          {"runs": [[{"convention": "sample", "function": "attention", "bound": {"X": "x"},
           "events": [{"n": "Q", "f": "attention", "l": 3, "v": {"a": 0, "s": [2, 2], "k": "f8"}},
            {"n": "words", "f": "attention", "l": 4, "v": {"j": {"d": [["a", [1, 2]]]}}}],
           "returned": [{"n": "encodings", "v": {"j": {"d": [["a", ["x"]]]}}},
            {"n": "", "v": {"a": 4, "s": [4], "k": "i"}}],
           "error": {"type": "ValueError", "message": "m", "line": 4, "text": "x", "missing": ""},
           "cut": true}]]}
          """);

  /// Scenarios and comparisons, and what comes after they are read.
  Reading scenarios() throws IOException {
    var scenarios = new ScenarioReader(exercises());
    var seeds = new ArrayList<byte[]>();
    for (var exercise : exercises()) {
      seeds.addAll(files(ASSETS.resolve(exercise.id()).resolve("presets"), ".json", LARGEST_SEED));
    }
    var walk = new Walk(views);
    return new Reading(
        "scenarios",
        seeds,
        said(content -> {
          var scenario = scenarios.read("file", content);
          walk.through(scenarios.complete("file", scenario));
        }));
  }

  /// What the app itself keeps between starts: a file of it never keeps the app from starting.
  private List<Reading> kept() throws IOException {
    var scenarios = new ScenarioReader(exercises());
    var lecture = ShippedLecture.SHIPPED.getFirst().read(scenarios);
    var talk = new Session.Talk(lecture, 1, Optional.of("/home/me/a.stepwise"), false);
    var session = folder.resolve("session.stepwise");
    new SessionFile(session, scenarios)
        .save(new Session(List.of(lecture.stops().getFirst()), Optional.of(talk)));
    return List.of(
        new Reading(
            "sessions",
            List.of(Files.readAllBytes(session)),
            content ->
                new SessionFile(file("session.stepwise", content), scenarios)
                    .load()
                    .remark()
                    .isEmpty()),
        new Reading(
            "settings",
            List.of(utf8("{\"stepwise\": 1, \"theme\": \"dark\", \"text_scale\": 1.2}")),
            content -> new SettingsStore(file("settings.json", content)).load().remark().isEmpty()),
        new Reading(
            "progress",
            List.of(
                utf8(
                    """
                    {"stepwise": 1, "exercises": {"k-means": {
                      "parts": {"watch": 1.0, "predict": 0.4},
                      "kinds": {"nearest": {"last": "2026-01-31", "was_right": true,
                        "guess": {"right": 1, "all": 2}, "certain": {"right": 3, "all": 3}}}}}}
                    """)),
            content -> new ReviewFile(file("progress.json", content)).load().remark().isEmpty()),
        new Reading(
            "interviews",
            List.of(utf8("{\"stepwise\": 1, \"past\": [{\"exercise\": \"k-means\"}]}")),
            content ->
                new InterviewFile(file("interviews.json", content)).load().remark().isEmpty()));
  }

  private boolean trace(byte[] content) throws IOException {
    var traced = Files.createDirectories(folder.resolve("trace"));
    Files.write(traced.resolve("result.json"), content);
    Files.write(traced.resolve("arrays.bin"), new byte[64]);
    return FoundArrays.traced(traced);
  }

  private boolean typed(byte[] content) {
    return TypedNumbers.isNumber(new String(content, StandardCharsets.UTF_8));
  }

  private List<Exercise<?, ?>> exercises() {
    return views.stream().<Exercise<?, ?>>map(ExerciseView::exercise).toList();
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> files(Path in, String ending, int largest) throws IOException {
    try (var found = Files.walk(in)) {
      var seeds = new ArrayList<byte[]>();
      for (var path : found.filter(file -> file.toString().endsWith(ending)).sorted().toList()) {
        if (Files.size(path) <= largest) {
          seeds.add(Files.readAllBytes(path));
        }
      }
      return seeds;
    }
  }

  private interface Use {
    void read(byte[] content) throws Exception;
  }

  /// A reader that says in words why it doesn't take a file.
  private static Reading.Reader said(Use use) {
    return content -> {
      try {
        use.read(content);
        return true;
      } catch (ScenarioException | InvalidInput | LessonException refusal) {
        if (refusal.getMessage() == null || refusal.getMessage().contains("Exception")) {
          throw new AssertionError("no words for a person: " + refusal.getMessage(), refusal);
        }
        return false;
      }
    };
  }
}

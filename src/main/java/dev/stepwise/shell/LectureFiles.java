package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.LectureReader;
import dev.stepwise.lecture.LectureWriter;
import dev.stepwise.lecture.ShippedLecture;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.shell.sharing.FilePicker;
import dev.stepwise.shell.sharing.FilePicker.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Opens and saves lectures: shipped ones, and files.
final class LectureFiles {
  private static final List<Kind> OPENED =
      List.of(new Kind("Lecture or problem", ".stepwise"), new Kind("Scenario (JSON)", ".json"));
  private static final List<Kind> SAVED = List.of(new Kind("Lecture", ".stepwise"));

  private final Registry registry;
  private final FilePicker picker;
  private final ScreenHost host;
  private final Consumer<Lecture> open;

  /// @param open shows a lecture that was read
  LectureFiles(Registry registry, FilePicker picker, ScreenHost host, Consumer<Lecture> open) {
    this.registry = registry;
    this.picker = picker;
    this.host = host;
    this.open = open;
  }

  /// Opens a lecture that is shipped.
  void open(ShippedLecture shipped) {
    open.accept(shipped.read(scenarios()));
  }

  /// Asks for a file and opens it; what is wrong with it is said, and all stays as it was.
  void ask() {
    picker
        .existing(host.window(), "Open a lecture or a problem", OPENED)
        .ifPresent(path -> {
          try {
            open.accept(new LectureReader(scenarios()).load(path));
          } catch (ScenarioException wrong) {
            host.announce(String.valueOf(wrong.getMessage()));
          }
        });
  }

  /// Asks where to, and saves a lecture.
  ///
  /// @param saved told once it is
  void save(Lecture lecture, Runnable saved) {
    var words = lecture.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    var name = words.replaceAll("^-|-$", "");
    picker
        .file(
            host.window(),
            "Save the lecture",
            (name.isEmpty() ? "lecture" : name) + ".stepwise",
            SAVED)
        .ifPresent(path -> {
          try {
            LectureWriter.write(lecture, path);
            saved.run();
            host.announce("Saved: " + path);
          } catch (IOException wrong) {
            host.announce(
                "It cannot be written: " + FileProblem.of(wrong) + ". Choose another place.");
          }
        });
  }

  private ScenarioReader scenarios() {
    return new ScenarioReader(
        registry.entries().stream()
            .<Exercise<?, ?>>mapMulti((entry, each) -> {
              if (entry instanceof Registry.Ready<?, ?> ready) {
                each.accept(ready.view().exercise());
              }
            })
            .toList());
  }
}

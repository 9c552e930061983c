package dev.stepwise.lecture;

import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A lecture that is shipped with the app.
///
/// @param id its file's name without its ending
/// @param title its name for people
/// @param summary how long it is, in a few words
public record ShippedLecture(String id, String title, String summary) {

  /// All of them, in the order in which they are offered; their files are not read for it.
  public static final List<ShippedLecture> SHIPPED =
      List.of(
          new ShippedLecture("transformers", "Transformers in 40 minutes", "12 stops, 40 min"),
          new ShippedLecture("learning", "Learning by descent and clustering", "12 stops, 45 min"));

  /// Reads one.
  ///
  /// @throws IllegalStateException where the shipped file is missing or broken: a defect of the app
  public Lecture read(ScenarioReader scenarios) {
    var path = "/assets/lectures/" + id + ".stepwise";
    try (var in = ShippedLecture.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the app lacks its file " + path);
      }
      return new LectureReader(scenarios).read(path, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the app cannot read its file " + path, e);
    } catch (ScenarioException e) {
      throw new IllegalStateException("the lecture " + id + " is broken", e);
    }
  }
}

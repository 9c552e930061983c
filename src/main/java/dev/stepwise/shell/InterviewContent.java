package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Block;
import dev.stepwise.lesson.InterviewGuide;
import dev.stepwise.lesson.Lesson;
import dev.stepwise.lesson.Part;
import dev.stepwise.session.Offer;
import java.util.List;
import java.util.Map;

/// What an interview on one exercise is made of.
///
/// @param problem as the interviewer puts it
/// @param questions what is asked further, with hidden answers
/// @param nudges the faintest first
/// @param checklist what belongs to a criterion, by its heading
/// @param sizes of the run to check against, to count with
record InterviewContent(
    List<Block> problem,
    List<Block> questions,
    List<List<Block>> nudges,
    Map<String, List<Block>> checklist,
    Map<String, Double> sizes) {

  /// Of an exercise with its lesson. Takes a while.
  static <P, F extends Frame> InterviewContent of(
      Registry.Ready<P, F> entry, Lesson lesson, InterviewGuide guide) {
    return new InterviewContent(
        section(lesson, Part.PROBLEM),
        section(lesson, Part.QUESTIONS),
        guide.nudges().getOrDefault(lesson.exerciseId(), List.of()),
        guide.checklist(),
        sizes(entry.view().exercise(), entry.presets().getFirst()));
  }

  private static <P> Map<String, Double> sizes(Exercise<P, ?> exercise, Offer first) {
    return exercise.sizes(exercise.problem(first.given().get()));
  }

  private static List<Block> section(Lesson lesson, Part part) {
    return lesson.sections().stream()
        .filter(section -> section.part() == part)
        .findFirst()
        .map(Lesson.Section::blocks)
        .orElse(List.of());
  }
}

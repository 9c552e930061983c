package dev.stepwise.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// The arrows between the packages.
final class ArchitectureTest {
  private static final String BASE = "dev.stepwise.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.stepwise");

  @Test
  void compute_knows_mathematics_alone() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage(BASE + "compute..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java.lang..",
                "java.math..",
                "java.util..",
                // Normalisation forms of Unicode.
                "java.text..",
                "org.apache.commons.math3..",
                "org.jspecify.annotations..",
                BASE + "compute..");
    rule.check(CLASSES);
  }

  @Test
  void scenario_knows_compute() {
    ArchRule rule = mayKnow("scenario..", "compute..", "scenario..", "platform..");
    rule.check(CLASSES);
  }

  @Test
  void lesson_knows_scenario_and_compute() {
    ArchRule rule = mayKnow("lesson..", "compute..", "scenario..", "lesson..", "platform..");
    rule.check(CLASSES);
  }

  @Test
  void check_knows_scenario_and_compute() {
    ArchRule rule = mayKnow("check..", "compute..", "scenario..", "platform..", "check..");
    rule.check(CLASSES);
  }

  @Test
  void playback_knows_scenario_and_compute() {
    ArchRule rule = mayKnow("playback..", "compute..", "scenario..", "playback..");
    rule.check(CLASSES);
  }

  @Test
  void quiz_knows_compute_and_files() {
    ArchRule rule = mayKnow("quiz..", "compute..", "scenario..", "platform..", "quiz..");
    rule.check(CLASSES);
  }

  @Test
  void session_knows_what_it_opens_and_plays() {
    ArchRule rule =
        mayKnow("session..", "compute..", "scenario..", "lesson..", "playback..", "session..");
    rule.check(CLASSES);
  }

  @Test
  void lecture_knows_what_it_walks_through() {
    ArchRule rule =
        mayKnow(
            "lecture..",
            "compute..",
            "scenario..",
            "playback..",
            "session..",
            "platform..",
            "lecture..");
    rule.check(CLASSES);
  }

  @Test
  void presenting_knows_lectures_and_no_window() {
    ArchRule rule = mayKnow("presenting..", "playback..", "session..", "lecture..", "presenting..");
    rule.check(CLASSES);
  }

  @Test
  void practice_knows_what_it_asks_and_keeps() {
    ArchRule rule =
        mayKnow("practice..", "compute..", "playback..", "session..", "quiz..", "practice..");
    rule.check(CLASSES);
  }

  @Test
  void interviews_know_files_and_who_listens() {
    ArchRule rule = mayKnow("interview..", "scenario..", "platform..", "session..", "interview..");
    rule.check(CLASSES);
  }

  @Test
  void practising_knows_nothing_else_of_the_window() {
    ArchRule rule =
        mayKnow(
            "shell.practising..",
            "compute..",
            "lesson..",
            "playback..",
            "session..",
            "quiz..",
            "practice..",
            "draw..",
            "formula..",
            "panel..",
            "view..",
            "shell.practising..");
    rule.check(CLASSES);
  }

  @Test
  void learning_knows_nothing_else_of_the_window() {
    ArchRule rule =
        mayKnow(
            "shell.learning..",
            "compute..",
            "lesson..",
            "draw..",
            "formula..",
            "panel..",
            "shell.learning..");
    rule.check(CLASSES);
  }

  @Test
  void checking_knows_nothing_else_of_the_window() {
    ArchRule rule =
        mayKnow(
            "shell.checking..",
            "compute..",
            "scenario..",
            "check..",
            "session..",
            "job..",
            "draw..",
            "panel..",
            "shell.checking..");
    rule.check(CLASSES);
  }

  @Test
  void view_knows_nothing_above_it() {
    ArchRule rule =
        mayKnow(
            "view..",
            "compute..",
            "scenario..",
            "lesson..",
            "playback..",
            "session..",
            "quiz..",
            "platform..",
            "draw..",
            "formula..",
            "panel..",
            "job..",
            "owndata..",
            "view..");
    rule.check(CLASSES);
  }

  @Test
  void export_knows_no_window() {
    ArchRule rule =
        mayKnow(
            "export..",
            "compute..",
            "scenario..",
            "lesson..",
            "playback..",
            "session..",
            "lecture..",
            "quiz..",
            "platform..",
            "draw..",
            "formula..",
            "panel..",
            "view..",
            "export..");
    rule.check(CLASSES);
  }

  @Test
  void platform_knows_nobody() {
    ArchRule rule = mayKnow("platform..", "platform..");
    rule.check(CLASSES);
  }

  @Test
  void nobody_knows_the_command_line() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "cli..");
    rule.check(CLASSES);
  }

  @Test
  void drawing_knows_no_exercise() {
    ArchRule rule = mayKnow("draw..", "compute.run..", "draw..");
    rule.check(CLASSES);
  }

  @Test
  void formulas_know_drawing() {
    ArchRule rule = mayKnow("formula..", "draw..", "formula..");
    rule.check(CLASSES);
  }

  @Test
  void panels_know_drawing_and_formulas() {
    ArchRule rule = mayKnow("panel..", "compute.run..", "draw..", "formula..", "panel..");
    rule.check(CLASSES);
  }

  @Test
  void jobs_know_nobody() {
    ArchRule rule = mayKnow("job..", "job..");
    rule.check(CLASSES);
  }

  @Test
  void own_data_knows_files_and_what_an_exercise_takes() {
    ArchRule rule =
        mayKnow(
            "owndata..", "compute.exercise..", "compute.run..", "scenario..", "job..", "owndata..");
    rule.check(CLASSES);
  }

  @Test
  void no_exercise_knows_another_in_compute() {
    ArchRule rule =
        slices()
            .matching(BASE + "compute.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                DescribedPredicate.alwaysTrue(),
                resideInAnyPackage(
                    BASE + "compute.run..",
                    BASE + "compute.exercise..",
                    BASE + "compute.arithmetic..",
                    BASE + "compute.derivation..",
                    BASE + "compute.text..",
                    BASE + "compute.timing..",
                    BASE + "compute.linear.."))
            // Multi-head attention is several heads of self-attention.
            .ignoreDependency(
                resideInAPackage(BASE + "compute.multihead.."),
                resideInAPackage(BASE + "compute.attention.."));
    rule.check(CLASSES);
  }

  @Test
  void no_exercise_knows_another_in_view() {
    ArchRule rule =
        slices()
            .matching(BASE + "view.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                DescribedPredicate.alwaysTrue(),
                resideInAnyPackage(
                    BASE + "view.lab..",
                    // Attention with one head and with several are drawn alike.
                    BASE + "view.matrices.."));
    rule.check(CLASSES);
  }

  @Test
  void the_window_knows_no_exercise() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage(BASE + "shell..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(BASE + "compute..", BASE + "view..")
                    .and(
                        DescribedPredicate.not(
                            resideInAnyPackage(
                                BASE + "compute.run..",
                                BASE + "compute.exercise..",
                                BASE + "compute.text..",
                                BASE + "compute.compare..",
                                BASE + "view",
                                BASE + "view.compare..",
                                BASE + "view.page.."))));
    rule.check(CLASSES);
  }

  @Test
  void sharing_knows_nothing_else_of_the_window() {
    ArchRule rule =
        mayKnow(
            "shell.sharing..",
            "compute..",
            "scenario..",
            "playback..",
            "session..",
            "platform..",
            "draw..",
            "formula..",
            "job..",
            "view..",
            "export..",
            "shell.sharing..");
    rule.check(CLASSES);
  }

  @Test
  void what_a_stage_shows_needs_no_window() {
    ArchRule rule =
        noClasses()
            .that()
            .haveFullyQualifiedName(BASE + "view.StageModel")
            .or()
            .haveFullyQualifiedName(BASE + "view.Interaction")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..");
    rule.check(CLASSES);
  }

  @Test
  void packages_are_free_of_cycles() {
    ArchRule rule = slices().matching(BASE + "(**)").should().beFreeOfCycles();
    rule.check(CLASSES);
  }

  @Test
  void playback_session_quiz_scenario_and_lesson_draw_nothing() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(
                BASE + "playback..",
                BASE + "session..",
                BASE + "lecture..",
                BASE + "presenting..",
                BASE + "quiz..",
                BASE + "scenario..",
                BASE + "lesson..",
                BASE + "interview..",
                BASE + "check..",
                BASE + "platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..");
    rule.check(CLASSES);
  }

  private static ArchRule mayKnow(String of, String... known) {
    var packages = new String[known.length];
    for (int i = 0; i < known.length; i++) {
      packages[i] = BASE + known[i];
    }
    return noClasses()
        .that()
        .resideInAPackage(BASE + of)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.stepwise..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages))));
  }
}

package dev.stepwise.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The arrows between the packages, and a few habits.
@AnalyzeClasses(packages = "dev.stepwise", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String BASE = "dev.stepwise.";

  @ArchTest
  static final ArchRule compute_knows_mathematics_alone =
      classes()
          .that()
          .resideInAPackage(BASE + "compute..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.util..",
              "org.apache.commons.math3..",
              "org.jspecify.annotations..",
              BASE + "compute..");

  @ArchTest
  static final ArchRule scenario_knows_compute =
      mayKnow("scenario..", "compute..", "scenario..", "platform..");

  @ArchTest
  static final ArchRule lesson_knows_scenario_and_compute =
      mayKnow("lesson..", "compute..", "scenario..", "lesson..", "platform..");

  @ArchTest
  static final ArchRule playback_knows_scenario_and_compute =
      mayKnow("playback..", "compute..", "scenario..", "playback..");

  @ArchTest
  static final ArchRule view_knows_nothing_above_it =
      mayKnow(
          "view..", "compute..", "scenario..", "lesson..", "playback..", "platform..", "view..");

  @ArchTest
  static final ArchRule export_knows_no_window =
      mayKnow(
          "export..",
          "compute..",
          "scenario..",
          "lesson..",
          "playback..",
          "platform..",
          "view..",
          "export..");

  @ArchTest static final ArchRule platform_knows_nobody = mayKnow("platform..", "platform..");

  @ArchTest
  static final ArchRule nobody_knows_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + "cli..");

  @ArchTest
  static final ArchRule marks_know_no_exercise =
      mayKnow("view.marks..", "compute.run..", "view.marks..");

  @ArchTest
  static final ArchRule no_exercise_knows_another_in_compute =
      slices()
          .matching(BASE + "compute.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              resideInAnyPackage(
                  BASE + "compute.run..", BASE + "compute.exercise..", BASE + "compute.linear.."));

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(BASE + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule playback_scenario_and_lesson_draw_nothing =
      noClasses()
          .that()
          .resideInAnyPackage(
              BASE + "playback..", BASE + "scenario..", BASE + "lesson..", BASE + "platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..");

  @ArchTest
  static final ArchRule awt_stays_in_formulas_and_pictures =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "view.marks..", BASE + "export..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..");

  @ArchTest
  static final ArchRule static_fields_are_final =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage(BASE + "..")
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule public_methods_take_no_flags =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areNotRecords()
          .and()
          .areDeclaredInClassesThat()
          .areNotAnonymousClasses()
          .should(
              have(
                  new DescribedPredicate<JavaMethod>("no boolean parameter") {
                    @Override
                    public boolean test(JavaMethod method) {
                      return method.getRawParameterTypes().stream()
                          .noneMatch(type -> type.isEquivalentTo(boolean.class));
                    }
                  }));

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
            resideInAPackage(BASE + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages))));
  }
}

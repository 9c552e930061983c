package dev.stepwise.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// A few habits: which library is used where, and what methods and fields do without.
final class HabitsTest {
  private static final String BASE = "dev.stepwise.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.stepwise");

  @Test
  void what_opens_windows_is_tested_one_at_a_time() {
    ArchRule rule =
        classes()
            .that()
            .haveSimpleNameEndingWith("Test")
            .and()
            .resideOutsideOfPackage(BASE + "architecture..")
            .and(describe("open windows", HabitsTest::opensWindows))
            .should()
            .beAnnotatedWith(OneAtATime.class);
    rule.check(new ClassFileImporter().importPackages("dev.stepwise"));
  }

  private static boolean opensWindows(JavaClass test) {
    return test.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass())
            .anyMatch(used ->
                used.getPackageName().startsWith("org.testfx")
                    || used.isEquivalentTo(Stage.class)
                    || used.getSimpleName().equals("TestWindow"))
        || test.getMethodCallsFromSelf().stream()
            .anyMatch(call ->
                call.getTargetOwner().isEquivalentTo(Fx.class) && call.getName().equals("shown"));
  }

  @Test
  void awt_stays_in_formulas_and_pictures() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "formula..", BASE + "export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..");
    rule.check(CLASSES);
  }

  @Test
  void only_the_lab_of_searches_knows_lucene() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "view.cosine.lab..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");
    rule.check(CLASSES);
  }

  @Test
  void static_fields_are_final() {
    ArchRule rule =
        fields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.stepwise..")
            .should()
            .beFinal();
    rule.check(CLASSES);
  }

  @Test
  void public_methods_take_no_flags() {
    ArchRule rule =
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
    rule.check(CLASSES);
  }
}

package dev.stepwise.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// Nothing of the app leaves the machine.
final class NetworkTest {
  private static final String BASE = "dev.stepwise.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.stepwise");

  /// The display is asked through a file of the system, see `cli.Display`.
  @Test
  void nothing_opens_a_network_connection() {
    ArchRule rule =
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "cli.Display")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "java.net.http..",
                        "javax.net..",
                        "com.sun.net..",
                        "java.rmi..",
                        "javax.naming..",
                        "javafx.scene.web..")
                    .or(
                        nameMatching(
                            "java\\.net\\.(.*Socket.*|.*URLConnection|InetAddress|Inet.*)"))
                    .or(
                        nameMatching(
                            "java\\.nio\\.channels\\.(.*Socket.*|DatagramChannel|Network.*)")))
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URI.class, "toURL")
            .orShould()
            .callMethod(java.awt.Desktop.class, "browse", java.net.URI.class);
    rule.check(CLASSES);
  }

  @Test
  void the_display_is_asked_on_this_machine_alone() {
    ArchRule rule =
        noClasses()
            .that()
            .haveFullyQualifiedName(BASE + "cli.Display")
            .should()
            .dependOnClassesThat(nameMatching("java\\.net\\.(Inet.*|Socket|.*URLConnection)"));
    rule.check(CLASSES);
  }
}

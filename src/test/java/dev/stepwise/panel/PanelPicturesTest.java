package dev.stepwise.panel;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pictures;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.formula.Formulas;
import dev.stepwise.testing.OneAtATime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the panels look like, against pictures that people have looked at.
@OneAtATime
class PanelPicturesTest {
  private static final Formulas FORMULAS = new Formulas();

  private static final List<String> LISTING =
      """
      def k_means(X, centroids, tolerance, max_iterations):
          for iteration in range(1, max_iterations + 1):
              # assign every point to the nearest centroid
              gaps = X[:, None] - centroids
              distances = np.sqrt((gaps ** 2).sum(axis=2))
              labels = distances.argmin(axis=1)

              moved = centroids.copy()
              for j in range(len(centroids)):
                  if (labels == j).any():  # an empty cluster keeps its centroid
                      moved[j] = X[labels == j].mean(axis=0)
              movement = np.linalg.norm(moved - centroids)
              centroids = moved
              if movement <= tolerance:
                  return centroids, labels, "converged", 1.5e-4
      """
          .lines()
          .toList();

  enum Theme {
    LIGHT(Palette.LIGHT, new PrimerLight().getUserAgentStylesheet()),
    DARK(Palette.DARK, new PrimerDark().getUserAgentStylesheet());

    @SuppressWarnings("ImmutableEnumChecker") // a record of constants
    private final Look look;

    private final String sheet;

    Theme(Palette palette, String sheet) {
      this.look = new Look(palette, 1, Look.Density.WINDOW);
      this.sheet = sheet;
    }

    void check(String panel, VBox content, int height) {
      content.setPadding(new Insets(16));
      content.setStyle("-fx-background-color: -color-bg-default;");
      var marks = Theme.class.getResource("/assets/styles/marks.css").toExternalForm();
      var picture = Pictures.laidOut(content, 372, height, sheet, marks);
      Pictures.check(panel + "-" + name().toLowerCase(Locale.ROOT), picture);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_step_panel(Theme theme) {
    var narration =
        new Narration(
            "Point 97 joins cluster 3",
            "Its distances to the three centroids are compared; the smallest wins. It was in"
                + " cluster 2 before this iteration.",
            List.of(
                "d_3 = \\lVert \\mathbf{x}_{97} - \\boldsymbol{\\mu}_3 \\rVert"
                    + " = \\sqrt{(-1.03)^2 + (-0.88)^2} = \\mathbf{1.35}"),
            new Narration.Table(
                List.of("cluster", "distance", ""),
                List.of(
                    List.of("1", "5.20", ""),
                    List.of("2", "15.82", ""),
                    List.of("3", "1.35", "nearest")),
                2));
    var panel =
        Pictures.onFx(() -> {
          var made =
              new StepPanel(
                  FORMULAS,
                  RowCategory.numberedUnder("cluster"),
                  new SimpleObjectProperty<>(theme.look));
          made.show(narration);
          return made;
        });
    theme.check("step-panel", panel, 420);
  }

  @ParameterizedTest
  @EnumSource
  void the_code_panel(Theme theme) {
    var variables = new LinkedHashMap<String, Value>();
    variables.put("X", new Value.Matrix(new double[135][2]));
    variables.put("centroids", new Value.Matrix(new double[][] {{1.25, -3.5}, {1e-7, 2}}));
    variables.put("labels", new Value.Labels(new int[135]));
    variables.put("movement", new Value.Scalar(0.12345));
    var panel =
        Pictures.onFx(() -> {
          var made = new CodePanel(new SimpleObjectProperty<>(theme.look));
          made.setListing(LISTING);
          made.show(6, variables, List.of("X", "centroids"), List.of("labels"));
          return made;
        });
    theme.check("code-panel", panel, 560);
  }
}

package dev.stepwise.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.formula.Formulas;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

@OneAtATime
class NumberTableTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final List<String> HEAD = List.of("unit", "c before", "kept", "added", "c", "h");

  private static Narration.Table table(String number) {
    var row = List.of("1", number, number, number, number, number);
    var more = List.of("of 128", "…", "…", "…", "…", "…");
    return new Narration.Table(HEAD, List.of(row, row, more), -1);
  }

  private static <T extends Region> T laidOut(T region, double width) {
    var root = new StackPane(region);
    Fx.scene(root, (int) width, 400, Palette.LIGHT);
    region.setMinWidth(width);
    region.setMaxWidth(width);
    root.applyCss();
    root.layout();
    return region;
  }

  private static List<Label> labels(NumberTable table) {
    return new ArrayList<>(table.lookupAll(".label").stream().map(Label.class::cast).toList());
  }

  @Test
  void columns_of_numbers_are_set_smaller_where_they_would_not_fit() {
    var table =
        Fx.call(() -> {
          var made = new NumberTable(RowCategory.NONE);
          laidOut(made, 300).show(table("−0.0123"), LOOK);
          return made;
        });

    Fx.run(() -> {
      table.getParent().applyCss();
      table.getParent().layout();
      Fx.assertNothingCutOff(table);
      assertThat(labels(table))
          .extracting(label -> label.getFont().getSize())
          .allMatch(s -> s < 13);
    });
  }

  @Test
  void beside_words_numbers_are_whole_and_words_break_between_words_alone() {
    var said =
        new Narration.Table(
            List.of("query", "looks most at", "weight", "entropy"),
            List.of(
                List.of("“quiet”", "“deafening”", "0.999999997", "7.56e−8"),
                List.of("“deafening”", "all its 8 keys alike", "NaN", "NaN")),
            1);
    Fx.run(() -> {
      var table = laidOut(new NumberTable(RowCategory.NONE), 300);
      table.show(said, LOOK);
      table.getParent().applyCss();
      table.getParent().layout();

      Fx.assertNothingCutOff(table);
      assertThat(labels(table)).noneMatch(Label::isTextTruncated);
      assertThat(labels(table))
          .filteredOn(label -> !label.getText().contains(" "))
          .allSatisfy(label ->
              assertThat(label.getWidth())
                  .as(label.getText())
                  .isGreaterThanOrEqualTo(label.prefWidth(-1) - 1));
    });
  }

  @Test
  void a_step_with_the_same_cells_changes_their_words_alone() {
    Fx.run(() -> {
      var table = laidOut(new NumberTable(RowCategory.NONE), 600);
      table.show(table("0.250"), LOOK);
      List<Node> cells = List.copyOf(table.getChildren());
      table.show(table("≈ 0"), LOOK);

      assertThat(table.getChildren()).containsExactlyElementsOf(cells);
      assertThat(labels(table)).extracting(Label::getText).contains("≈ 0").doesNotContain("0.250");

      table.show(table("none"), LOOK);
      assertThat(table.getChildren()).doesNotContainAnyElementsOf(cells);
    });
  }

  @Test
  void in_passing_formulas_and_tables_wait_dimmed_while_the_words_follow() {
    Fx.run(() -> {
      var panel = new StepPanel(new Formulas(), RowCategory.NONE, new SimpleObjectProperty<>(LOOK));
      panel.show(new Narration("One", "first", List.of("a=1"), table("0.100")), Pace.AT_REST);
      panel.show(new Narration("Two", "second", List.of("a=2"), table("0.200")), Pace.IN_PASSING);
      laidOut(panel, 500);

      assertThat(texts(panel)).contains("Two", "second", "0.100").doesNotContain("0.200");
      assertThat(panel.lookup(".formula-card").getOpacity()).isLessThan(0.5);
      assertThat(panel.lookup(".number-table").getOpacity()).isLessThan(0.5);

      panel.show(new Narration("Two", "second", List.of("a=2"), table("0.200")), Pace.AT_REST);
      assertThat(texts(panel)).contains("0.200").doesNotContain("0.100");
      assertThat(panel.lookup(".formula-card").getOpacity()).isEqualTo(1);
    });
  }

  private static List<String> texts(StepPanel panel) {
    return panel.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
  }
}

package dev.stepwise.shell.checking;

import dev.stepwise.check.Report;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.ValueText;
import dev.stepwise.panel.Pieces;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The learner's array beside the run's, in the place of the stage.
public final class ArraysPane extends VBox {

  private ArraysPane(Report report, Slice slice, ObservableValue<Look> look, Runnable back) {
    super(14);
    setId("check-arrays-pane");
    getStyleClass().add("arrays-pane");
    var first = report.difference().orElseThrow();
    var sides = first.sides().orElseThrow();
    var title = Pieces.paragraph(CheckWords.title(report), "arrays-title");
    var said = Pieces.paragraph(CheckWords.count(sides) + ", marked by a corner.", "muted");
    var words = new VBox(2, title, said);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var close =
        Pieces.button(
            "arrays-back", "Back to the picture", Feather.ARROW_LEFT, "the stage (Esc)", back);
    var head = new HBox(12, words, close);
    head.setAlignment(Pos.TOP_LEFT);
    var within =
        slice.within().isEmpty()
            ? ""
            : slice.within().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "[", "]"));
    var yours =
        report.stages().stream()
            .filter(stage -> stage.status() == Report.Status.DIFFERS)
            .map(Report.StageReport::yours)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse(first.name());
    var picture =
        new ArraysPicture(
            look,
            slice,
            sides,
            "%s%s, %s".formatted(yours, within, sides.yours().shape()),
            "%s%s, %s".formatted(first.name(), within, sides.run().shape()));
    VBox.setVgrow(picture, Priority.ALWAYS);
    var cards =
        new HBox(
            14,
            NumberCard.of("yours", ref(yours, first), number(slice.yours(), slice), "wrong"),
            NumberCard.of("the run", CheckWords.ref(first), number(slice.run(), slice), "right"));
    CheckWords.ratio(first)
        .map(ratio ->
            NumberCard.of(
                "yours ÷ run", report.cause().map(CheckWords::evidence).orElse(""), ratio, "ratio"))
        .ifPresent(cards.getChildren()::add);
    getChildren().setAll(head, picture, cards);
  }

  /// The arrays of a report; empty where it has none that can be drawn.
  ///
  /// @param back shows the stage again
  public static Optional<ArraysPane> of(Report report, ObservableValue<Look> look, Runnable back) {
    return report
        .difference()
        .flatMap(Report.Difference::sides)
        .flatMap(Slice::of)
        .map(slice -> new ArraysPane(report, slice, look, back));
  }

  private static String ref(String name, Report.Difference first) {
    return new Ref(name, first.index()).text();
  }

  private static String number(double[][] values, Slice slice) {
    return ValueText.of(values[slice.row()][slice.column()]);
  }
}

package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Slot;
import dev.stepwise.draw.SlotMarks;
import dev.stepwise.draw.SlotMarks.Ground;
import dev.stepwise.draw.SlotMarks.Place;
import dev.stepwise.draw.Surface;
import dev.stepwise.quiz.Blank;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/// Draws the numbers that are worked out by hand over the picture of the step before, each where it
/// will stand. The picture tells the places itself: those that it has already, and those that it
/// will have once the step has come, as far as nothing else stands there now.
final class HandworkMarks<F extends Frame> {
  /// A smaller mark of a single number is a point of a chart: where it stands would tell the
  /// number.
  private static final double POINT = 14;

  private static final int NEIGHBOURS = 5;

  /// Pictures that differ by so many pixels have a thing at the same place.
  private static final double SAME = 4;

  private static final String WORDS =
      "Each blank is where its number will stand: type it in the panel.";
  private static final String WAITING = "The numbers of the next step will be blanks.";

  private final ExerciseView<?, F> view;
  private @Nullable Ahead<F> ahead;

  /// The picture of a step that has not come yet, of which the places alone are known.
  private record Ahead<F extends Frame>(Step<F> step, Box area, Look look, Hits hits) {}

  HandworkMarks(ExerciseView<?, F> view) {
    this.view = view;
  }

  /// The picture of a stage, above the row at its foot.
  static Box picture(Box stage, Look look) {
    return stage.inset(0, 0, SlotMarks.footHeight(look), 0);
  }

  /// The row at the foot of a stage.
  private static Box foot(Box stage, Look look) {
    double height = SlotMarks.footHeight(look);
    return new Box(stage.x(), stage.bottom() - height, stage.width(), height);
  }

  /// Draws them.
  ///
  /// @param shown the step before
  /// @param hits of its picture
  /// @param stage the whole area of the picture and the row at its foot
  void draw(Handwork<F> work, Step<F> shown, Hits hits, Surface surface, Look look, Box stage) {
    marks(surface, look, stage)
        .draw(placed(work, shown, hits, look, stage), work.numbers().isEmpty() ? WAITING : WORDS);
  }

  /// The one at a place that can be chosen.
  Optional<Slot> at(
      Handwork<F> work,
      Step<F> shown,
      Hits hits,
      Surface surface,
      Look look,
      Box stage,
      double x,
      double y) {
    return marks(surface, look, stage).at(placed(work, shown, hits, look, stage), x, y);
  }

  private static SlotMarks marks(Surface surface, Look look, Box stage) {
    return new SlotMarks(surface, look, foot(stage, look));
  }

  private List<SlotMarks.Placed> placed(
      Handwork<F> work, Step<F> shown, Hits hits, Look look, Box stage) {
    boolean choosing = work.numbers().stream().anyMatch(number -> isChoice(number.blank()));
    return work.numbers().stream()
        .map(number ->
            new SlotMarks.Placed(
                number.slot(),
                work.coming()
                    .filter(_ -> !(choosing && number.blank().ref().indices().isEmpty()))
                    .filter(coming -> !number.blank().isOfChosen(coming.kind()))
                    .filter(coming -> tellsNothing(number.blank(), shown, coming))
                    .flatMap(coming ->
                        place(number.blank().ref(), coming, hits, picture(stage, look), look))))
        .toList();
  }

  /// Whether it is asked which one it is: then nothing may point at that.
  private static boolean isChoice(Blank blank) {
    return blank.isIndex() && blank.ref().indices().isEmpty();
  }

  /// Whether the place of a number is the same whatever the number is: not so of a ranking, whose
  /// numbers stand at what they rank.
  private boolean tellsNothing(Blank blank, Step<F> shown, Step<F> coming) {
    return !blank.isIndex()
        || view.drawn(shown, blank.ref()).equals(view.drawn(coming, blank.ref()));
  }

  /// Where the picture has the number already, whose value is about to change and is still to be
  /// read; else where it will have it.
  private Optional<Place> place(Ref ref, Step<F> coming, Hits now, Box picture, Look look) {
    var element = view.drawn(coming, ref);
    return now.of(element)
        .map(hit -> new Place(hit.box(), Ground.TAKEN))
        .or(() -> later(ref, element, ahead(coming, picture, look), now, look));
  }

  /// Where the picture will have it, as long as the pictures agree on what is around that place.
  private static Optional<Place> later(Ref ref, Element element, Hits ahead, Hits now, Look look) {
    return ahead
        .of(element)
        .map(Hits.Hit::box)
        .filter(
            box -> !ref.indices().isEmpty() || Math.max(box.width(), box.height()) > look.px(POINT))
        .filter(box -> agree(now, ahead, box))
        .map(box ->
            new Place(
                box, now.at(box.centreX(), box.centreY()).isEmpty() ? Ground.FREE : Ground.TAKEN));
  }

  /// Whether most of what is nearest to a place, of all that both pictures have, stays where it is.
  private static boolean agree(Hits now, Hits ahead, Box place) {
    var near =
        ahead.all().stream()
            .filter(hit -> now.of(hit.element()).isPresent())
            .sorted(Comparator.comparingDouble(hit -> distance(hit.box(), place)))
            .limit(NEIGHBOURS)
            .toList();
    long still =
        near.stream()
            .filter(
                hit -> now.of(hit.element()).filter(was -> near(was.box(), hit.box())).isPresent())
            .count();
    return 2 * still > near.size();
  }

  private static double distance(Box one, Box other) {
    return Math.hypot(one.centreX() - other.centreX(), one.centreY() - other.centreY());
  }

  private static boolean near(Box one, Box other) {
    return Math.abs(one.x() - other.x()) < SAME && Math.abs(one.y() - other.y()) < SAME;
  }

  @SuppressWarnings("ReferenceEquality") // the same step is asked about with every frame
  private Hits ahead(Step<F> coming, Box picture, Look look) {
    var known = ahead;
    if (known == null
        || known.step() != coming
        || !known.area().equals(picture)
        || !known.look().equals(look)) {
      var unseen = new Canvas(1, 1);
      var shown = Shown.atRest(coming, look);
      view.painter().paint(new CanvasSurface(unseen.getGraphicsContext2D()), picture, shown);
      known = new Ahead<>(coming, picture, look, shown.hits());
      ahead = known;
    }
    return known.hits();
  }
}

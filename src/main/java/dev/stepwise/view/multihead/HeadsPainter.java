package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.HeadsFocus;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellHits;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.GridLabels;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Spot;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.matrices.HeadScales;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws the weights of all heads as small matrices, and one of them large.
final class HeadsPainter {
  /// How much higher than wide a cell may be, where there is more height than width.
  private static final double TALLEST = 1.6;

  /// What the large head takes of the width at most.
  private static final double SHARE = 0.52;

  /// The same where the small ones show their numbers too.
  private static final double SHARE_BESIDE_NUMBERS = 0.43;

  private final Surface surface;
  private final Shown<MultiHeadFrame> shown;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Look look;
  private final KeptPixels pixels;
  private final ColourScale scale;
  private final MatrixMark.Mask mask;

  HeadsPainter(Surface surface, Shown<MultiHeadFrame> shown, KeptPixels pixels) {
    this.surface = surface;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.problem = frame.problem();
    this.look = shown.look();
    this.pixels = pixels;
    this.scale = HeadScales.weights(problem.length());
    this.mask = problem.settings().hidesTheFuture() ? MatrixMark.Mask.CAUSAL : MatrixMark.Mask.NONE;
  }

  /// The head that is shown large: that of the step, the pinned one, or that of the tracked number.
  int chosen() {
    return switch (frame.focus()) {
      case HeadsFocus.HeadAttended(int head) -> head;
      case HeadsFocus.Inside(int head, _) -> head;
      default ->
          shown
              .pinned()
              .flatMap(element ->
                  element instanceof OfHead(int head) && head < problem.heads()
                      ? Optional.of(head)
                      : Optional.empty())
              .orElse(followed().head());
    };
  }

  /// Where the number is that is followed: also a wrong reshape has it somewhere.
  private Place followed() {
    return frame.pass().tracked().place(problem);
  }

  /// One large, all small.
  void paint(Box area) {
    int chosen = chosen();
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    double bar = thumbnail ? 0 : ColourBar.width(look);
    double gap = thumbnail ? 4 : look.px(presents() ? 8 : 14);
    double room = area.width() - bar - 2 * gap;
    boolean alone = problem.heads() == 1;
    double largest = area.height() * 1.05;
    double largeWidth = Math.min(alone ? room : room * SHARE, largest);
    if (!alone && presents()) {
      // Where the small ones can show their numbers too, they have the room that this takes.
      double narrower = Math.min(room * SHARE_BESIDE_NUMBERS, largest);
      var beside = Multiples.of(look, problem, room - narrower, area.height());
      boolean numbers = beside.haveRoom(titleHeight(titles(beside.width())));
      largeWidth = numbers ? narrower : largeWidth;
    }
    var large = large(new Box(area.x(), area.y(), largeWidth, area.height()), chosen);
    if (alone) {
      bar(new Box(large.right() + gap, large.y(), bar, large.height()));
      return;
    }
    double left = large.right() + gap;
    double right = area.right() - bar - (thumbnail ? 0 : gap);
    multiples(new Box(left, area.y(), right - left, area.height()), chosen);
    bar(new Box(area.right() - bar, area.y(), bar, large.height()));
  }

  private boolean presents() {
    return look.density() == Look.Density.PRESENT;
  }

  private void bar(Box box) {
    if (box.width() > 0) {
      new ColourBar(scale, "weight").draw(surface, box, look);
    }
  }

  /// All of them small, in a grid; nothing where the only one is shown already.
  void multiples(Box box, int chosen) {
    if (problem.heads() == 1) {
      return;
    }
    var multiples = Multiples.of(look, problem, box.width(), box.height());
    var titles = titles(multiples.width());
    for (int head = 0; head < multiples.heads(); head++) {
      var card = multiples.card(box.x(), box.y(), head);
      card(card, head, head == chosen);
      weights(multiples.cells(card, titleHeight(titles)), head);
      if (look.speaks()) {
        title(card, head, head == chosen, titles);
      }
    }
  }

  /// How the small heads are titled, all alike: with their habits in the line of their numbers, in
  /// a line of their own, or where neither has room with their numbers alone.
  private enum Titles {
    NUMBER,
    ONE_LINE,
    TWO_LINES
  }

  private Titles titles(double width) {
    var type = new Type(Type.Face.BOLD, look.px(11), look.palette().text());
    var habits = problem.habits();
    if (habits.isEmpty() || look.density() == Look.Density.THUMBNAIL) {
      return Titles.NUMBER;
    }
    double longest =
        habits.stream().mapToDouble(habit -> surface.textWidth(habit, type)).max().orElse(0);
    double number = surface.textWidth((habits.size() - 1) + " ", type);
    return longest + number <= width - look.px(28)
        ? Titles.ONE_LINE
        : longest <= width - look.px(14) ? Titles.TWO_LINES : Titles.NUMBER;
  }

  /// How much of a card a title takes.
  private double titleHeight(Titles titles) {
    return look.speaks() ? look.px(titles == Titles.TWO_LINES ? 33 : 18) : 0;
  }

  private void card(Box box, int head, boolean chosen) {
    var colour = HeadColours.of(look.palette(), head);
    surface.rectangle(
        box,
        look.px(5),
        Ink.filled(look.palette().raised())
            .withStroke(
                chosen ? colour : colour.deriveColor(0, 1, 1, 0.55), look.px(chosen ? 2.5 : 1.2)));
    shown.hits().add(new OfHead(head), box, "head " + head + ": click to look at it");
  }

  private void title(Box box, int head, boolean chosen, Titles titles) {
    var palette = look.palette();
    double baseline = box.y() + look.px(16);
    HeadColours.marker(
        surface, palette, head, box.x() + look.px(12), baseline - look.px(4), look.px(5));
    var type = new Type(chosen ? Type.Face.BOLD : Type.Face.MEDIUM, look.px(12), palette.text());
    double after = box.x() + look.px(22);
    switch (titles) {
      case NUMBER -> surface.text(Integer.toString(head), after, baseline, type);
      case ONE_LINE -> {
        var words = head + " " + problem.habits().get(head);
        surface.text(words, after, baseline, fitted(words, type, box.width() - look.px(28)));
      }
      case TWO_LINES -> {
        surface.text(Integer.toString(head), after, baseline, type);
        var habit = problem.habits().get(head);
        surface.text(
            habit,
            box.x() + look.px(7),
            baseline + look.px(15),
            fitted(habit, type, box.width() - look.px(14)));
      }
    }
  }

  private Type fitted(String words, Type type, double room) {
    double length = surface.textWidth(words, type);
    return length <= room
        ? type
        : new Type(type.face(), type.size() * room / length, type.colour());
  }

  private void weights(CellGrid grid, int head) {
    // A thumbnail stands for the exercise: with weights also where its step has none yet.
    boolean there = head < frame.attended() || look.density() == Look.Density.THUMBNAIL;
    var weights = frame.pass().heads().get(head).weights();
    int known = there ? Integer.MAX_VALUE : 0;
    pixels.draw(surface, look, grid, new MatrixMark(weights, scale, known, mask));
  }

  /// One head large, in a card no higher than it needs.
  private Box large(Box room, int head) {
    var palette = look.palette();
    var colour = HeadColours.of(palette, head);
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    int n = problem.length();
    var names = RowNames.head(problem, head);
    double pad = thumbnail ? 4 : look.px(10);
    var inside = room.inset(pad);
    double title = thumbnail ? 0 : look.px(22);
    double left = thumbnail ? 0 : GridLabels.width(surface, names, look);
    double over =
        thumbnail ? 0 : GridLabels.overhang(surface, names, (inside.width() - left) / n, look);
    double across = inside.width() - left - Math.max(0, over - pad + look.px(3));
    double guess = across / n;
    double top = thumbnail ? 0 : GridLabels.height(surface, names, guess, look);
    double height = Math.min(guess * TALLEST, (inside.height() - title - top) / n);
    double width = Math.min(guess, height * 1.7);
    double x = inside.x() + left + Math.max(0, (across - n * width) / 2);
    var grid = new CellGrid(new Box(x, inside.y() + title + top, n * width, n * height), n, n);
    var box = new Box(room.x(), room.y(), room.width(), grid.box().bottom() + pad - room.y());
    surface.rectangle(box, look.px(6), Ink.filled(palette.raised()).withStroke(colour, look.px(2)));
    weights(grid, head);
    hits(grid, head);
    if (thumbnail) {
      return box;
    }
    double baseline = inside.y() + look.px(13);
    HeadColours.marker(
        surface, palette, head, inside.x() + look.px(7), baseline - look.px(5), look.px(6));
    var bold = new Type(Type.Face.BOLD, look.px(14), palette.text());
    var words = "Head " + head;
    surface.text(words, inside.x() + look.px(20), baseline, bold);
    if (!problem.habits().isEmpty()) {
      surface.text(
          problem.habits().get(head),
          inside.x() + look.px(28) + surface.textWidth(words, bold),
          baseline,
          new Type(Type.Face.REGULAR, look.px(12.5), palette.muted()));
    }
    labels(grid, x, names);
    emphasise(grid, head);
    return box;
  }

  private void labels(CellGrid grid, double left, List<String> names) {
    int row = followed().token();
    GridLabels.rows(
        surface, grid, look, left, i -> label(names.get(i), grid.cellHeight(), i == row));
    GridLabels.columns(
        surface,
        grid,
        look,
        grid.box().y(),
        GridLabels.widest(surface, names, grid.cellWidth(), look),
        j -> label(names.get(j), grid.cellWidth(), false));
  }

  private GridLabels.Label label(String name, double pitch, boolean strong) {
    var face = strong ? Type.Face.BOLD : Type.Face.REGULAR;
    return new GridLabels.Label(
        name, new Type(face, GridLabels.size(pitch, look), look.palette().text()));
  }

  private void hits(CellGrid grid, int head) {
    double[][] weights = frame.pass().heads().get(head).weights();
    int known = head < frame.attended() ? Integer.MAX_VALUE : 0;
    shown
        .hits()
        .add(
            new CellHits(
                grid,
                known,
                cell ->
                    new Spot(
                        new InHead(head, new OfCell(Tensor.WEIGHTS, cell.row(), cell.column())),
                        "weight "
                            + CellText.of(weights[cell.row()][cell.column()])
                            + (mask.hides(cell.row(), cell.column())
                                ? ", hidden by the mask"
                                : "")),
                element -> place(element, head)));
  }

  private static Optional<Cell> place(Element element, int head) {
    return element instanceof InHead(int of, OfCell(var tensor, int row, int column))
            && of == head
            // The scores of a row, from which its weights come, would stand in the same places.
            && (tensor == Tensor.WEIGHTS || tensor == Tensor.SCORES)
        ? Optional.of(new Cell(row, column))
        : Optional.empty();
  }

  private void emphasise(CellGrid grid, int head) {
    var palette = look.palette();
    int row = followed().token();
    outline(grid.row(row), palette.text(), 1.5);
    shown
        .pointed()
        .flatMap(element -> place(element, head))
        .ifPresent(cell -> {
          outline(grid.row(cell.row()), palette.accent(), 1);
          outline(grid.column(cell.column()), palette.accent(), 1);
        });
    for (var element : shown.lit()) {
      place(element, head)
          .ifPresent(cell -> outline(grid.cell(cell.row(), cell.column()), palette.category(1), 2));
    }
    shown
        .picked()
        .flatMap(element -> place(element, head))
        .ifPresent(cell -> outline(grid.cell(cell.row(), cell.column()), palette.accent(), 3));
  }

  private void outline(Box box, Color colour, double width) {
    surface.rectangle(box, look.px(2), Ink.stroked(colour, look.px(width)));
  }
}

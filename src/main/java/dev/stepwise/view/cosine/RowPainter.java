package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Type;
import dev.stepwise.view.cosine.CosineElement.OfDocument;
import dev.stepwise.view.cosine.CosineElement.OfNorm;
import dev.stepwise.view.cosine.CosineElement.OfNumber;
import dev.stepwise.view.cosine.CosineElement.OfQuery;
import dev.stepwise.view.cosine.CosineElement.OfSimilarity;
import javafx.scene.paint.Color;

/// Draws one row of the ranking: place, name, text, length, vector, similarity.
final class RowPainter {
  /// Lower rows have no words.
  private static final double READABLE = 13;

  private static final double BAR = 17;
  private static final double NARROWEST_CELL = 1.5;

  /// In pixels: narrower cells have no gaps, and are no numbers that one can point at.
  private static final double WIDE_CELL = 8;

  /// Of a row's height, what its words and its bar take.
  private static final double LETTERS = 0.72;

  private static final double THICKNESS = 0.62;

  /// How much smaller a text is written that would need more room than there is.
  private static final double SMALLER = 0.78;

  private final Stage stage;
  private final Pen pen;
  private final StageLayout.Columns columns;

  RowPainter(Stage stage) {
    this.stage = stage;
    this.pen = stage.pen();
    this.columns = stage.layout().columns();
  }

  /// The size of a row's words, where it is high enough.
  static double size(Look look) {
    return Role.BODY.in(look).size();
  }

  /// The size of words that would need more room than there is.
  static double smallest(Look look) {
    return Math.max(Look.LEGIBLE, size(look) * SMALLER);
  }

  /// How a row looks.
  enum Style {
    PLAIN,
    /// Among the best.
    CHOSEN,
    /// Not among the best.
    LEFT,
    /// The step looks at it.
    FOCUS;

    boolean isStrong() {
      return this == CHOSEN || this == FOCUS;
    }
  }

  /// Whether a row is high enough for words.
  boolean hasWords(Box row) {
    return pen.speaks() && row.height() >= pen.px(READABLE);
  }

  /// A row with a margin at its sides.
  Box around(Box row) {
    double aside = pen.px(Space.SMALL);
    return row.inset(0, -aside, 0, -aside);
  }

  /// Draws a document's row.
  ///
  /// @param place in the ranking, from 0; -1 while it has none
  void document(Box row, int document, int place, Style style) {
    var palette = pen.palette();
    if (style == Style.FOCUS) {
      var ground = palette.background().interpolate(palette.accent(), 0.1);
      ground(row, Ink.filled(ground).withStroke(palette.accent(), pen.px(Space.LINE)));
    }
    if (hasWords(row)) {
      words(row, document, place, style);
    }
    strip(row, document);
    if (stage.hasScore(document)) {
      similarity(row, document, style);
    }
  }

  /// Draws the query's row.
  void query(Box row) {
    int query = stage.problem().count();
    if (pen.speaks()) {
      var palette = pen.palette();
      ground(row, Ink.filled(palette.raised()).withStroke(palette.faint(), pen.px(Space.HAIR)));
      var bold = pen.type(Role.BODY).bold();
      pen.write("query", row, bold);
      if (columns.text().isThere()) {
        pen.write(stage.text(query), columns.text().of(row), bold);
        var place = Span.between(row.x(), columns.text().end()).of(row);
        stage.spots().add(new OfQuery(), apart(place), "the query: " + stage.text(query));
      }
      norm(row, query);
    }
    strip(row, query);
  }

  private void ground(Box row, Ink ink) {
    pen.surface().rectangle(around(row), pen.px(Space.TIGHT), ink);
  }

  /// A part of a row, so that the frames of neighbouring rows stay apart.
  private Box apart(Box part) {
    double apart = Math.min(pen.px(Space.LINE), part.height() / 8);
    return part.inset(apart, 0, apart, 0);
  }

  /// A role's type, as large as a row allows.
  private Type type(Role role, Box row) {
    var type = pen.type(role);
    return type.at(Math.min(type.size(), row.height() * LETTERS));
  }

  private Type value(Box row, Style style) {
    return type(style.isStrong() ? Role.TELLING : Role.VALUE, row).right();
  }

  private void words(Box row, int document, int place, Style style) {
    var muted = pen.palette().muted();
    if (place >= 0) {
      var type = value(row, style);
      pen.figure(
          Integer.toString(place + 1),
          columns.place().of(row),
          style.isStrong() ? type : type.coloured(muted));
    }
    var name = type(style.isStrong() ? Role.TELLING : Role.VALUE, row).coloured(muted);
    pen.write(Words.document(document), columns.name().of(row), name);
    var text = type(Role.BODY, row);
    if (columns.text().isThere()) {
      pen.write(
          stage.text(document), columns.text().of(row), style == Style.FOCUS ? text.bold() : text);
    }
    stage
        .spots()
        .add(
            new OfDocument(document),
            apart(Span.between(columns.name().x(), columns.text().end()).of(row)),
            Words.document(document) + " " + stage.text(document));
    norm(row, document);
  }

  private void norm(Box row, int vector) {
    if (!columns.norm().isThere() || !stage.hasNorm(vector) || !stage.hasVector(vector)) {
      return;
    }
    double norm = stage.frame().norm(vector);
    var colour = norm == 0 ? pen.palette().alarm() : pen.palette().muted();
    var box = columns.norm().of(row);
    pen.figure(Figures.number(norm), box, type(Role.VALUE, row).coloured(colour).right());
    stage.spots().add(new OfNorm(vector), apart(box), "length " + Numbers.text(norm));
  }

  private void strip(Box row, int vector) {
    if (!stage.hasVector(vector)) {
      return;
    }
    double[] values = stage.frame().vector(vector);
    var scale = stage.colours(vector);
    int cells = Math.clamp((int) (columns.strip().width() / NARROWEST_CELL), 1, values.length);
    boolean wide = columns.strip().width() / cells >= WIDE_CELL;
    boolean asked = wide && hasWords(row);
    double inset = hasWords(row) ? row.height() * 0.1 : row.height() > 4 ? 0.5 : 0;
    for (int c = 0; c < cells; c++) {
      int j = (int) ((long) c * values.length / cells);
      var cell = cell(row, c, cells, inset, wide ? 1 : 0);
      double value = values[j];
      var ink =
          Double.isFinite(value)
              ? Ink.filled(scale.colour(value))
              : Ink.stroked(pen.palette().alarm(), pen.px(Space.HAIR));
      pen.surface().rectangle(cell, wide ? pen.px(Space.LINE) : 0, ink);
      if (asked) {
        var description = "number %d: %s".formatted(j + 1, Numbers.text(value));
        stage.spots().add(new OfNumber(vector, j), cell, description);
      }
    }
  }

  private Box cell(Box row, int c, int cells, double inset, double gap) {
    var strip = columns.strip();
    double left = strip.width() * c / cells;
    double right = strip.width() * (c + 1) / cells;
    return new Box(
        strip.x() + left,
        row.y() + inset,
        Math.max(0.5, right - left - gap),
        Math.max(0.5, row.height() - 2 * inset));
  }

  private void similarity(Box row, int document, Style style) {
    double similarity = stage.similarity(document);
    var box = columns.similarity().of(row);
    var element = new OfSimilarity(document);
    if (Double.isNaN(similarity)) {
      if (hasWords(row)) {
        var alarm = type(Role.TELLING, row).coloured(pen.palette().alarm()).right();
        pen.write("NaN", columns.value().of(row), alarm);
      }
      stage.spots().add(element, apart(box), "not a number");
      return;
    }
    bar(row, stage.travelling(document, Words.shown(similarity, stage.metric())), style);
    if (hasWords(row)) {
      var figure = Figures.similarity(similarity, stage.metric());
      var type = value(row, style).coloured(pen.palette().text());
      pen.figure(figure, columns.value().of(row), type);
    }
    stage
        .spots()
        .add(
            element,
            apart(box),
            "%s of %s: %s"
                .formatted(
                    Words.measure(stage.metric()),
                    Words.document(document),
                    Words.similarity(similarity, stage.metric())));
  }

  private void bar(Box row, double shown, Style style) {
    double zero = barX(0);
    double tip = barX(shown);
    double width = Math.max(1, Math.abs(tip - zero));
    boolean words = hasWords(row);
    double height = words ? Math.min(row.height() * THICKNESS, pen.px(BAR)) : row.height() * 0.8;
    var box = new Box(Math.min(zero, tip), row.centreY() - height / 2, width, height);
    double radius = words ? Math.min(pen.px(Space.LINE), width / 2) : 0;
    pen.surface().rectangle(box, radius, Ink.filled(colour(style)));
  }

  /// The place of a value on the bars' axis.
  private double barX(double shown) {
    return columns.bars().x() + stage.prepared().bars().place(shown) * columns.bars().width();
  }

  private Color colour(Style style) {
    var palette = pen.palette();
    return switch (style) {
      case FOCUS -> palette.accent().interpolate(palette.text(), 0.25);
      case CHOSEN -> palette.accent();
      case PLAIN -> palette.accent().interpolate(palette.background(), 0.3);
      case LEFT -> palette.muted().interpolate(palette.background(), 0.55);
    };
  }
}

package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.cosine.CosineElement.OfDocument;
import dev.stepwise.view.cosine.CosineElement.OfNorm;
import dev.stepwise.view.cosine.CosineElement.OfNumber;
import dev.stepwise.view.cosine.CosineElement.OfQuery;
import dev.stepwise.view.cosine.CosineElement.OfSimilarity;
import javafx.scene.paint.Color;

/// Draws one row of the ranking: place, name, text, length, vector, similarity.
final class RowPainter {
  private static final double FONT = 12.5;
  private static final double NARROWEST_CELL = 1.5;
  private static final double SMALLER = 0.78;

  /// The width of a text does not shrink quite as its size does.
  private static final double ROUNDING = 0.985;

  private final Surface surface;
  private final Stage stage;
  private final Look look;
  private final StageLayout.Columns columns;

  RowPainter(Surface surface, Stage stage) {
    this.surface = surface;
    this.stage = stage;
    this.look = stage.look();
    this.columns = stage.layout().columns();
  }

  /// The size of a row's words, where it is high enough.
  static double size(Look look) {
    return look.px(FONT);
  }

  /// The size of words that would need more room than there is.
  static double smallest(Look look) {
    return Math.max(Look.LEGIBLE, look.px(FONT) * SMALLER);
  }

  /// How a row looks.
  enum Style {
    PLAIN,
    /// Among the best.
    CHOSEN,
    /// Not among the best.
    LEFT,
    /// The step looks at it.
    FOCUS
  }

  /// Draws a document's row.
  ///
  /// @param place in the ranking, from 0; -1 while it has none
  void document(Box row, int document, int place, Style style) {
    if (style == Style.FOCUS) {
      focusFrame(row);
    }
    boolean words = row.height() >= look.px(13) && look.density() != Look.Density.THUMBNAIL;
    if (words) {
      words(row, document, place, style);
    }
    strip(row, document);
    bar(row, document, style, words);
  }

  private void focusFrame(Box row) {
    var palette = look.palette();
    var box = row.inset(0, -look.px(5), 0, -look.px(6));
    surface.rectangle(
        box,
        look.px(5),
        Ink.filled(palette.background().interpolate(palette.accent(), 0.1))
            .withStroke(palette.accent(), look.px(1.5)));
  }

  private void words(Box row, int document, int place, Style style) {
    var palette = look.palette();
    double size = Math.min(look.px(FONT), row.height() * 0.72);
    double baseline = row.centreY() + size * 0.36;
    boolean strong = style == Style.FOCUS || style == Style.CHOSEN;
    if (place >= 0) {
      var type =
          new Type(
              strong ? Type.Face.MONO_BOLD : Type.Face.MONO,
              size,
              strong ? palette.text() : palette.muted());
      surface.text(
          Integer.toString(place + 1), columns.place(), baseline, type.aligned(Type.Align.RIGHT));
    }
    var name = new Type(strong ? Type.Face.MONO_BOLD : Type.Face.MONO, size, palette.muted());
    surface.text(Words.document(document), columns.name(), baseline, name);
    double end = columns.text() + columns.textWidth();
    stage
        .shown()
        .hits()
        .add(
            new OfDocument(document),
            new Box(
                    columns.name(),
                    row.y(),
                    Math.max(look.px(40), end - columns.name()),
                    row.height())
                .inset(0, look.px(4), 0, 0),
            Words.document(document) + " " + stage.text(document));
    if (columns.textWidth() > 0) {
      var type =
          new Type(style == Style.FOCUS ? Type.Face.BOLD : Type.Face.REGULAR, size, palette.text());
      text(document, baseline, type);
    }
    norm(row, document, size);
  }

  /// What a vector says: smaller where it is too long, and cut off where it would be too small.
  private void text(int vector, double baseline, Type type) {
    var text = stage.text(vector);
    double width = surface.textWidth(text, type);
    double share = width <= columns.textWidth() ? 2 : columns.textWidth() / width;
    double least = Math.min(type.size(), Math.max(Look.LEGIBLE, type.size() * SMALLER));
    double size = Math.clamp(type.size() * share * ROUNDING, least, type.size());
    var fitted = new Type(type.face(), size, type.colour());
    Written.draw(surface, text, columns.text(), baseline, fitted, columns.textWidth());
  }

  private void norm(Box row, int vector, double size) {
    if (columns.normWidth() == 0 || !stage.hasNorm(vector) || !stage.hasVector(vector)) {
      return;
    }
    double norm = stage.frame().norm(vector);
    var type =
        new Type(Type.Face.MONO, size, norm == 0 ? look.palette().alarm() : look.palette().muted())
            .aligned(Type.Align.RIGHT);
    surface.text(Figures.number(norm), columns.norm(), row.centreY() + size * 0.36, type);
    hit(
        new OfNorm(vector),
        new Box(columns.norm() - look.px(46), row.y(), look.px(46), row.height()),
        "length " + Numbers.text(norm));
  }

  /// Draws the query's row.
  void query(Box row) {
    var palette = look.palette();
    int query = stage.problem().count();
    if (look.density() == Look.Density.THUMBNAIL) {
      strip(row, query);
      return;
    }
    surface.rectangle(
        row.inset(0, -look.px(5), 0, -look.px(6)),
        look.px(5),
        Ink.filled(palette.raised()).withStroke(palette.faint(), look.px(1)));
    double size = look.px(FONT);
    double baseline = row.centreY() + size * 0.36;
    surface.text(
        "query", row.x() + look.px(2), baseline, new Type(Type.Face.BOLD, size, palette.text()));
    if (columns.textWidth() > 0) {
      text(query, baseline, new Type(Type.Face.BOLD, size, palette.text()));
      hit(
          new OfQuery(),
          new Box(row.x(), row.y(), columns.text() + columns.textWidth() - row.x(), row.height()),
          "the query: " + stage.text(query));
    }
    norm(row, query, size);
    strip(row, query);
  }

  private void strip(Box row, int vector) {
    if (!stage.hasVector(vector)) {
      return;
    }
    double[] values = stage.frame().vector(vector);
    var scale = stage.colours(vector);
    int cells = Math.clamp((int) (columns.stripWidth() / NARROWEST_CELL), 1, values.length);
    boolean wide = columns.stripWidth() / cells >= 8;
    double inset = row.height() >= look.px(12) ? row.height() * 0.1 : row.height() > 4 ? 0.5 : 0;
    for (int c = 0; c < cells; c++) {
      int j = (int) ((long) c * values.length / cells);
      var cell = cell(row, c, cells, inset, wide ? 1 : 0);
      double value = values[j];
      if (Double.isFinite(value)) {
        surface.rectangle(cell, wide ? look.px(2) : 0, Ink.filled(scale.colour(value)));
      } else {
        surface.rectangle(cell, 0, Ink.stroked(look.palette().alarm(), look.px(1)));
      }
      if (wide && row.height() >= look.px(12) && look.density() != Look.Density.THUMBNAIL) {
        lit(new OfNumber(vector, j), cell);
        hit(new OfNumber(vector, j), cell, "number %d: %s".formatted(j + 1, Numbers.text(value)));
      }
    }
  }

  private Box cell(Box row, int c, int cells, double inset, double gap) {
    double left = columns.stripWidth() * c / cells;
    double right = columns.stripWidth() * (c + 1) / cells;
    return new Box(
        columns.strip() + left,
        row.y() + inset,
        Math.max(0.5, right - left - gap),
        Math.max(0.5, row.height() - 2 * inset));
  }

  /// The place of zero and of a value on the bars' axis.
  double barX(double shownValue) {
    return columns.bars() + stage.prepared().bars().place(shownValue) * columns.barsWidth();
  }

  private void bar(Box row, int document, Style style, boolean words) {
    if (!stage.hasScore(document)) {
      return;
    }
    double similarity = stage.similarity(document);
    double shown = stage.travelling(document, Words.shown(similarity, stage.metric()));
    double size = Math.min(look.px(FONT), row.height() * 0.72);
    double baseline = row.centreY() + size * 0.36;
    var palette = look.palette();
    if (Double.isNaN(similarity)) {
      if (words) {
        var type = new Type(Type.Face.MONO_BOLD, size, palette.alarm()).aligned(Type.Align.RIGHT);
        surface.text("NaN", columns.value(), baseline, type);
      }
      hit(
          new OfSimilarity(document),
          new Box(columns.bars(), row.y(), columns.value() - columns.bars(), row.height()),
          "not a number");
      return;
    }
    double from = Math.min(barX(0), barX(shown));
    double width = Math.max(1, Math.abs(barX(shown) - barX(0)));
    double height = words ? Math.min(row.height() * 0.62, look.px(17)) : row.height() * 0.8;
    var box = new Box(from, row.centreY() - height / 2, width, height);
    surface.rectangle(box, words ? Math.min(look.px(2), width / 2) : 0, Ink.filled(colour(style)));
    lit(new OfSimilarity(document), box);
    if (words) {
      boolean strong = style == Style.FOCUS || style == Style.CHOSEN;
      var type =
          new Type(strong ? Type.Face.MONO_BOLD : Type.Face.MONO, size, palette.text())
              .aligned(Type.Align.RIGHT);
      surface.text(Figures.similarity(similarity, stage.metric()), columns.value(), baseline, type);
    }
    hit(
        new OfSimilarity(document),
        new Box(columns.bars(), row.y(), columns.value() - columns.bars(), row.height()),
        "%s of %s: %s"
            .formatted(
                Words.measure(stage.metric()),
                Words.document(document),
                Words.similarity(similarity, stage.metric())));
  }

  private Color colour(Style style) {
    var palette = look.palette();
    return switch (style) {
      case FOCUS -> palette.accent().interpolate(palette.text(), 0.25);
      case CHOSEN -> palette.accent();
      case PLAIN -> palette.accent().interpolate(palette.background(), 0.3);
      case LEFT -> palette.muted().interpolate(palette.background(), 0.55);
    };
  }

  private void lit(Element element, Box box) {
    if (stage.shown().lit().contains(element)
        || stage.shown().picked().filter(element::equals).isPresent()) {
      surface.rectangle(
          box.inset(-look.px(1.5)), look.px(2), Ink.stroked(look.palette().text(), look.px(1.8)));
    }
  }

  private void hit(Element element, Box box, String description) {
    stage.shown().hits().add(element, box, description);
  }
}

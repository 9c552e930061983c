package dev.stepwise.export;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Surface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes handouts as PDF on A4: each stop begins a page, with its picture as it is on the wall.
/// The same lecture gives the same bytes.
public final class HandoutPdf {
  private static final int PICTURE_WIDTH = 1280;
  private static final int PICTURE_HEIGHT = 720;
  private static final double SCALE = SheetStyle.COLUMN / PICTURE_WIDTH;
  private static final double HEAD = 62;
  private static final double FOOTER = 34;
  private static final double GAP = 7;

  private final Handout handout;
  private final SheetStyle style = new SheetStyle();

  private HandoutPdf(Handout handout) {
    this.handout = handout;
  }

  /// Writes a handout.
  ///
  /// @throws IOException where the stream fails
  public static void write(Handout handout, OutputStream out) throws IOException {
    Toolkit.start();
    var walls = new ArrayList<Consumer<Surface>>();
    for (var stop : handout.stops()) {
      walls.add(stop.wall(PICTURE_WIDTH, PICTURE_HEIGHT)); // computed off the JavaFX thread
    }
    byte[] drawn = Toolkit.call(() -> new HandoutPdf(handout).bytes(walls));
    out.write(drawn);
  }

  private byte[] bytes(List<Consumer<Surface>> walls) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var pdf = new PdfFile(handout.title())) {
      int begins = 0;
      for (int i = 0; i < walls.size(); i++) {
        stop(pdf, i, begins, walls.get(i));
        begins += handout.stops().get(i).stop().minutes();
      }
      pdf.write(bytes);
    }
    return bytes.toByteArray();
  }

  private void stop(PdfFile pdf, int index, int begins, Consumer<Surface> wall) throws IOException {
    double height = PICTURE_HEIGHT * SCALE;
    double below = SheetStyle.MARGIN + HEAD + height + 16;
    double foot = SheetStyle.HEIGHT - FOOTER - 2 * SheetStyle.NOTE.size();
    var blocks = blocks(handout.stops().get(index));
    var pages =
        blocks.isEmpty()
            ? List.<List<SheetBlock>>of(List.of())
            : SheetPages.of(blocks, GAP, foot - below, foot - SheetStyle.MARGIN - HEAD);
    var clock = "from %s, %s".formatted(Handout.clock(begins), minutes(index));
    for (int page = 0; page < pages.size(); page++) {
      var words = pages.get(page);
      boolean first = page == 0;
      var parts = new ArrayList<PdfFile.Part>();
      parts.add(
          new PdfFile.Part(
              0,
              0,
              1,
              surface -> {
                head(surface, index, first ? clock : "continued");
                paint(surface, words, first ? below : SheetStyle.MARGIN + HEAD);
              }));
      if (first) {
        double top = SheetStyle.MARGIN + HEAD;
        parts.add(new PdfFile.Part(SheetStyle.MARGIN, top, SCALE, wall));
        parts.add(new PdfFile.Part(0, 0, 1, surface -> frame(surface, top, height)));
      }
      pdf.page(SheetStyle.WIDTH, SheetStyle.HEIGHT, parts);
    }
  }

  private String minutes(int index) {
    return Handout.minutes(handout.stops().get(index).stop().minutes());
  }

  private static void frame(Surface surface, double top, double height) {
    surface.rectangle(
        new Box(SheetStyle.MARGIN, top, SheetStyle.COLUMN, height),
        0,
        Ink.stroked(SheetStyle.PALETTE.faint(), 1));
  }

  private static void paint(Surface surface, List<SheetBlock> blocks, double top) {
    double y = top;
    for (var block : blocks) {
      block.drawing().draw(surface, SheetStyle.MARGIN, y);
      y += block.height() + GAP;
    }
  }

  private void head(Surface surface, int index, String right) {
    var stop = handout.stops().get(index);
    var note = SheetStyle.NOTE;
    double x = SheetStyle.MARGIN;
    double end = x + SheetStyle.COLUMN;
    double y = SheetStyle.MARGIN + note.size();
    var place = "stop %d of %d".formatted(index + 1, handout.stops().size());
    surface.text(place, end, y, note.right());
    double room = SheetStyle.COLUMN - style.width(place, note) - 24;
    surface.text(style.cut(handout.title(), note, room), x, y, note);
    var title = SheetStyle.TITLE;
    double rest = SheetStyle.COLUMN - style.width(right, note) - 24;
    surface.text(style.cut(stop.stop().title(), title, rest), x, y + 32, title);
    surface.text(right, end, y + 32, note.right());
  }

  private List<SheetBlock> blocks(HandoutStop stop) {
    var blocks = new ArrayList<SheetBlock>();
    blocks.add(
        style.paragraph(
            "Shows: %s, step %s".formatted(stop.shows(), steps(stop)), SheetStyle.NOTE, 4));
    var told = stop.stop();
    if (!told.question().isBlank()) {
      blocks.add(style.paragraph(told.question(), SheetStyle.HEADING, 0).tied());
      blocks.add(
          handout.hasNotes() && !told.answer().isBlank()
              ? style.paragraph(told.answer(), SheetStyle.BODY, 6)
              : rules());
    }
    var freedoms = Handout.freedoms(told);
    if (!freedoms.isEmpty()) {
      blocks.add(style.paragraph(freedoms, SheetStyle.BODY, 6));
    }
    if (handout.hasNotes()) {
      Handout.paragraphs(told.notes())
          .forEach(line -> blocks.add(style.paragraph(line, SheetStyle.BODY, 3)));
    }
    return blocks;
  }

  private static String steps(HandoutStop stop) {
    var steps = stop.steps();
    return steps.size() == 1
        ? steps.getFirst().toString()
        : steps.getFirst() + " to " + steps.getLast();
  }

  /// Lines to write an answer on.
  private static SheetBlock rules() {
    double leading = 30;
    int lines = 2;
    return new SheetBlock(
        SheetStyle.COLUMN,
        lines * leading + 6,
        (surface, x, y) -> {
          for (int i = 1; i <= lines; i++) {
            surface.line(
                x,
                y + i * leading,
                x + SheetStyle.COLUMN,
                y + i * leading,
                new Ink.Stroke(SheetStyle.PALETTE.faint(), 1));
          }
        });
  }
}

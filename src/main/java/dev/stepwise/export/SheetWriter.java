package dev.stepwise.export;

import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Surface;
import dev.stepwise.formula.Formulas;
import dev.stepwise.quiz.HandSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Writes sheets to be worked out by hand, and their keys, as PDF on A4. The same sheet gives the
/// same bytes.
public final class SheetWriter {
  private static final double FOOTER = 34;
  private static final double GAP = 8;

  private final SheetFile file;
  private final Copy copy;
  private final SheetStyle style = new SheetStyle();
  private final SheetBlanks blanks;
  private final SheetTables.Numbering numbers;

  /// Whose copy it is.
  public enum Copy {
    /// The learner's, with empty boxes.
    SHEET("By hand"),
    /// The teacher's, with the arithmetic and the results.
    KEY("Key");

    private final String title;

    Copy(String title) {
      this.title = title;
    }
  }

  private SheetWriter(SheetFile file, Formulas formulas, Copy copy) {
    this.file = file;
    this.copy = copy;
    this.blanks = new SheetBlanks(style, formulas, copy);
    this.numbers = new SheetTables.Numbering(file.sheet());
  }

  /// Writes a sheet or its key.
  ///
  /// @param formulas sets the formulas
  /// @throws IOException where the stream fails
  public static void write(SheetFile file, Formulas formulas, Copy copy, OutputStream out)
      throws IOException {
    Toolkit.start();
    byte[] drawn = Toolkit.call(() -> new SheetWriter(file, formulas, copy).bytes());
    out.write(drawn);
  }

  private byte[] bytes() throws IOException {
    var pages = pages();
    var bytes = new ByteArrayOutputStream();
    try (var pdf = new PdfFile(title() + " · " + file.title())) {
      for (int i = 0; i < pages.size(); i++) {
        int page = i;
        pdf.page(
            SheetStyle.WIDTH,
            SheetStyle.HEIGHT,
            surface -> draw(surface, pages.get(page), page + 1, pages.size()));
      }
      pdf.write(bytes);
    }
    return bytes.toByteArray();
  }

  /// Draws every page on a surface of its own, for tests.
  static List<SheetPage> laidOut(SheetFile file, Formulas formulas, Copy copy) {
    var writer = new SheetWriter(file, formulas, copy);
    var pages = writer.pages();
    var drawn = new ArrayList<SheetPage>();
    for (int i = 0; i < pages.size(); i++) {
      int page = i;
      drawn.add(surface -> writer.draw(surface, pages.get(page), page + 1, pages.size()));
    }
    return drawn;
  }

  /// A page that can be drawn.
  @FunctionalInterface
  interface SheetPage {
    void draw(Surface surface);
  }

  private String title() {
    return copy.title + ": " + file.exercise();
  }

  private void draw(Surface surface, List<SheetBlock> page, int number, int of) {
    double y = SheetStyle.MARGIN;
    for (var block : page) {
      block.drawing().draw(surface, SheetStyle.MARGIN, y);
      y += block.height() + GAP;
    }
    var type = SheetStyle.NOTE;
    double foot = SheetStyle.HEIGHT - FOOTER;
    double right = SheetStyle.MARGIN + SheetStyle.COLUMN;
    var pages = "page %d of %d".formatted(number, of);
    surface.text(pages, right, foot, type.right());
    double room = SheetStyle.COLUMN - style.width(pages, type) - 24;
    var place = " · %s · seed %d".formatted(steps(), file.seed());
    double left = room - style.width(place, type);
    surface.text(style.cut(file.title(), type, left) + place, SheetStyle.MARGIN, foot, type);
  }

  private String steps() {
    var paths = file.sheet().tasks().stream().map(HandSheet.Task::path).toList();
    return (paths.size() == 1 ? "step " : "steps ") + String.join(", ", paths);
  }

  private List<List<SheetBlock>> pages() {
    double room = SheetStyle.HEIGHT - SheetStyle.MARGIN - FOOTER - 2 * SheetStyle.NOTE.size();
    return SheetPages.of(blocks(), GAP, room, room);
  }

  private List<SheetBlock> blocks() {
    var blocks = new ArrayList<SheetBlock>();
    blocks.add(head().tied());
    blocks.add(style.paragraph(asked(), SheetStyle.BODY, 10).tied());
    for (var task : file.sheet().tasks()) {
      var place = "Step %s: %s".formatted(task.path(), String.join(" › ", task.crumbs()));
      blocks.add(style.paragraph(place, SheetStyle.HEADING, 0).tied());
      var tables = new SheetTables(style, task, numbers).blocks();
      blocks.add(style.paragraph(given(task), SheetStyle.NOTE, 0).tied());
      tables.forEach(row -> blocks.add(row.tied()));
      for (var blank : task.blanks()) {
        blocks.add(blanks.of(blank, numbers.of(blank), task.moreDigits()));
      }
    }
    return blocks;
  }

  private SheetBlock head() {
    var type = SheetStyle.TITLE;
    var note = SheetStyle.BODY;
    var name = copy == Copy.SHEET ? "Name" : "";
    double rule = 200;
    double room = SheetStyle.COLUMN - (name.isEmpty() ? 0 : rule + 60);
    return new SheetBlock(
        SheetStyle.COLUMN,
        34,
        (surface, x, y) -> {
          surface.text(style.cut(title(), type, room), x, y + type.size(), type);
          if (!name.isEmpty()) {
            double right = x + SheetStyle.COLUMN;
            surface.text(name, right - rule - 8, y + type.size(), note.right());
            surface.line(
                right - rule,
                y + type.size() + 3,
                right,
                y + type.size() + 3,
                new Ink.Stroke(SheetStyle.PALETTE.muted(), 0.75));
          }
        });
  }

  private String asked() {
    int count = file.sheet().blanks().size();
    return copy == Copy.KEY
        ? "%s. What belongs into the %s, with the arithmetic."
            .formatted(file.title(), count == 1 ? "box" : count + " boxes")
        : ("%s. Work out what belongs into the %s, one after the other, from the numbers given;"
                + " beside each box stands to how many digits.")
            .formatted(file.title(), count == 1 ? "dashed box" : count + " dashed boxes");
  }

  private static String given(HandSheet.Task task) {
    var words = "Given, under the names of the listing, indices from 0";
    return task.asked().isEmpty() ? words + ":" : words + "; ↑ 1 is your result of number 1:";
  }
}

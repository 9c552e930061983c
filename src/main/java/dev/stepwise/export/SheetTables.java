package dev.stepwise.export;

import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.quiz.Blank;
import dev.stepwise.quiz.HandSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The numbers that the blanks of a step are made from, as tables under the names that the listing
/// has: the rows and columns that are needed, with their indices. What was asked for before is left
/// out, with the number of its blank.
final class SheetTables {
  private static final int MOST_ROWS = 16;
  private static final double ROW = 22;
  private static final double PADDING = 8;
  private static final double GAP = 28;

  private final SheetStyle style;
  private final Map<Ref, String> cells = new LinkedHashMap<>();
  private final Map<Ref, String> references = new LinkedHashMap<>();

  /// @param numbers the number of each blank of the sheet
  SheetTables(SheetStyle style, HandSheet.Task task, Numbering numbers) {
    this.style = style;
    for (var blank : task.blanks()) {
      blank.derivation().operation().operands().stream()
          .flatMap(Operand::leaves)
          .forEach(leaf -> put(leaf, task, numbers));
    }
  }

  private void put(Operand.At leaf, HandSheet.Task task, Numbering numbers) {
    var asked = task.asked().get(leaf.address());
    if (asked != null && asked.derivation().value() == leaf.value()) {
      references.put(leaf.address(), "↑ " + numbers.of(asked));
    } else {
      cells.putIfAbsent(leaf.address(), Numbers.text(leaf.value(), task.moreDigits()));
    }
  }

  /// The tables, beside each other where they have room.
  List<SheetBlock> blocks() {
    var tables = new LinkedHashMap<String, List<Ref>>();
    var all = new LinkedHashMap<>(cells);
    all.putAll(references);
    for (var ref : all.keySet()) {
      tables.computeIfAbsent(name(ref), _ -> new ArrayList<>()).add(ref);
    }
    var blocks = new ArrayList<SheetBlock>();
    tables.forEach((name, refs) -> blocks.addAll(parts(name, refs)));
    return SheetStyle.rows(blocks, GAP);
  }

  /// The variable, with all indices but those of the row and the column.
  private static String name(Ref ref) {
    int depth = ref.indices().size();
    return depth <= 2
        ? ref.variable()
        : new Ref(ref.variable(), ref.indices().subList(0, depth - 2)).text();
  }

  private static int row(Ref ref) {
    int depth = ref.indices().size();
    return depth < 2 ? -1 : ref.index(depth - 2);
  }

  private static int column(Ref ref) {
    return ref.indices().isEmpty() ? -1 : ref.indices().getLast();
  }

  /// A table, in parts where it is too long or too wide.
  private List<SheetBlock> parts(String name, List<Ref> refs) {
    var rows = new ArrayList<>(new TreeSet<>(refs.stream().map(SheetTables::row).toList()));
    var columns = new ArrayList<>(new TreeSet<>(refs.stream().map(SheetTables::column).toList()));
    double cell = refs.stream().mapToDouble(ref -> width(text(ref))).max().orElse(0) + 2 * PADDING;
    double head = columns.stream().mapToDouble(this::width).max().orElse(0) + 2 * PADDING;
    double wide = Math.max(cell, head);
    double left =
        rows.getFirst() < 0 ? 0 : rows.stream().mapToDouble(this::width).max().orElse(0) + PADDING;
    int mostColumns = Math.max(1, (int) ((SheetStyle.COLUMN - left) / wide));
    var parts = new ArrayList<SheetBlock>();
    for (int top = 0; top < rows.size(); top += MOST_ROWS) {
      for (int from = 0; from < columns.size(); from += mostColumns) {
        var part =
            new Part(
                name,
                refs,
                rows.subList(top, Math.min(rows.size(), top + MOST_ROWS)),
                columns.subList(from, Math.min(columns.size(), from + mostColumns)),
                left,
                wide);
        parts.add(part.block());
      }
    }
    return parts;
  }

  private double width(String text) {
    return style.width(text, SheetStyle.FIGURE);
  }

  private double width(int index) {
    return style.width(String.valueOf(index), SheetStyle.NOTE);
  }

  private String text(Ref ref) {
    var reference = references.get(ref);
    return reference != null ? reference : cells.getOrDefault(ref, "");
  }

  /// Some rows and columns of a table.
  private final class Part {
    private static final double NAME = 20;
    private static final double HEAD = 18;

    private final String name;
    private final List<Ref> refs;
    private final List<Integer> rows;
    private final List<Integer> columns;

    /// The width of the column of indices.
    private final double left;

    /// The width of a cell.
    private final double wide;

    Part(
        String name,
        List<Ref> refs,
        List<Integer> rows,
        List<Integer> columns,
        double left,
        double wide) {
      this.name = style.cut(name, SheetStyle.NAME, SheetStyle.COLUMN);
      this.refs = refs;
      this.rows = rows;
      this.columns = columns;
      this.left = left;
      this.wide = wide;
    }

    SheetBlock block() {
      double width = Math.max(left + columns.size() * wide, style.width(name, SheetStyle.NAME));
      return new SheetBlock(width, NAME + head() + rows.size() * ROW + 12, this::draw);
    }

    /// A single number has no indices.
    private double head() {
      return columns.getFirst() < 0 ? 0 : HEAD;
    }

    private void draw(Surface surface, double x, double y) {
      surface.text(name, x, y + SheetStyle.NAME.size(), SheetStyle.NAME);
      var index = SheetStyle.NOTE;
      double top = y + NAME + head();
      for (int j = 0; j < columns.size() && head() > 0; j++) {
        double middle = x + left + (j + 0.5) * wide;
        surface.text(String.valueOf(columns.get(j)), middle, top - 6, index.centred());
      }
      for (int i = 0; i < rows.size(); i++) {
        double baseline = top + (i + 0.5) * ROW + index.drop();
        if (left > 0) {
          surface.text(String.valueOf(rows.get(i)), x + left - PADDING, baseline, index.right());
        }
      }
      for (var ref : refs) {
        int i = rows.indexOf(row(ref));
        int j = columns.indexOf(column(ref));
        if (i >= 0 && j >= 0) {
          cell(surface, ref, new Box(x + left + j * wide, top + i * ROW, wide, ROW));
        }
      }
    }

    private void cell(Surface surface, Ref ref, Box box) {
      boolean isAsked = references.containsKey(ref);
      var line = SheetStyle.PALETTE.muted();
      surface.rectangle(box, 0, isAsked ? Ink.stroked(line, 1, 3, 3) : Ink.stroked(line, 0.75));
      Type type = isAsked ? SheetStyle.NOTE.centred() : SheetStyle.FIGURE.right();
      surface.text(
          text(ref),
          isAsked ? box.centreX() : box.right() - PADDING,
          box.centreY() + type.drop(),
          type);
    }
  }

  /// The number of each blank, counted over the whole sheet.
  record Numbering(HandSheet sheet) {
    int of(Blank blank) {
      var blanks = sheet.blanks();
      for (int i = 0; i < blanks.size(); i++) {
        if (blanks.get(i).equals(blank)) {
          return i + 1;
        }
      }
      throw new IllegalArgumentException("no blank of the sheet: " + blank.ref().text());
    }
  }
}

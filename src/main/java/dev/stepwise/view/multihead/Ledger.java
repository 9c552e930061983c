package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.multihead.MultiHead;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.multihead.Tracked;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Shown;
import dev.stepwise.view.marks.Argb;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Palette;
import dev.stepwise.view.marks.Pixels;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import dev.stepwise.view.multihead.MultiHeadElement.OfStation;
import dev.stepwise.view.multihead.MultiHeadElement.Station;
import java.util.ArrayList;
import java.util.List;

/// Draws the way of the queries through the shapes, and one number's place in each: its index and
/// its value below. Colour names the head, so a wrong reshape shows as a mix of colours.
final class Ledger {
  /// How high it is, in pixels at scale 1.
  static final double HEIGHT = 196;

  private static final double PICTURE = 112;
  private static final double WAY = 56;

  private final Surface surface;
  private final Shown<MultiHeadFrame> shown;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Look look;
  private final Palette palette;
  private final Tracked tracked;
  private final double most;

  Ledger(Surface surface, Shown<MultiHeadFrame> shown) {
    this.surface = surface;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.problem = frame.problem();
    this.look = shown.look();
    this.palette = look.palette();
    this.tracked = frame.pass().tracked();
    this.most = furthest(frame.pass().whole().q());
  }

  private static double furthest(double[][] matrix) {
    double most = 1e-300;
    for (double[] row : matrix) {
      for (double value : row) {
        most = Math.max(most, Math.abs(value));
      }
    }
    return most;
  }

  /// A picture of numbers in rows, some of them apart from each other.
  private interface Numbering {
    /// The head of a number.
    int head(int row, int column);

    double value(int row, int column);
  }

  /// Where rows of a picture are.
  ///
  /// @param group how many rows lie together
  private record Rows(Box box, int rows, int columns, int group) {
    double gap() {
      int groups = rows / group;
      return groups > 1 ? Math.min(5, box.height() * 0.16 / (groups - 1)) : 0;
    }

    double height() {
      int groups = rows / group;
      return (box.height() - gap() * (groups - 1)) / rows;
    }

    Box cell(int row, int column) {
      int before = row / group;
      double top = box.y() + row * height() + before * gap();
      double width = box.width() / columns;
      return new Box(box.x() + column * width, top, width, height());
    }
  }

  void paint(Box box) {
    boolean straight = problem.reshape() == Reshape.WITHOUT_TRANSPOSE;
    surface.text(
        straight ? "Where one number goes, and where it should" : "Where one number goes",
        box.x(),
        box.y() + look.px(12),
        new Type(Type.Face.BOLD, look.px(13), palette.text()));
    double top = box.y() + look.px(22);
    int n = problem.length();
    int h = problem.heads();
    int d = problem.modelWidth();
    int k = problem.headWidth();
    double way = Math.min(look.px(WAY), box.width() * 0.07);
    double wide = Math.min(look.px(122), (box.width() - 5 * way) * 0.2);
    double narrow = (box.width() - 5 * way - 3 * wide) / 3;
    double slim = Math.clamp(look.px(70), look.px(24), Math.max(look.px(24), narrow - look.px(6)));
    double x = box.x();

    var right = tracked.rightPlace(problem);
    var place = tracked.place(problem);
    double[][] q = frame.pass().whole().q();
    double value = q[tracked.row()][tracked.column()];
    station(
        Station.PROJECTED,
        new Box(x, top, wide, look.px(PICTURE)),
        wide,
        n,
        d,
        n,
        whole(q),
        tracked.row(),
        tracked.column(),
        List.of("Q  " + n + "×" + d, index(tracked.row(), tracked.column()), Numbers.text(value)),
        0);
    x += wide;
    way(x, top, way, straight ? "wrong" : "reshape", 1);
    x += way;
    if (straight) {
      station(
          Station.RESHAPED,
          new Box(x, top, narrow, look.px(PICTURE)),
          slim,
          h * n,
          k,
          n,
          turned(q),
          place.head() * n + place.token(),
          place.column(),
          List.of(
              "wrong " + h + "×" + n + "×" + k,
              index(place.head(), place.token(), place.column()),
              Numbers.text(value)),
          1);
    } else {
      station(
          Station.RESHAPED,
          new Box(x, top, narrow, look.px(PICTURE)),
          slim,
          n * h,
          k,
          h,
          cut(q),
          right.token() * h + right.head(),
          right.column(),
          List.of(
              n + "×" + h + "×" + k,
              index(right.token(), right.head(), right.column()),
              Numbers.text(value)),
          1);
    }
    x += narrow;
    way(x, top, way, straight ? "right:" : "transpose", 2);
    x += way;
    station(
        Station.TURNED,
        new Box(x, top, narrow, look.px(PICTURE)),
        slim,
        h * n,
        k,
        n,
        straight ? rightlyTurned(q) : turned(q),
        right.head() * n + right.token(),
        right.column(),
        List.of(
            (straight ? "right " : "") + h + "×" + n + "×" + k,
            index(right.head(), right.token(), right.column()),
            Numbers.text(value)),
        straight ? 1 : 2);
    x += narrow;
    way(x, top, way, "attend", 3);
    x += way;
    double after = frame.pass().heads().get(right.head()).output()[right.token()][right.column()];
    station(
        Station.ATTENDED,
        new Box(x, top, narrow, look.px(PICTURE)),
        slim,
        h * n,
        k,
        n,
        attended(),
        right.head() * n + right.token(),
        right.column(),
        List.of(
            h + "×" + n + "×" + k,
            index(right.head(), right.token(), right.column()),
            Numbers.text(after)),
        3);
    x += narrow;
    way(x, top, way, "join", 4);
    x += way;
    station(
        Station.JOINED,
        new Box(x, top, wide, look.px(PICTURE)),
        wide,
        n,
        d,
        n,
        whole(frame.pass().joined()),
        right.token(),
        right.head() * k + right.column(),
        List.of(
            "joined " + n + "×" + d,
            index(right.token(), right.head() * k + right.column()),
            Numbers.text(after)),
        4);
    x += wide;
    way(x, top, way, "· W_o", 5);
    x += way;
    station(
        Station.OUTPUT,
        new Box(x, top, wide, look.px(PICTURE)),
        wide,
        n,
        d,
        n,
        mixed(),
        -1,
        -1,
        List.of("output " + n + "×" + d, "draws on all heads", ""),
        5);
  }

  private static String index(int... at) {
    var words = new ArrayList<String>();
    for (int each : at) {
      words.add(Integer.toString(each));
    }
    return "[" + String.join(", ", words) + "]";
  }

  private void way(double x, double top, double width, String words, int stage) {
    boolean current = frame.stage() == stage;
    var colour = current ? palette.accent() : palette.muted();
    double y = top + look.px(PICTURE) * 0.5;
    double end = x + width - look.px(5);
    surface.line(x + look.px(4), y, end, y, new Ink.Stroke(colour, look.px(current ? 2 : 1.3)));
    double head = look.px(4.5);
    surface.polygon(
        new double[] {end, end - head, end - head},
        new double[] {y, y - head * 0.8, y + head * 0.8},
        Ink.filled(colour));
    var face = current ? Type.Face.BOLD : Type.Face.MEDIUM;
    double size = look.px(12);
    double text = surface.textWidth(words, new Type(face, size, colour));
    double fitting = Math.min(size, size * (width - 2) / text);
    surface.text(
        words,
        x + width / 2,
        y - look.px(7),
        new Type(face, fitting, colour).aligned(Type.Align.CENTRE));
  }

  private void station(
      Station station,
      Box slot,
      double width,
      int rows,
      int columns,
      int group,
      Numbering numbers,
      int row,
      int column,
      List<String> words,
      int stage) {
    boolean reached = frame.stage() >= stage;
    double high =
        rows == group
            ? Math.min(slot.height(), Math.max(look.px(36), rows * look.px(9)))
            : slot.height();
    var box =
        new Box(
            Math.round(slot.centreX() - width / 2),
            Math.round(slot.y() + (slot.height() - high) / 2),
            Math.floor(width),
            Math.floor(high));
    var layout = new Rows(box, rows, columns, group);
    if (reached) {
      surface.pixels(pixels(layout, numbers), box.x(), box.y());
    } else {
      surface.rectangle(box, look.px(3), Ink.stroked(palette.faint(), 1, 4, 3));
    }
    if (row >= 0 && reached) {
      var cell = layout.cell(row, column);
      double side = Math.max(look.px(7), Math.min(cell.width(), cell.height()));
      var mark = new Box(cell.centreX() - side / 2, cell.centreY() - side / 2, side, side);
      surface.rectangle(
          mark,
          look.px(1.5),
          Ink.filled(Palette.LIGHT.background()).withStroke(Palette.LIGHT.text(), look.px(1.4)));
    }
    boolean current = frame.stage() == stage;
    double y = slot.bottom() + look.px(17);
    var faces = List.of(Type.Face.MONO_BOLD, Type.Face.MONO, Type.Face.MONO);
    for (int line = 0; line < words.size(); line++) {
      if (line > 0 && !reached) {
        break;
      }
      var colour = line == 0 ? current ? palette.accent() : palette.text() : palette.muted();
      double size = look.px(11.5);
      double room = slot.width() + look.px(40);
      double text = surface.textWidth(words.get(line), new Type(faces.get(line), size, colour));
      double fitting = text <= room ? size : size * room / text;
      surface.text(
          words.get(line),
          slot.centreX(),
          y,
          new Type(faces.get(line), fitting, colour).aligned(Type.Align.CENTRE));
      y += look.px(15.5);
    }
    shown.hits().add(new OfStation(station), slot, words.getFirst());
  }

  private Pixels pixels(Rows layout, Numbering numbers) {
    var pixels = new Pixels((int) layout.box().width(), (int) layout.box().height());
    double gap = layout.gap();
    double height = layout.height();
    double block = layout.group() * height + gap;
    for (int y = 0; y < pixels.height(); y++) {
      int index = (int) (y / block);
      double within = y - index * block;
      if (within >= layout.group() * height) {
        continue;
      }
      int row = Math.min(layout.rows() - 1, index * layout.group() + (int) (within / height));
      for (int x = 0; x < pixels.width(); x++) {
        int column = Math.min(layout.columns() - 1, x * layout.columns() / pixels.width());
        int head = numbers.head(row, column);
        double share = Math.abs(numbers.value(row, column)) / most;
        pixels.argb()[y * pixels.width() + x] =
            head < 0
                ? Argb.premultiplied(
                    palette
                        .background()
                        .interpolate(palette.text(), 0.08 + 0.7 * Math.min(1, share)),
                    1)
                : HeadColours.argb(palette, head, share);
      }
    }
    return pixels;
  }

  private Numbering whole(double[][] matrix) {
    return new Numbering() {
      @Override
      public int head(int row, int column) {
        return column / problem.headWidth();
      }

      @Override
      public double value(int row, int column) {
        return matrix[row][column];
      }
    };
  }

  private Numbering mixed() {
    return new Numbering() {
      @Override
      public int head(int row, int column) {
        return -1;
      }

      @Override
      public double value(int row, int column) {
        return frame.pass().output()[row][column];
      }
    };
  }

  /// n×heads×d_k: the heads of a token below each other.
  private Numbering cut(double[][] matrix) {
    return new Numbering() {
      @Override
      public int head(int row, int column) {
        return row % problem.heads();
      }

      @Override
      public double value(int row, int column) {
        return matrix[row / problem.heads()][head(row, column) * problem.headWidth() + column];
      }
    };
  }

  /// heads×n×d_k as this run has it, in the colours of the columns that numbers come from.
  private Numbering turned(double[][] matrix) {
    return new Numbering() {
      private int[] source(int row, int column) {
        int n = problem.length();
        return MultiHead.source(problem, new MultiHead.Place(row / n, row % n, column));
      }

      @Override
      public int head(int row, int column) {
        return source(row, column)[1] / problem.headWidth();
      }

      @Override
      public double value(int row, int column) {
        int[] from = source(row, column);
        return matrix[from[0]][from[1]];
      }
    };
  }

  /// heads×n×d_k as it should be.
  private Numbering rightlyTurned(double[][] matrix) {
    return new Numbering() {
      @Override
      public int head(int row, int column) {
        return row / problem.length();
      }

      @Override
      public double value(int row, int column) {
        return matrix[row % problem.length()][head(row, column) * problem.headWidth() + column];
      }
    };
  }

  private Numbering attended() {
    List<Attention.Pass> heads = frame.pass().heads();
    return new Numbering() {
      @Override
      public int head(int row, int column) {
        return row / problem.length();
      }

      @Override
      public double value(int row, int column) {
        return heads.get(row / problem.length()).output()[row % problem.length()][column];
      }
    };
  }
}

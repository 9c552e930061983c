package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.multihead.MultiHead;
import dev.stepwise.compute.multihead.MultiHead.Pass;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.draw.Argb;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.Contrast;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pixels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;

/// The pictures of the ledger's stations: which number stands where, in the colour of its head.
final class LedgerPictures {
  private static final int SHADES = 128;

  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Palette palette;
  private final Kept kept;
  private final double most;
  private final Map<Integer, int[]> shades = new HashMap<>();

  /// @param kept pictures of earlier drawings
  LedgerPictures(MultiHeadFrame frame, Palette palette, Kept kept) {
    this.frame = frame;
    this.problem = frame.problem();
    this.palette = palette;
    this.kept = kept;
    this.most = furthest(frame.pass().whole().q());
  }

  /// The pictures that were drawn last, since every movement of the mouse draws them again. For one
  /// thread.
  static final class Kept {
    private static final int MOST = 24;

    private record Key(Pass pass, Object what, Rows layout, int known, Palette palette) {}

    private final Map<Key, Pixels> pixels =
        new LinkedHashMap<>(32, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Pixels> eldest) {
            return size() > MOST;
          }
        };
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
  interface Numbering {
    /// The head of a number.
    int head(int row, int column);

    double value(int row, int column);
  }

  /// Where rows of a picture are.
  ///
  /// @param group how many rows lie together
  record Rows(Box box, int rows, int columns, int group) {
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

    /// Rows that lie together.
    Box group(int index) {
      double top = cell(index * group, 0).y();
      return new Box(box.x(), top, box.width(), group * height());
    }

    /// The cell at a place.
    Optional<Cell> at(double x, double y) {
      if (!box.contains(x, y)) {
        return Optional.empty();
      }
      double block = group * height() + gap();
      int index = Math.clamp((int) ((y - box.y()) / block), 0, rows / group - 1);
      int within = (int) ((y - box.y() - index * block) / height());
      int column = Math.clamp((int) ((x - box.x()) * columns / box.width()), 0, columns - 1);
      return within < group
          ? Optional.of(new Cell(index * group + within, column))
          : Optional.empty();
    }
  }

  /// A picture.
  ///
  /// @param what it shows: different things have different names
  /// @param known how many numbers are computed yet, row by row; the others are empty places
  Pixels pixels(Object what, Rows layout, Numbering numbers, int known) {
    return kept.pixels.computeIfAbsent(
        new Kept.Key(frame.pass(), what, layout, known, palette),
        _ -> drawn(layout, numbers, known));
  }

  private int argb(int head, double share) {
    int[] table = shades.computeIfAbsent(head, this::shades);
    return table[(int) Math.round(Math.clamp(share, 0.0, 1.0) * (SHADES - 1))];
  }

  /// The colours of a head's numbers, from 0 to the largest; grey for what belongs to none.
  private int[] shades(int head) {
    var table = new int[SHADES];
    for (int shade = 0; shade < SHADES; shade++) {
      double share = shade / (SHADES - 1.0);
      table[shade] =
          head < 0
              ? Argb.premultiplied(
                  palette.background().interpolate(palette.text(), 0.08 + 0.7 * share), 1)
              : HeadColours.argb(palette, head, share);
    }
    return table;
  }

  /// What can be read on a number's colour.
  Color textOn(Numbering numbers, int row, int column) {
    int argb = argb(numbers.head(row, column), Math.abs(numbers.value(row, column)) / most);
    return Contrast.textOn(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
  }

  private Pixels drawn(Rows layout, Numbering numbers, int known) {
    int empty = Argb.premultiplied(palette.faint(), 0.35);
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
        if ((long) row * layout.columns() + column >= known) {
          pixels.argb()[y * pixels.width() + x] = empty;
          continue;
        }
        int head = numbers.head(row, column);
        double share = Math.abs(numbers.value(row, column)) / most;
        pixels.argb()[y * pixels.width() + x] = argb(head, share);
      }
    }
    return pixels;
  }

  Numbering whole(double[][] matrix) {
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

  Numbering mixed() {
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
  Numbering cut(double[][] matrix) {
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
  Numbering turned(double[][] matrix) {
    return new Numbering() {
      private int[] source(int row, int column) {
        int n = problem.length();
        return problem.source(new MultiHead.Place(row / n, row % n, column));
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
  Numbering rightlyTurned(double[][] matrix) {
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

  Numbering attended() {
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

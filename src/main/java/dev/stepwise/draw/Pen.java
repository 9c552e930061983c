package dev.stepwise.draw;

import javafx.scene.paint.Color;

/// Writes and draws on a surface in the house's hand: texts in a [Role], distances of one [Space]
/// scale, headings, notes, plates. A text that is given a room keeps to it, and where pictures have
/// no words nothing is written: no painter has to look after either.
///
/// @param surface what is drawn on
/// @param look colours and sizes
public record Pen(Surface surface, Look look) {
  private static final double HEAD = 26;
  private static final double FOOT = 24;
  private static final double LEAST_SHARE = 0.78;
  private static final int MOST_VISIBLE = 600;

  /// The least side of the frame around a part of a grid.
  private static final double LEAST_PART = 5;

  /// Half the breadth of the head of an arrow beside its length.
  private static final double BREADTH = 0.8;

  /// The same that writes and draws larger or smaller, for a part whose room asks for it.
  public Pen scaled(double factor) {
    return new Pen(surface, look.scaled(factor));
  }

  /// The colours.
  public Palette palette() {
    return look.palette();
  }

  /// Whether words are drawn: not in a thumbnail.
  public boolean speaks() {
    return look.speaks();
  }

  /// A length that grows with the text: of a thing. Distances are of the scale.
  public double px(double length) {
    return look.px(length);
  }

  /// A distance.
  public double px(Space space) {
    return look.px(space);
  }

  /// How a text of a role is set.
  public Type type(Role role) {
    return role.in(look);
  }

  /// How wide a text is in a role.
  public double width(String text, Role role) {
    return surface.textWidth(text, type(role));
  }

  /// How wide a text is.
  public double width(String text, Type type) {
    return surface.textWidth(text, type);
  }

  /// Writes a text whose room nobody else wants.
  ///
  /// @param x where the anchor of the type is
  public void write(String text, double x, double baseline, Type type) {
    if (speaks()) {
      surface.text(text, x, baseline, type);
    }
  }

  /// Writes a text no wider than its room: a little smaller where that is enough, else cut off.
  ///
  /// @param x where the anchor of the type is
  public void write(String text, double x, double baseline, double room, Type type) {
    if (speaks()) {
      var start = start(text);
      var fitted = fitted(start, room, type);
      surface.text(cut(start, room, fitted), x, baseline, fitted);
    }
  }

  /// Writes a text in a box, no wider than it, half-way down: at its left, in its middle or at its
  /// right, as the type is aligned.
  public void write(String text, Box box, Type type) {
    write(text, anchor(box, type), box.centreY() + type.drop(), box.width(), type);
  }

  private static double anchor(Box box, Type type) {
    return switch (type.align()) {
      case LEFT -> box.x();
      case CENTRE -> box.centreX();
      case RIGHT -> box.right();
    };
  }

  /// Writes a number in a box, as much smaller as its room asks: cut off, it would be another
  /// number.
  public void figure(String number, Box box, Type type) {
    double width = width(number, type);
    var fitted = width <= box.width() ? type : type.sized(0.985 * box.width() / width);
    write(number, anchor(box, type), box.centreY() + fitted.drop(), fitted);
  }

  /// The first of some texts that fits, somewhat smaller if need be; the last where none does.
  ///
  /// @param texts the same in fewer and fewer words
  public String brief(double room, Type type, String... texts) {
    for (var text : texts) {
      if (width(text, fitted(text, room, type)) <= room) {
        return text;
      }
    }
    return texts[texts.length - 1];
  }

  /// A type as much smaller as a text needs in a room, but still easy to read.
  private Type fitted(String text, double room, Type type) {
    double width = width(text, type);
    double least = Math.min(type.size(), Math.max(Look.LEGIBLE, type.size() * LEAST_SHARE));
    return width <= room ? type : type.at(Math.max(least, type.size() * room / width * 0.99));
  }

  private String cut(String text, double room, Type type) {
    if (width(text, type) <= room) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean fits = width(text.substring(0, middle) + "…", type) <= room;
      low = fits ? middle : low;
      high = fits ? high : middle - 1;
    }
    int end = low > 0 && Character.isHighSurrogate(text.charAt(low - 1)) ? low - 1 : low;
    return end == 0 ? "" : text.substring(0, end) + "…";
  }

  /// So much of a text as may be seen at all: measuring more takes time.
  private static String start(String text) {
    return text.length() <= MOST_VISIBLE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_VISIBLE / 2)) + "…";
  }

  /// Writes the heading of a panel, and at its right what is to be known about it.
  ///
  /// @param panel the whole panel
  /// @param notes the same in fewer and fewer words: the first that fits is written; none at all
  ///   for a panel that needs no note
  public void heading(Box panel, String title, String... notes) {
    heading(panel, title, type(Role.HEADING), notes);
  }

  /// The same with the heading set otherwise, such as in the colour of what is current.
  public void heading(Box panel, String title, Type type, String... notes) {
    double baseline = panel.y() + type.size();
    write(title, panel.x(), baseline, panel.width(), type);
    double room = panel.width() - width(title, type) - px(Space.GAP);
    if (notes.length > 0 && room > 0) {
      var note = type(Role.NOTE).right();
      write(brief(room, note, notes), panel.right(), baseline, room, note);
    }
  }

  /// How high the heading of a panel is, for who lays panels out.
  public static double head(Look look) {
    return look.speaks() ? look.px(HEAD) : 0;
  }

  /// What a heading leaves of a panel.
  public Box below(Box panel) {
    return panel.inset(head(look), 0, 0, 0);
  }

  /// Writes what is to be said in sum at the bottom of a panel, below a line; gives the room that
  /// is left at its right.
  public Box foot(Box panel, String text) {
    double top = panel.bottom() - px(FOOT) + px(Space.LINE);
    rule(panel.x(), panel.right(), top);
    var foot = new Box(panel.x(), top, panel.width(), panel.bottom() - top);
    var note = type(Role.NOTE);
    write(text, foot, note);
    double taken = Math.min(panel.width(), width(text, note) + px(Space.GAP));
    return foot.inset(0, 0, 0, taken);
  }

  /// What a foot leaves of a panel.
  public Box above(Box panel) {
    return speaks() ? panel.inset(0, 0, px(FOOT), 0) : panel;
  }

  /// Says in an empty panel why it is empty, in its first line.
  public void empty(Box body, String text) {
    var note = type(Role.NOTE);
    write(text, body.x(), body.y() + px(Space.TIGHT) + note.size(), body.width(), note);
  }

  /// A level line that parts things.
  public void rule(double x1, double x2, double y) {
    surface.line(x1, y, x2, y, new Ink.Stroke(palette().faint(), 1));
  }

  /// A line of a width of the scale.
  public Ink.Stroke stroke(Color colour, Space width) {
    return new Ink.Stroke(colour, px(width));
  }

  /// A dashed line of a width of the scale.
  public Ink.Stroke dashed(Color colour, Space width) {
    return new Ink.Stroke(colour, px(width), px(Space.TIGHT), px(Space.TIGHT));
  }

  /// A frame of a width of the scale around a box, with rounded corners.
  public void frame(Box box, Color colour, Space width) {
    surface.rectangle(box, px(Space.TIGHT), Ink.stroked(colour, px(width)));
  }

  /// A frame around a part of a grid, as far as it is seen and never too small to be seen.
  public void around(CellGrid grid, Box part, Color colour, Space width) {
    around(grid, part, stroke(colour, width));
  }

  /// The same in a line of another kind, such as a dashed one.
  public void around(CellGrid grid, Box part, Ink.Stroke stroke) {
    double wide = Math.max(part.width(), px(LEAST_PART));
    double high = Math.max(part.height(), px(LEAST_PART));
    var box = new Box(part.centreX() - wide / 2, part.centreY() - high / 2, wide, high);
    surface.clipped(
        grid.box().inset(-px(Space.LINE)),
        () -> surface.rectangle(box, px(Space.HAIR), Ink.stroked(stroke)));
  }

  /// An arrow from one place to another, with its head at the other.
  public void arrow(double x1, double y1, double x2, double y2, Ink.Stroke stroke) {
    double length = Math.max(1e-9, Math.hypot(x2 - x1, y2 - y1));
    double along = px(Space.TIGHT) * (x2 - x1) / length;
    double down = px(Space.TIGHT) * (y2 - y1) / length;
    double baseX = x2 - along;
    double baseY = y2 - down;
    surface.line(x1, y1, baseX, baseY, stroke);
    surface.polygon(
        new double[] {x2, baseX - BREADTH * down, baseX + BREADTH * down},
        new double[] {y2, baseY + BREADTH * along, baseY - BREADTH * along},
        Ink.filled(stroke.colour()));
  }

  /// A raised ground for what belongs together, with a faint edge.
  public void card(Box box) {
    var ink = Ink.filled(palette().raised()).withStroke(palette().faint(), px(Space.HAIR));
    surface.rectangle(box, px(Space.SMALL), ink);
  }

  /// A faint ground behind what the step looks at.
  public void ground(Box box) {
    var colour = faded(palette().accent(), 0.12);
    surface.rectangle(box, px(Space.TIGHT), Ink.filled(colour));
  }

  /// A text on a plate that covers what lies under it.
  ///
  /// @param edge the colour of its outline
  public void plate(String text, Box box, Type type, Color edge, Space width) {
    surface.rectangle(
        box, px(Space.TIGHT), Ink.filled(palette().background()).withStroke(edge, px(width)));
    write(text, box.inset(0, px(Space.TIGHT), 0, px(Space.TIGHT)), type.centred());
  }

  /// A text with a halo, to be read on a busy ground.
  public void haloed(String text, double x, double baseline, Type type) {
    var halo = type.coloured(palette().background());
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        if (dx != 0 || dy != 0) {
          write(text, x + 1.5 * dx, baseline + 1.5 * dy, halo);
        }
      }
    }
    write(text, x, baseline, type);
  }

  /// A colour of which something is seen through.
  ///
  /// @param opacity 0 to 1
  public static Color faded(Color colour, double opacity) {
    return colour.deriveColor(0, 1, 1, opacity);
  }
}

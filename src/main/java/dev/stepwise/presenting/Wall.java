package dev.stepwise.presenting;

import dev.stepwise.session.Listeners;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is done on the wall over the picture: strokes of a pen, a spotlight, a blank or a frozen
/// picture. As many windows show it as there are. Places are fractions of its width and height, so
/// that it is the same in a window of another size. Used on the window's thread.
public final class Wall {

  /// Colours of the pen, told apart by whoever sees fewer of them, on light and dark pictures.
  public enum Ink {
    MAGENTA("#bf3989", "1"),
    BLUE("#0072b2", "2"),
    ORANGE("#e69f00", "3"),
    GREEN("#009e73", "4");

    private final String web;
    private final String key;

    Ink(String web, String key) {
      this.web = web;
      this.key = key;
    }

    /// As in style sheets.
    public String web() {
      return web;
    }

    /// The key that takes it.
    public String key() {
      return key;
    }

    /// Its name for people.
    public String words() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /// A place, in fractions of the wall's width and height.
  public record Spot(double x, double y) {}

  /// A stroke of the pen; it grows while it is drawn.
  public static final class Stroke {
    private final Ink ink;
    private final List<Spot> spots = new ArrayList<>();

    private Stroke(Ink ink, Spot from) {
      this.ink = ink;
      spots.add(from);
    }

    /// Its colour.
    public Ink ink() {
      return ink;
    }

    /// Where it goes; at least one.
    public List<Spot> spots() {
      return List.copyOf(spots);
    }
  }

  /// What the room sees.
  public enum Showing {
    /// The run.
    LIVE,
    /// The picture that was there when it was frozen.
    FROZEN,
    /// Nothing.
    BLANK
  }

  private final Listeners<Wall> onChange = new Listeners<>();
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Stroke> undone = new ArrayList<>();
  private Ink ink = Ink.MAGENTA;
  private boolean drawing;
  private boolean spotlight;
  private Spot pointer = new Spot(0.5, 0.5);
  private boolean blank;
  private boolean frozen;

  /// Listens to any change.
  ///
  /// @return ends it
  public Runnable onChange(Runnable listener) {
    return onChange.add(_ -> listener.run());
  }

  private void tell() {
    onChange.tell(this);
  }

  /// What the room sees.
  public Showing showing() {
    return blank ? Showing.BLANK : frozen ? Showing.FROZEN : Showing.LIVE;
  }

  /// Blanks it.
  public void blank() {
    blank = true;
    tell();
  }

  /// Ends a blank wall; false where it is none.
  public boolean unblank() {
    boolean was = blank;
    blank = false;
    if (was) {
      tell();
    }
    return was;
  }

  /// Keeps the picture that is there, or shows the run again.
  public void toggleFrozen() {
    frozen = !frozen;
    tell();
  }

  /// Whether the picture is kept, behind a blank wall too.
  public boolean isFrozen() {
    return frozen;
  }

  /// Takes the pen, or lays it down, which wipes what was drawn.
  public void toggleDrawing() {
    drawing = !drawing;
    wipe();
    tell();
  }

  /// Whether the pen is in hand.
  public boolean isDrawing() {
    return drawing;
  }

  /// Takes another colour.
  public void take(Ink other) {
    ink = other;
    tell();
  }

  /// The colour of the pen.
  public Ink ink() {
    return ink;
  }

  /// Begins a stroke.
  public void begin(Spot from) {
    undone.clear();
    strokes.add(new Stroke(ink, from));
    tell();
  }

  /// Draws on.
  public void draw(Spot to) {
    if (!strokes.isEmpty()) {
      strokes.getLast().spots.add(to);
      tell();
    }
  }

  /// The strokes, in the order in which they were drawn.
  public List<Stroke> strokes() {
    return List.copyOf(strokes);
  }

  /// Takes the last stroke back; false where there is none.
  public boolean undo() {
    if (strokes.isEmpty()) {
      return false;
    }
    undone.add(strokes.removeLast());
    tell();
    return true;
  }

  /// Draws a stroke again that was taken back; false where there is none.
  public boolean redo() {
    if (undone.isEmpty()) {
      return false;
    }
    strokes.add(undone.removeLast());
    tell();
    return true;
  }

  private void wipe() {
    strokes.clear();
    undone.clear();
  }

  /// Darkens everything but a disc, or shows all again.
  public void toggleSpotlight() {
    spotlight = !spotlight;
    tell();
  }

  /// Whether all but a disc is dark.
  public boolean isSpotlit() {
    return spotlight;
  }

  /// The disc goes elsewhere.
  public void point(Spot at) {
    pointer = at;
    if (spotlight) {
      tell();
    }
  }

  /// Where the disc is.
  public Spot pointer() {
    return pointer;
  }

  /// All as nobody touched it: another room.
  public void clear() {
    drawing = false;
    spotlight = false;
    blank = false;
    frozen = false;
    wipe();
    tell();
  }
}

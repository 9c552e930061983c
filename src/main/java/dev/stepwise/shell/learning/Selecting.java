package dev.stepwise.shell.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What is selected on a page: dragged over with the mouse, a word by a double click, a passage by
/// three, on to a place with Shift.
final class Selecting {
  /// A place between two characters.
  ///
  /// @param passage its number on the page
  private record Place(int passage, int offset) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return passage != other.passage
          ? Integer.compare(passage, other.passage)
          : Integer.compare(offset, other.offset);
    }
  }

  private final Article article;
  private final List<Selectable> passages;
  private @Nullable Place anchor;
  private @Nullable Place end;

  Selecting(Article article) {
    this.article = article;
    passages = article.passages();
    article.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    article.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    article.widthProperty().subscribe(_ -> clear());
  }

  private void press(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || passages.isEmpty() || isOnButton(event)) {
      return;
    }
    var place = place(event);
    if (event.isShiftDown() && anchor != null) {
      end = place;
    } else if (event.getClickCount() >= 3) {
      anchor = new Place(place.passage(), 0);
      end = new Place(place.passage(), passages.get(place.passage()).length());
    } else if (event.getClickCount() == 2) {
      word(place);
    } else {
      anchor = place;
      end = place;
    }
    show();
  }

  private static boolean isOnButton(MouseEvent event) {
    for (Node node = event.getTarget() instanceof Node target ? target : null;
        node != null;
        node = node.getParent()) {
      if (node instanceof ButtonBase) {
        return true;
      }
    }
    return false;
  }

  private void drag(MouseEvent event) {
    if (anchor != null && event.isPrimaryButtonDown()) {
      end = place(event);
      show();
    }
  }

  private Place place(MouseEvent event) {
    var passage = article.nearest(event.getSceneX(), event.getSceneY()).orElse(passages.getFirst());
    var node = passage.node();
    var point = node.sceneToLocal(event.getSceneX(), event.getSceneY());
    int at =
        point.getY() < 0
            ? 0
            : point.getY() > node.getHeight()
                ? passage.length()
                : passage.at(new Point2D(point.getX(), point.getY()));
    return new Place(passages.indexOf(passage), at);
  }

  private void word(Place place) {
    var passage = passages.get(place.passage());
    var text = passage.length() == 0 ? "" : plain(passage);
    int from = Math.min(place.offset(), text.length());
    int to = from;
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    anchor = new Place(place.passage(), from);
    end = new Place(place.passage(), to);
  }

  /// Its characters, a sign in the place of each formula.
  private static String plain(Selectable passage) {
    var text = new StringBuilder();
    for (int i = 0; i < passage.length(); i++) {
      var one = passage.text(i, i + 1);
      text.append(one.length() == 1 ? one : "\uFFFC");
    }
    return text.toString();
  }

  /// Selects the first place in a passage where a text stands, whatever the case of its letters;
  /// the whole passage where it stands in none of its words.
  void select(int number, String text) {
    var passage = passages.get(number);
    int at = plain(passage).toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT));
    anchor = new Place(number, Math.max(at, 0));
    end = new Place(number, at < 0 ? passage.length() : at + text.length());
    show();
  }

  /// Selects the whole page, but for answers that are hidden.
  void all() {
    if (passages.isEmpty()) {
      return;
    }
    anchor = new Place(0, 0);
    end = new Place(passages.size() - 1, passages.getLast().length());
    show();
  }

  /// Nothing is selected any more.
  void clear() {
    anchor = null;
    end = null;
    passages.forEach(passage -> passage.select(0, 0));
  }

  private void show() {
    each((passage, range) -> passage.select(range[0], range[1]));
  }

  private interface Visitor {
    void visit(Selectable passage, int[] range);
  }

  private void each(Visitor visitor) {
    var one = anchor;
    var other = end;
    if (one == null || other == null) {
      return;
    }
    var first = one.compareTo(other) <= 0 ? one : other;
    var last = one.compareTo(other) <= 0 ? other : one;
    for (int i = 0; i < passages.size(); i++) {
      var passage = passages.get(i);
      boolean inside = i >= first.passage() && i <= last.passage() && article.isSeen(passage);
      int from = inside && i == first.passage() ? first.offset() : 0;
      int to = !inside ? 0 : i == last.passage() ? last.offset() : passage.length();
      visitor.visit(passage, new int[] {Math.min(from, to), to});
    }
  }

  /// What is selected, a line for each passage; empty for nothing.
  String text() {
    var lines = new ArrayList<String>();
    each((passage, range) -> {
      if (range[0] < range[1]) {
        lines.add(passage.text(range[0], range[1]));
      }
    });
    return String.join("\n", lines);
  }

  /// Copies what is selected; false where nothing is.
  boolean copy() {
    var text = text();
    if (text.isEmpty()) {
      return false;
    }
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    return true;
  }
}

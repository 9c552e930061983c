package dev.stepwise.panel;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What mouse and keys do on a listing: a click on a line asks for its next execution, one on its
/// number for a pause there. By the keyboard the arrows point at a line, Enter and F9 ask the same
/// of it, and Ctrl+C copies. The arrows are the listing's only where the keyboard led to it.
final class LineKeys {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final ListingView listing;
  private IntConsumer onLine = _ -> {};
  private IntConsumer onBreak = _ -> {};
  private final IntConsumer onPointed;
  private final Runnable copy;

  /// @param onPointed told at which line the keyboard points
  /// @param copy copies the listing
  LineKeys(ListingView listing, IntConsumer onPointed, Runnable copy) {
    this.listing = listing;
    this.onPointed = onPointed;
    this.copy = copy;
    listing.setFocusTraversable(true);
    listing.setOnMouseClicked(this::clicked);
    listing.setKeys(this::takes);
    listing.focusVisibleProperty().subscribe(shown -> point(shown ? first() : 0));
  }

  void setOnLine(IntConsumer asked) {
    onLine = asked;
  }

  void setOnBreak(IntConsumer asked) {
    onBreak = asked;
  }

  private int first() {
    return Math.max(1, Math.max(listing.pointed(), listing.lit()));
  }

  private void clicked(MouseEvent event) {
    int line = listing.lineAt(event.getY());
    if (event.getButton() != MouseButton.PRIMARY || line == 0) {
      return;
    }
    listing.requestFocus();
    if (listing.isNumberAt(line, event.getX())) {
      onBreak.accept(line);
    } else {
      onLine.accept(line);
    }
    event.consume();
  }

  private boolean takes(KeyEvent event) {
    if (COPY.match(event)) {
      copy.run();
      return true;
    }
    int line = listing.pointed();
    if (line == 0 || event.isShortcutDown() || event.isShiftDown() || event.isAltDown()) {
      return false;
    }
    switch (event.getCode()) {
      case UP, KP_UP -> point(Math.max(1, line - 1));
      case DOWN, KP_DOWN -> point(Math.min(listing.length(), line + 1));
      case ENTER -> onLine.accept(line);
      case F9 -> onBreak.accept(line);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void point(int line) {
    listing.point(line);
    onPointed.accept(line);
  }
}

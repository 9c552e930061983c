package dev.stepwise.shell.learning;

import dev.stepwise.lesson.Block;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A part of a lesson, or other text of that kind, on a page of its own: its text is selected with
/// the mouse and copied with the usual keys.
public final class Excerpt {
  private final Article article;
  private final Selecting selecting;

  Excerpt(List<Block> blocks, Setting setting) {
    article = new Article(blocks, setting);
    selecting = new Selecting(article);
    article.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> article.requestFocus());
    article.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (!event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case A -> selecting.all();
      case C -> selecting.copy();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// What shows it.
  public Region node() {
    return article;
  }

  /// Selects what was searched for in one of its stretches of text.
  ///
  /// @param passage its number among them
  /// @return what shows the stretch
  public Node reveal(int passage, String text) {
    var wanted = article.passages().get(passage);
    article.uncover(wanted);
    selecting.select(passage, text);
    return wanted.node();
  }
}

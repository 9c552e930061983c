package dev.stepwise.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files that are dropped.
///
/// @param suits which are taken
/// @param open told of the first of them
record DroppedFile(Predicate<Path> suits, Consumer<Path> open) {

  /// Takes what is dropped there from now on.
  void installOn(Node node) {
    node.addEventHandler(DragEvent.DRAG_OVER, this::over);
    node.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private void over(DragEvent event) {
    if (file(event).isPresent()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    var file = file(event);
    file.ifPresent(open);
    event.setDropCompleted(file.isPresent());
    event.consume();
  }

  private Optional<Path> file(DragEvent event) {
    return event.getDragboard().hasFiles()
        ? event.getDragboard().getFiles().stream().map(File::toPath).filter(suits).findFirst()
        : Optional.empty();
  }
}

package dev.stepwise.shell;

import dev.stepwise.platform.FileProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.feather.Feather;

/// Shows the end of the log, to be read and copied for a report.
///
/// @param log the file; empty where none can be written
/// @param host of the dialog
record LogRow(Optional<Path> log, ScreenHost host) {
  private static final int LONGEST = 1 << 16;
  private static final ButtonType COPY = new ButtonType("Copy", ButtonBar.ButtonData.LEFT);

  Node node() {
    return Controls.button(
        "show-log", "Show the log…", Feather.FILE_TEXT, "the warnings of late", this::show);
  }

  private void show() {
    if (log.isEmpty()) {
      host.announce("There is no log: its folder cannot be written to.");
      return;
    }
    try {
      show(log.get(), end(log.get()));
    } catch (IOException wrong) {
      host.announce("The log cannot be read: " + FileProblem.of(wrong) + ".");
    }
  }

  private void show(Path file, String words) {
    var text = new TextArea(words.isEmpty() ? "Nothing has gone wrong so far." : words);
    text.setId("log");
    text.setEditable(false);
    text.setAccessibleText("The end of the log");
    text.setPrefColumnCount(80);
    text.setPrefRowCount(24);
    text.positionCaret(text.getLength());
    var alert = new Alert(Alert.AlertType.NONE);
    alert.initOwner(host.window());
    alert.setTitle("Log");
    alert.setHeaderText(file.toString());
    alert.getDialogPane().setId("log-dialog");
    alert.getDialogPane().setContent(text);
    alert.setResizable(true);
    alert.getButtonTypes().setAll(COPY, ButtonType.CLOSE);
    alert
        .resultProperty()
        .subscribe(chosen -> {
          if (chosen == COPY) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, words));
          }
        });
    alert.show();
  }

  /// The end of a file, from the beginning of a line; of a short one all of it.
  static String end(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - LONGEST);
      in.seek(from);
      var bytes = new byte[(int) (in.length() - from)];
      in.readFully(bytes);
      var text = new String(bytes, StandardCharsets.UTF_8);
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }
}

package dev.stepwise.shell;

import dev.stepwise.check.Python;
import dev.stepwise.job.Background;
import dev.stepwise.job.LatestJob;
import dev.stepwise.platform.TypedPath;
import dev.stepwise.shell.checking.CodeChecks;
import dev.stepwise.shell.sharing.FilePicker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Which Python runs code of one's own. What is named is started once before it is kept.
///
/// @param host tells of a defect
record PythonRow(SettingsModel settings, CodeChecks checks, FilePicker picker, ScreenHost host) {
  private static final List<FilePicker.Kind> ANY = List.of(new FilePicker.Kind("Any program", ""));

  Node node() {
    var field = new TextField(settings.get().code().python().orElse(""));
    field.setId("python");
    field.setPromptText("the one that is found");
    field.setAccessibleText("Python: the program that runs your code; empty for the one found");
    field.setPrefColumnCount(24);
    var said = Controls.paragraph("", "muted");
    said.setId("python-said");
    var background = Background.threadNamed("python");
    var job = new LatestJob<Optional<Python>>(background.worker(), background.screen());
    Consumer<String> choose = text -> choose(text, job, said);
    field.setOnAction(_ -> choose.accept(field.getText()));
    field
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is && !field.getText().strip().equals(kept())) {
            choose.accept(field.getText());
          }
        });
    var browse =
        Controls.button(
            "choose-python",
            "Choose…",
            Feather.FOLDER,
            "the program of a Python",
            () ->
                picker
                    .existing(host.window(), "Choose a Python", ANY)
                    .ifPresent(file -> {
                      field.setText(file.toString());
                      choose.accept(file.toString());
                    }));
    choose.accept(field.getText());
    return new VBox(4, new HBox(8, field, browse), said);
  }

  private String kept() {
    return settings.get().code().python().orElse("");
  }

  private void choose(String text, LatestJob<Optional<Python>> job, Label said) {
    var name = text.strip();
    var named = name.isEmpty() ? Optional.<Path>empty() : TypedPath.of(name);
    if (named.isEmpty() && !name.isEmpty()) {
      said.setText("This is no name of a file; give the program of a Python 3.");
      return;
    }
    said.setText("Starting it …");
    job.start(_ -> checks.python(named), new Hearing(name, said));
  }

  /// Hears whether it is one.
  private final class Hearing implements LatestJob.Listener<Optional<Python>> {
    private final String name;
    private final Label said;

    Hearing(String name, Label said) {
      this.name = name;
      this.said = said;
    }

    @Override
    public void progressed(double fraction) {
      // how far it is nobody knows
    }

    @Override
    public void finished(Optional<Python> found) {
      if (found.isPresent() || name.isEmpty()) {
        settings.update(now ->
            now.withCode(
                now.code().withPython(name.isEmpty() ? Optional.empty() : Optional.of(name))));
      }
      said.setText(
          found
              .map(Python::words)
              .orElse(
                  name.isEmpty()
                      ? "No Python 3 was found. Install one from python.org, or name one here."
                      : name
                          + " is no Python 3; the setting stays as it was. Give a program such as"
                          + " /usr/bin/python3."));
    }

    @Override
    public void failed(Throwable cause) {
      host.tell(cause);
    }
  }
}

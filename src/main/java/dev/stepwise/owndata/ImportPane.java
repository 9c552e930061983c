package dev.stepwise.owndata;

import dev.stepwise.job.Background;
import dev.stepwise.job.LatestJob;
import dev.stepwise.scenario.Table.Choices;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The inside of the import dialog: choose a source, look at the table, choose columns, see what
/// will result. Files are read in the background; what cannot be read is said, and nothing of what
/// was read before is left. Where a file can be understood in several ways, it is shown in one of
/// them and nothing is imported before somebody chooses.
public final class ImportPane extends VBox {
  private static final Logger LOG = Logger.getLogger(ImportPane.class.getName());

  private final LatestJob<Loaded> reading;
  private final LatestJob<Taken> taking;
  private final Answer answer;
  private final Consumer<ImportedData> check;
  private final Consumer<ImportedData> done;
  private final SourceBar sources = new SourceBar(this::read);
  private final PreviewTable preview = new PreviewTable();
  private final ColumnList columns = new ColumnList(this::choose);
  private final ImportOptions options = new ImportOptions(this::readAgain, this::scale);
  private final HBox working = new HBox(8);
  private final Label workingOn = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Label notes = new Label();
  private final Label problem = new Label();
  private final Label outcome = new Label();
  private final Button accept = new Button("Import");
  private final Button close = new Button("Cancel");

  private Optional<Source> source = Optional.empty();
  private Optional<ColumnChoice> choice = Optional.empty();

  /// An empty pane.
  ///
  /// @param background where files are read and numbers are taken from them
  /// @param answer what is asked of each row besides its numbers
  /// @param check throws [InvalidInput] where the numbers cannot be used; called in the background
  /// @param done gets what was imported
  /// @param cancelled called when nothing is to be imported
  public ImportPane(
      Background background,
      Answer answer,
      Consumer<ImportedData> check,
      Consumer<ImportedData> done,
      Runnable cancelled) {
    super(12);
    reading = new LatestJob<>(background.worker(), background.screen());
    taking = new LatestJob<>(background.worker(), background.screen());
    this.answer = answer;
    this.check = check;
    this.done = done;
    setId("import-pane");
    getStyleClass().add("import-pane");

    var side = new VBox(12, columns, options);
    side.getStyleClass().add("import-side");
    VBox.setVgrow(columns, Priority.ALWAYS);
    message(notes, "import-notes").setVisible(false);
    notes.getStyleClass().add("import-muted");
    var table =
        new VBox(6, heading("The first %d rows".formatted(PreviewTable.ROWS)), preview, notes);
    VBox.setVgrow(preview, Priority.ALWAYS);
    HBox.setHgrow(table, Priority.ALWAYS);
    var split = new HBox(16, table, side);
    VBox.setVgrow(split, Priority.ALWAYS);
    accept.setId("import-accept");
    accept.setDefaultButton(true);
    accept.setOnAction(_ -> choice.ifPresent(this::take));
    close.setId("import-close");
    close.setCancelButton(true);
    close.setOnAction(_ -> {
      stop();
      cancelled.run();
    });
    getChildren().addAll(sources, workingRow(), split, message(problem, "import-problem"), foot());
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
    showChoice();
    showIdle();
  }

  private HBox workingRow() {
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    var stop = new Button("Stop");
    stop.setId("import-stop");
    stop.setOnAction(_ -> stop());
    working.getChildren().addAll(workingOn, bar, stop);
    working.setAlignment(Pos.CENTER_LEFT);
    return working;
  }

  private HBox foot() {
    message(outcome, "import-outcome");
    HBox.setHgrow(outcome, Priority.ALWAYS);
    outcome.setMaxWidth(Double.MAX_VALUE);
    accept.setMinWidth(USE_PREF_SIZE);
    close.setMinWidth(USE_PREF_SIZE);
    var foot = new HBox(12, outcome, close, accept);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private static Label message(Label label, String id) {
    label.setId(id);
    label.getStyleClass().add(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static Label heading(String text) {
    var label = new Label(text);
    label.getStyleClass().add("import-heading");
    return label;
  }

  /// Reads a source instead of the one that is being read.
  void read(Source next) {
    options.forget();
    read(next, Choices.NONE);
  }

  /// Whether a source is being read, or numbers are being taken from it.
  boolean busy() {
    return reading.running() || taking.running();
  }

  private void readAgain(Choices choices) {
    source.ifPresent(same -> read(same, choices));
  }

  private void read(Source next, Choices choices) {
    stop();
    source = Optional.of(next);
    showWorking("Reading…");
    reading.start(
        _ -> Loaded.from(next, choices),
        new LatestJob.Listener<>() {
          @Override
          public void progressed(double fraction) {
            // Reading does not know how far it is; the bar says that it goes on.
          }

          @Override
          public void finished(Loaded loaded) {
            showIdle();
            switch (loaded) {
              case Loaded.Read read -> show(read);
              case Loaded.Refused(var from, var message) -> clear(from, message);
            }
          }

          @Override
          public void failed(Throwable cause) {
            LOG.log(Level.WARNING, "Reading failed", cause);
            showIdle();
            clear(next, next.title() + ": cannot be read; there may be too little memory.");
          }
        });
  }

  /// Takes the numbers in the background. Meanwhile nothing can be chosen; another source may be
  /// read instead.
  private void take(ColumnChoice chosen) {
    stop();
    showWorking("Importing…");
    columns.setDisable(true);
    options.setDisable(true);
    accept.setDisable(true);
    taking.start(
        progress -> Taken.from(chosen, check, progress),
        new LatestJob.Listener<>() {
          @Override
          public void progressed(double fraction) {
            bar.setProgress(fraction);
          }

          @Override
          public void finished(Taken taken) {
            showIdle();
            switch (taken) {
              case Taken.Usable(var data) -> done.accept(data);
              case Taken.Refused(var message) -> refuse(message);
            }
          }

          @Override
          public void failed(Throwable cause) {
            LOG.log(Level.WARNING, "Importing failed", cause);
            showIdle();
            refuse(chosen.title() + ": cannot be imported; there may be too little memory.");
          }
        });
  }

  private void refuse(String message) {
    source.ifPresent(from -> refuse(from, message));
  }

  /// Stops what is being done, if anything is; what was chosen stays.
  void stop() {
    reading.cancel();
    taking.cancel();
    showIdle();
    showChoice();
  }

  private void show(Loaded.Read read) {
    source = Optional.of(read.source());
    var next = ColumnChoice.initial(read, options.scaling(), answer);
    choice = Optional.of(next);
    preview.show(read.table());
    columns.show(next);
    options.show(read.table());
    notes.setText(String.join(" ", read.table().notes()));
    notes.setVisible(!notes.getText().isEmpty());
    say(Optional.empty(), read.source());
    showChoice();
  }

  /// Nothing of what was read before is left, so that nobody takes it for what is wrong.
  private void clear(Source from, String message) {
    choice = Optional.empty();
    preview.clear();
    columns.clear();
    notes.setVisible(false);
    options.showRefused();
    refuse(from, message);
  }

  private void refuse(Source from, String message) {
    say(Optional.of(message), from);
    showChoice();
  }

  private void say(Optional<String> reason, Source from) {
    problem.setText(reason.orElse(""));
    problem.setVisible(reason.isPresent());
    sources.mark(from instanceof Source.Pasted ? reason : Optional.empty());
  }

  private void choose(ColumnChoice next) {
    choice = Optional.of(next);
    columns.follow(next);
    // What was said was about the choice before.
    source.ifPresent(from -> say(Optional.empty(), from));
    showChoice();
  }

  private void scale(Scaling scaling) {
    choice.ifPresent(now -> choose(now.scaled(scaling)));
  }

  private void showChoice() {
    problem.setVisible(!problem.getText().isEmpty());
    columns.setDisable(choice.isEmpty());
    options.setDisable(source.isEmpty());
    var obstacle =
        choice.isEmpty()
            ? Optional.of(
                source.isEmpty()
                    ? "Choose where the data come from."
                    : "Choose other data, or say how they are written.")
            : choice.flatMap(ColumnChoice::obstacle);
    accept.setDisable(obstacle.isPresent());
    outcome.setText(
        obstacle.orElseGet(() -> choice.map(c -> c.title() + ": " + c.summary()).orElse("")));
  }

  private void showWorking(String what) {
    workingOn.setText(what);
    bar.setAccessibleText(what);
    bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
    working.setVisible(true);
    working.setManaged(true);
  }

  private void showIdle() {
    working.setVisible(false);
    working.setManaged(false);
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      read(new Source.File(files.getFirst().toPath()));
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}

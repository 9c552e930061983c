package dev.stepwise.view.importing;

import dev.stepwise.scenario.CsvTable;
import dev.stepwise.view.lab.Background;
import dev.stepwise.view.lab.LatestJob;
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
/// will result. Files are read in the background; what cannot be read is said and nothing that was
/// chosen before is lost.
public final class ImportPane extends VBox {
  private static final Logger LOG = Logger.getLogger(ImportPane.class.getName());

  private final LatestJob<Loaded> reading;
  private final SourceBar sources = new SourceBar(this::read);
  private final PreviewTable preview = new PreviewTable();
  private final ColumnList columns = new ColumnList(this::choose);
  private final ImportOptions options = new ImportOptions(this::readAgain, this::scale);
  private final HBox working = new HBox(8);
  private final VBox content;
  private final Label problem = new Label();
  private final Label outcome = new Label();
  private final Button accept = new Button("Import");
  private final Button close = new Button("Cancel");

  private Optional<Source> source = Optional.empty();
  private Optional<ColumnChoice> choice = Optional.empty();

  /// An empty pane.
  ///
  /// @param background where files are read
  /// @param done gets what was imported
  /// @param cancelled called when nothing is to be imported
  public ImportPane(Background background, Consumer<ImportedData> done, Runnable cancelled) {
    super(12);
    reading = new LatestJob<>(background.worker(), background.screen());
    setId("import-pane");
    getStyleClass().add("import-pane");

    var side = new VBox(14, columns, options);
    side.getStyleClass().add("import-side");
    VBox.setVgrow(columns, Priority.ALWAYS);
    var table = new VBox(6, heading("The first %d rows".formatted(PreviewTable.ROWS)), preview);
    VBox.setVgrow(preview, Priority.ALWAYS);
    HBox.setHgrow(table, Priority.ALWAYS);
    var split = new HBox(16, table, side);
    VBox.setVgrow(split, Priority.ALWAYS);
    content = new VBox(split);
    VBox.setVgrow(content, Priority.ALWAYS);

    accept.setId("import-accept");
    accept.setDefaultButton(true);
    accept.setOnAction(_ -> choice.map(ColumnChoice::data).ifPresent(done));
    close.setId("import-close");
    close.setCancelButton(true);
    close.setOnAction(_ -> {
      reading.cancel();
      cancelled.run();
    });
    getChildren()
        .addAll(sources, workingRow(), content, message(problem, "import-problem"), foot());
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
    showChoice();
    showWorking(false);
  }

  private HBox workingRow() {
    var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setAccessibleText("Reading");
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    var stop = new Button("Stop reading");
    stop.setId("import-stop");
    stop.setOnAction(_ -> stop());
    working.getChildren().addAll(new Label("Reading…"), bar, stop);
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
    read(next, Optional.empty());
  }

  /// Whether a source is being read or waits to be.
  boolean reading() {
    return reading.running();
  }

  private void readAgain(CsvTable.Header header) {
    source.ifPresent(same -> read(same, Optional.of(header)));
  }

  private void read(Source next, Optional<CsvTable.Header> header) {
    showWorking(true);
    reading.start(
        _ -> Loaded.from(next, header),
        new LatestJob.Listener<>() {
          @Override
          public void progressed(double fraction) {
            // Reading does not know how far it is; the bar says that it goes on.
          }

          @Override
          public void finished(Loaded loaded) {
            showWorking(false);
            switch (loaded) {
              case Loaded.Read(var from, var table) -> show(from, table);
              case Loaded.Refused(var from, var message) -> refuse(from, message);
            }
          }

          @Override
          public void failed(Throwable cause) {
            LOG.log(Level.WARNING, "Reading failed", cause);
            showWorking(false);
            refuse(next, next.title() + ": cannot be read; there may be too little memory.");
          }
        });
  }

  /// Stops reading, if a source is being read.
  void stop() {
    reading.cancel();
    showWorking(false);
  }

  private void show(Source from, CsvTable table) {
    source = Optional.of(from);
    var scaling = options.scaling();
    var next = ColumnChoice.initial(from, table, scaling);
    choice = Optional.of(next);
    preview.show(table);
    columns.show(next);
    options.show(table.header());
    say(Optional.empty(), from);
    showChoice();
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
    showChoice();
  }

  private void scale(Scaling scaling) {
    choice.ifPresent(now -> choose(now.scaled(scaling)));
  }

  private void showChoice() {
    problem.setVisible(!problem.getText().isEmpty());
    content.setDisable(choice.isEmpty());
    var obstacle =
        choice.isEmpty()
            ? Optional.of("Choose where the data come from.")
            : choice.flatMap(ColumnChoice::obstacle);
    accept.setDisable(obstacle.isPresent());
    outcome.setText(
        obstacle.orElseGet(() -> choice.map(c -> c.title() + ": " + c.summary()).orElse("")));
  }

  private void showWorking(boolean on) {
    working.setVisible(on);
    working.setManaged(on);
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

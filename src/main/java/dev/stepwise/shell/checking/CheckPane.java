package dev.stepwise.shell.checking;

import atlantafx.base.theme.Styles;
import dev.stepwise.check.Python;
import dev.stepwise.check.Report;
import dev.stepwise.check.Report.Difference;
import dev.stepwise.draw.Look;
import dev.stepwise.panel.Pieces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The tab of checking: what can be opened, and what came of it.
public final class CheckPane extends VBox {
  private static final int MOST_PRINTED = 12;

  private final Actions actions;
  private final StageRows rows = new StageRows();
  private final LitListing code;

  /// What can be asked for.
  public interface Actions {
    /// Another file.
    void open();

    /// A file to begin with.
    void start();

    /// The file that was checked last.
    void openRecent(Path file);

    /// To check the same file again.
    void again();

    /// To end the check that is running.
    void cancel();

    /// The place in the picture.
    void showInPicture();

    /// The two arrays beside each other.
    void showArrays();

    /// The run beside the one with the mistake.
    void compare();

    /// The learner's code line by line.
    void walk();

    /// The settings.
    void settings();
  }

  /// An empty tab.
  ///
  /// @param look its scale sets the size of the code
  public CheckPane(ObservableValue<Look> look, Actions actions) {
    super(12);
    this.actions = actions;
    code = new LitListing(look);
    setId("check");
    getStyleClass().addAll("panel-content", "check-pane");
  }

  /// What a result comes to, in a sentence, for whoever does not see the tab.
  public static String told(Checked.Result result) {
    return CheckWords.title(result.report()) + " (K shows more)";
  }

  /// Shows how checking stands.
  ///
  /// @param python who runs code; empty where nobody has looked yet
  /// @param recent what was checked last
  public void show(Checked checked, Optional<Optional<Python>> python, Optional<Path> recent) {
    var all = new ArrayList<Node>();
    if (checked.file().isEmpty()) {
      begin(all, recent);
    } else {
      all.add(file(checked));
    }
    checked.doing().ifPresent(doing -> all.add(running(doing)));
    checked.result().ifPresent(result -> add(all, result));
    all.add(Pieces.paragraph(CheckWords.python(python), "muted", "check-python"));
    if (python.filter(Optional::isEmpty).isPresent()) {
      all.add(
          Pieces.button(
              "check-settings",
              "Settings",
              Feather.SETTINGS,
              "name the Python that runs code",
              actions::settings));
    }
    if (checked.file().isPresent()) {
      all.add(openers());
    }
    getChildren().setAll(all);
  }

  private void begin(List<Node> all, Optional<Path> recent) {
    all.add(Pieces.label("Check your own code", "pane-title"));
    all.add(
        Pieces.paragraph(
            "Your Python file, as it is, is run on the inputs that are open. You are told the first"
                + " array that differs, by your own names, and the likely mistake."));
    var open =
        Pieces.button(
            "check-open",
            "Open your code…",
            Feather.FILE_TEXT,
            "a Python file, or arrays: .npz, .npy, .json, .csv",
            actions::open);
    open.getStyleClass().add(Styles.ACCENT);
    all.add(new FlowPane(8, 8, open, starter()));
    recent.ifPresent(file -> {
      var again =
          Pieces.button(
              "check-recent",
              "Check %s again".formatted(file.getFileName()),
              Feather.ROTATE_CCW,
              file.toString(),
              () -> actions.openRecent(file));
      again.getStyleClass().add(Styles.FLAT);
      again.setMinWidth(0);
      all.add(again);
    });
    all.add(
        Pieces.paragraph(
            "Or drop a file onto the stage. Arrays that you saved from any language are compared"
                + " the same way, by their names.",
            "muted"));
  }

  private Node starter() {
    return Pieces.button(
        "check-start",
        "Start a file for me…",
        Feather.FILE_PLUS,
        "the inputs, a function to fill in and a check of its own",
        actions::start);
  }

  private Node openers() {
    return new FlowPane(
        8,
        8,
        starter(),
        Pieces.button(
            "check-open",
            "Open another…",
            Feather.FILE_TEXT,
            "a Python file, or arrays: .npz, .npy, .json, .csv",
            actions::open));
  }

  private Node file(Checked checked) {
    var path = checked.file().orElseThrow();
    var name = new Label(String.valueOf(path.getFileName()));
    name.getStyleClass().add("file-name");
    name.setMinWidth(0);
    var below =
        Pieces.paragraph(
            checked.result().map(result -> CheckWords.checked(result.at())).orElse(""), "muted");
    var words = new VBox(1, name, below);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var again =
        Pieces.button(
            "check-again",
            "",
            Feather.REFRESH_CW,
            "Check it again, on the inputs that are open",
            actions::again);
    again.getStyleClass().add(Styles.BUTTON_ICON);
    again.setDisable(checked.doing().isPresent());
    var row = new HBox(10, words, again);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setAccessibleText("The file that is checked: " + path);
    return row;
  }

  private Node running(String doing) {
    var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setId("check-progress");
    bar.setAccessibleText("Checking: " + doing);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    var cancel =
        Pieces.button("check-cancel", "Cancel", Feather.X, "end the check", actions::cancel);
    var row = new HBox(10, bar, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, Pieces.paragraph(doing + " …", "muted"), row);
  }

  private void add(List<Node> all, Checked.Result result) {
    var report = result.report();
    if (result.inputs() == Checked.Inputs.OTHERS) {
      all.add(others());
    }
    all.add(verdict(report));
    rows.show(report);
    all.add(rows);
    report.difference().ifPresent(first -> addNumbers(all, first));
    report.cause().ifPresent(cause -> all.add(cause(cause)));
    var ways = ways(report);
    if (!ways.isEmpty()) {
      var buttons = new FlowPane(8, 8);
      buttons.getChildren().setAll(ways);
      all.add(buttons);
    }
    if (!result.lines().isEmpty()) {
      code.show(result.lines(), report.context().line());
      all.add(new VBox(6, Pieces.label("Your code", "pane-heading"), code));
    }
    if (!report.printed().isBlank()) {
      all.add(printed(report.printed()));
    }
  }

  private Node others() {
    var again =
        Pieces.button(
            "check-on-these",
            "Check on these inputs",
            Feather.REFRESH_CW,
            "another problem is open now",
            actions::again);
    var box =
        new VBox(
            8, Pieces.paragraph("Another problem is open now; this was on the one before."), again);
    box.getStyleClass().add("note-card");
    return box;
  }

  private static Node verdict(Report report) {
    var title = Pieces.paragraph(CheckWords.title(report), "card-heading");
    title.setId("check-title");
    var said = Pieces.paragraph(CheckWords.sentence(report));
    said.setId("check-said");
    var box = new VBox(4, title, said);
    box.getStyleClass().addAll("check-verdict", report.verdict().word());
    return box;
  }

  private static void addNumbers(List<Node> all, Difference first) {
    if (first.index().isEmpty() || !(first.yours() instanceof Number)) {
      return;
    }
    var row = new HBox(8);
    row.getChildren().add(NumberCard.of("yours", CheckWords.value(first.yours()), "wrong"));
    row.getChildren().add(NumberCard.of("the run", CheckWords.value(first.expected()), "right"));
    CheckWords.ratio(first)
        .ifPresent(ratio -> row.getChildren().add(NumberCard.of("yours ÷ run", ratio, "ratio")));
    all.add(row);
  }

  private Node cause(Report.Cause cause) {
    int colon = cause.text().indexOf(": ");
    var heading = colon > 0 ? cause.text().substring(0, colon) : cause.text();
    var evidence = colon > 0 ? cause.text().substring(colon + 2) : "";
    var box =
        new VBox(
            4,
            Pieces.label("Likely cause", "card-kicker"),
            Pieces.paragraph(heading, "card-heading"));
    box.setId("check-cause");
    box.getStyleClass().add("mistake-card");
    if (!evidence.isEmpty()) {
      box.getChildren().add(Pieces.paragraph(capital(evidence)));
    }
    if (cause.isDeclared()) {
      var compare =
          Pieces.button(
              "check-compare",
              "Compare with that run",
              Feather.COLUMNS,
              "the right run beside one with this mistake",
              actions::compare);
      VBox.setMargin(compare, new Insets(6, 0, 0, 0));
      box.getChildren().add(compare);
    }
    return box;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private List<Node> ways(Report report) {
    var ways = new ArrayList<Node>();
    report
        .difference()
        .filter(first -> !first.step().isEmpty())
        .ifPresent(_ ->
            ways.add(
                Pieces.button(
                    "check-show",
                    "Show in the picture",
                    Feather.EYE,
                    "the step of the run that makes it",
                    actions::showInPicture)));
    report
        .difference()
        .flatMap(Difference::sides)
        .filter(sides -> sides.size() > 1)
        .ifPresent(_ ->
            ways.add(
                Pieces.button(
                    "check-arrays",
                    "Both arrays",
                    Feather.GRID,
                    "yours beside the run's, with what differs",
                    actions::showArrays)));
    if (!report.context().walk().moments().isEmpty()) {
      ways.add(
          Pieces.button(
              "check-walk",
              "Step through your code",
              Feather.CODE,
              "line by line, both ways, beside the run",
              actions::walk));
    }
    return ways;
  }

  private static Node printed(String text) {
    var lines = text.strip().lines().limit(MOST_PRINTED).toList();
    var more = text.strip().lines().count() - lines.size();
    var shown =
        Pieces.paragraph(
            String.join("\n", lines).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?")
                + (more > 0 ? "\n… and %d more line%s".formatted(more, more == 1 ? "" : "s") : ""),
            "check-printed");
    shown.setMaxWidth(Double.MAX_VALUE);
    return new VBox(6, Pieces.label("What it printed", "pane-heading"), shown);
  }
}

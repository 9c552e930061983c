package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Listing;
import dev.stepwise.panel.CodePanel;
import dev.stepwise.panel.Pace;
import dev.stepwise.panel.StepPanel;
import dev.stepwise.panel.ValuePopOver;
import dev.stepwise.practice.Mode;
import dev.stepwise.session.Workspace;
import dev.stepwise.shell.practising.Practising;
import dev.stepwise.view.page.ListingExcerpt;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// The panel on the right: what the step says, and the code that it runs.
final class SidePanel {
  private static final String STEP = "step";
  private static final String CODE = "code";
  private static final String RIGHT_WAY =
      "This is the right way. The run does one thing in it wrongly, so while you look for that, no"
          + " line is lit.";

  private final VBox box = new VBox();
  private final PanelTabs tabs = new PanelTabs();
  private Optional<String> further = Optional.empty();
  private final Listing listing;
  private final StepPanel step;
  private final CodePanel code;
  private final ListingExcerpt excerpt;
  private final Label lead = Controls.paragraph("", "preset-point");
  private final Label caution = Controls.paragraph(RIGHT_WAY, "note-card");
  private Runnable showCode = () -> {};
  private Mode mode = Mode.WATCH;
  private final ValuePopOver values = new ValuePopOver(box, PopOver.ArrowLocation.RIGHT_TOP);

  SidePanel(Registry.Ready<?, ?> entry, Formulas formulas, ObservableValue<Look> look) {
    listing = entry.listing();
    step = new StepPanel(formulas, entry.view().rowCategory(), look);
    code = new CodePanel(look);
    code.setListing(entry.listing().lines());
    code.setOnOpen(values::show);
    excerpt = new ListingExcerpt(look.getValue());
    excerpt.setLines(entry.listing().lines());
    look.subscribe((_, now) -> excerpt.setLook(now));
    step.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(excerpt, Priority.ALWAYS);
    var said = new VBox(12, lead, step, excerpt);
    said.getStyleClass().add("panel-content");
    caution.setId("right-way");
    caution.setMaxWidth(Double.MAX_VALUE);
    VBox.setVgrow(code, Priority.ALWAYS);
    var coded = new VBox(12, caution, code);
    coded.getStyleClass().add("panel-content");
    show(mode);
    showLead(Optional.empty());
    code.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            showCode.run();
          }
        });
    tabs.add(STEP, "Step", said);
    tabs.add(CODE, "Code", coded);
    excerpt.setOnMouseClicked(_ -> tabs.select(CODE));
    box.setId("panel");
    box.getStyleClass().add("side-panel");
    box.getChildren().addAll(tabs.bar(), tabs.body());
  }

  /// The tabs, to which others can be added.
  PanelTabs tabs() {
    return tabs;
  }

  /// Shows a line of the listing, until the next step.
  ///
  /// @param line from 1
  void showCode(int line) {
    tabs.select(CODE);
    code.pass(line);
  }

  /// Shows a further tab in front, or the step again where it is gone.
  void showTab(Optional<Practising.Tab> wanted) {
    if (wanted.map(Practising.Tab::id).equals(further)) {
      return;
    }
    further.ifPresent(tabs::remove);
    further = wanted.map(Practising.Tab::id);
    wanted.ifPresent(shown -> {
      tabs.add(shown.id(), shown.title(), shown.content());
      tabs.select(shown.id());
    });
  }

  Region node() {
    return box;
  }

  /// Lets the lines of the code lead a run, and pause it.
  ///
  /// @param announce told what cannot be seen otherwise
  void lead(Workspace<?, ?> workspace, Consumer<String> announce) {
    new CodeLines(listing, code, announce, () -> mode == Mode.HUNT).follow(workspace);
  }

  /// Takes over what the learner does with the run. Who looks for a mistake sees the right code,
  /// and is told so; which line a step comes from would give the mistake away.
  void show(Mode other) {
    mode = other;
    caution.setVisible(mode == Mode.HUNT);
    caution.setManaged(mode == Mode.HUNT);
  }

  /// Says first what the open preset shows, or nothing.
  void showLead(Optional<String> point) {
    lead.setText(point.orElse(""));
    lead.setVisible(point.isPresent());
    lead.setManaged(point.isPresent());
  }

  /// Closes the numbers of a variable; false where none are open.
  boolean hidePopOver() {
    return values.hide();
  }

  void show(Step<? extends Frame> shown, Pace pace) {
    step.show(shown.narration(), pace);
    int line = mode == Mode.HUNT ? 0 : listing.line(shown.anchor());
    excerpt.light(line);
    // What nobody looks at is not computed: the variables of a long run take a while.
    showCode =
        switch (pace) {
          case AT_REST ->
              () -> code.show(line, shown.frame().variables(), shown.reads(), shown.writes());
          case IN_PASSING -> () -> code.pass(line);
        };
    if (code.getScene() != null) {
      showCode.run();
    }
  }
}

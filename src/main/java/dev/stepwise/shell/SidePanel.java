package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Listing;
import dev.stepwise.panel.CodePanel;
import dev.stepwise.panel.Pace;
import dev.stepwise.panel.StepPanel;
import dev.stepwise.panel.ValueTable;
import dev.stepwise.practice.Mode;
import dev.stepwise.shell.practising.Practising;
import dev.stepwise.view.page.ListingExcerpt;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The panel on the right: what the step says, and the code that it runs.
final class SidePanel {
  private static final int OWN_TABS = 2;

  private static final String RIGHT_WAY =
      "This is the right way. The run does one thing in it wrongly, so while you look for that, no"
          + " line is lit.";

  private final VBox box = new VBox();
  private final HBox tabs;
  private final ToggleGroup group;
  private final ScrollPane body;
  private Optional<String> further = Optional.empty();
  private final Listing listing;
  private final StepPanel step;
  private final CodePanel code;
  private final ListingExcerpt excerpt;
  private final Label lead = Controls.paragraph("", "preset-point");
  private final Label caution = Controls.paragraph(RIGHT_WAY, "note-card");
  private Runnable showCode = () -> {};
  private Mode mode = Mode.WATCH;
  private @Nullable PopOver values;

  SidePanel(Registry.Ready<?, ?> entry, Formulas formulas, ObservableValue<Look> look) {
    listing = entry.listing();
    step = new StepPanel(formulas, entry.view().rowCategory(), look);
    code = new CodePanel(look);
    code.setListing(entry.listing().lines());
    code.setOnOpen(this::openValues);
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
    var tabs = new HBox(4);
    tabs.getStyleClass().add("tabs");
    var group = new ToggleGroup();
    var body = new ScrollPane();
    body.setFitToWidth(true);
    body.setFitToHeight(true);
    body.getStyleClass().add("panel-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    tabs.getChildren()
        .addAll(tab("step", "Step", said, group, body), tab("code", "Code", coded, group, body));
    this.tabs = tabs;
    this.group = group;
    this.body = body;
    group.selectToggle(group.getToggles().getFirst());
    group
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
    excerpt.setOnMouseClicked(_ -> group.selectToggle(group.getToggles().get(1)));
    box.setId("panel");
    box.getStyleClass().add("side-panel");
    box.getChildren().addAll(tabs, body);
  }

  private static ToggleButton tab(
      String id, String title, Region content, ToggleGroup group, ScrollPane body) {
    var tab = new ToggleButton(title);
    tab.setId("tab-" + id);
    tab.getStyleClass().setAll("tab-button");
    tab.setAccessibleText("Panel: " + title);
    tab.setToggleGroup(group);
    tab.selectedProperty()
        .subscribe(selected -> {
          if (selected) {
            body.setContent(content);
          }
        });
    return tab;
  }

  /// Shows a further tab in front, or the step again where it is gone.
  void showTab(Optional<Practising.Tab> wanted) {
    if (wanted.map(Practising.Tab::id).equals(further)) {
      return;
    }
    further = wanted.map(Practising.Tab::id);
    if (tabs.getChildren().size() > OWN_TABS) {
      var gone = (ToggleButton) tabs.getChildren().removeLast();
      boolean inFront = gone.isSelected();
      gone.setToggleGroup(null);
      if (inFront) {
        group.selectToggle(group.getToggles().getFirst());
      }
    }
    wanted.ifPresent(shown -> {
      var button = tab(shown.id(), shown.title(), shown.content(), group, body);
      tabs.getChildren().add(button);
      group.selectToggle(button);
    });
  }

  Region node() {
    return box;
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

  private void openValues(String name, Value value) {
    hidePopOver();
    var opened = new PopOver(new ValueTable(name, value));
    opened.setTitle(name);
    opened.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
    opened.setDetachable(false);
    opened.setAnimated(false);
    opened.setOnHidden(_ -> values = null);
    values = opened;
    var corner = box.localToScreen(0, box.getHeight() / 3);
    opened.show(box, corner.getX(), corner.getY());
  }

  /// Closes the numbers of a variable; false where none are open.
  boolean hidePopOver() {
    if (values == null) {
      return false;
    }
    values.hide();
    return true;
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

package dev.stepwise.shell.learning;

import dev.stepwise.lesson.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sections of a lesson as buttons in a row, and all its headings below each other. The one
/// that is read is marked, and so are those that were read. Style classes: `pill`,
/// `outline-section`, `outline-heading`, each with the pseudo-classes `:current` and `:read`.
final class Contents {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass READ = PseudoClass.getPseudoClass("read");
  private static final double WIDTH = 250;

  private final FlowPane pills = new FlowPane(2, 4);
  private final VBox list = new VBox(1);
  private final ScrollPane outline = new ScrollPane(list);
  private final Map<Part, Button> pillOf = new EnumMap<>(Part.class);
  private final Map<Part, Button> sectionOf = new EnumMap<>(Part.class);
  private final Map<Part, List<Button>> below = new EnumMap<>(Part.class);
  private final Set<Part> read = EnumSet.noneOf(Part.class);
  private final Consumer<Node> go;
  private final Consumer<Part> passed;
  private Optional<Part> current = Optional.empty();

  /// @param before the sections that were read earlier
  /// @param go goes to what was chosen
  /// @param passed told of a section that was read
  Contents(Set<Part> before, Consumer<Node> go, Consumer<Part> passed) {
    read.addAll(before);
    this.go = go;
    this.passed = passed;
    pills.getStyleClass().add("pills");
    pills.setMinWidth(0);
    outline.setFitToWidth(true);
    outline.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    outline.getStyleClass().addAll("panel-body", "learn-outline");
    outline.setId("learn-outline");
  }

  Region pills() {
    return pills;
  }

  Region outline() {
    return outline;
  }

  void show(List<Article.Entry> entries, double scale) {
    pills.getChildren().clear();
    list.getChildren().clear();
    below.clear();
    outline.setPrefWidth(WIDTH * scale);
    outline.setMinWidth(WIDTH * scale);
    for (var entry : entries) {
      if (entry.depth() == 1) {
        var pill = button(entry, entry.part().brief(), "pill");
        pill.setId("pill-" + entry.part().id());
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pillOf.put(entry.part(), pill);
        pills.getChildren().add(pill);
        var section = button(entry, entry.title(), "outline-section");
        sectionOf.put(entry.part(), section);
        list.getChildren().add(section);
      } else {
        var heading = button(entry, entry.title(), "outline-heading");
        below.computeIfAbsent(entry.part(), _ -> new ArrayList<>()).add(heading);
        list.getChildren().add(heading);
      }
    }
    show();
  }

  private Button button(Article.Entry entry, String text, String styleClass) {
    var button = new Button(text);
    button.getStyleClass().setAll(styleClass);
    button.setMnemonicParsing(false);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText("Go to " + entry.title());
    button.setOnAction(_ -> go.accept(entry.node()));
    return button;
  }

  /// Marks the section that is read; those that were read have a tick.
  void mark(Optional<Part> part) {
    if (part.equals(current)) {
      return;
    }
    var left = current;
    left.ifPresent(read::add);
    current = part;
    show();
    left.ifPresent(passed);
  }

  private void show() {
    pillOf.forEach((part, pill) -> {
      boolean here = current.filter(part::equals).isPresent();
      pill.pseudoClassStateChanged(CURRENT, here);
      pill.pseudoClassStateChanged(READ, read.contains(part) && !here);
      Optional.ofNullable(sectionOf.get(part))
          .ifPresent(section -> {
            section.pseudoClassStateChanged(CURRENT, here);
            section.setContentDisplay(ContentDisplay.RIGHT);
            section.setGraphic(read.contains(part) && !here ? new FontIcon(Feather.CHECK) : null);
          });
      for (var heading : below.getOrDefault(part, List.of())) {
        heading.setVisible(here);
        heading.setManaged(here);
      }
    });
  }
}

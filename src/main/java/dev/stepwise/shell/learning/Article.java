package dev.stepwise.shell.learning;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import dev.stepwise.lesson.Block;
import dev.stepwise.lesson.Inline;
import dev.stepwise.lesson.Lesson;
import dev.stepwise.lesson.Part;
import dev.stepwise.lesson.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A lesson as nodes, from its title to its last answer. Its stretches of text are those of
/// [Lesson#passages()], in the same order. Style classes: `lesson`, `lesson-mistake`,
/// `lesson-remark`, `lesson-listing`, `lesson-item`, `lesson-action`.
final class Article extends VBox {
  private static final double SCROLL_BAR = 14;

  /// A heading and what stands there.
  ///
  /// @param depth 1 for a section, 2 for what is below it
  record Entry(Part part, String title, int depth, Node node) {}

  private final Setting setting;
  private final List<Selectable> passages = new ArrayList<>();
  private final List<Entry> outline = new ArrayList<>();
  private final Map<Part, Node> heads = new EnumMap<>(Part.class);
  private Part part = Part.PROBLEM;

  private Article(Setting setting) {
    this.setting = setting;
    getStyleClass().add("lesson");
    setSpacing(setting.px(11));
    setMinWidth(0);
    setFillWidth(true);
  }

  /// A part of a lesson, without its heading.
  Article(List<Block> blocks, Setting setting) {
    this(setting);
    getChildren().addAll(nodes(blocks));
  }

  Article(Lesson lesson, Setting setting) {
    this(setting);
    for (var section : lesson.sections()) {
      part = section.part();
      var head = text(List.of(new Inline.Words(part.title())), setting.bold(Setting.SECTION));
      head.getStyleClass().add("lesson-section");
      heads.put(part, head);
      outline.add(new Entry(part, part.title(), 1, head));
      getChildren().add(head);
      getChildren().addAll(nodes(section.blocks()));
    }
  }

  /// Its stretches of text, from top to bottom.
  List<Selectable> passages() {
    return List.copyOf(passages);
  }

  /// Its headings, from top to bottom.
  List<Entry> outline() {
    return List.copyOf(outline);
  }

  /// The heading of a section.
  Node head(Part wanted) {
    return heads.getOrDefault(wanted, this);
  }

  /// Shows the counts of another run.
  void count(Map<String, Double> sizes) {
    for (var passage : passages) {
      if (passage instanceof Sentence sentence) {
        sentence.count(sizes);
      }
    }
  }

  private List<Node> nodes(List<Block> blocks) {
    return blocks.stream().map(this::node).toList();
  }

  private VBox column(List<Block> blocks) {
    var column = new VBox(setting.px(9));
    column.setMinWidth(0);
    column.getChildren().setAll(nodes(blocks));
    return column;
  }

  private <S extends Selectable> S passage(S passage) {
    passages.add(passage);
    return passage;
  }

  private Sentence text(List<Inline> content, Sentence.Style style) {
    var sentence = passage(new Sentence(content, style, setting));
    sentence.widthProperty().subscribe(width -> sentence.limit(width.doubleValue()));
    return sentence;
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph(var content) -> text(content, setting.body());
      case Block.Action(var link) -> action(link);
      case Block.Formula(var latex) -> passage(new DisplayFormula(latex, setting));
      case Block.Code(var lines) -> listing(lines);
      case Block.Items items -> items(items);
      case Block.Table table -> table(table);
      case Block.Remark(var content) -> {
        var remark = column(content);
        remark.getStyleClass().add("lesson-remark");
        yield remark;
      }
      case Block.Mistake(var heading, var content) -> mistake(heading, content);
      case Block.Question question -> question(question);
    };
  }

  private Sentence heading(Block.Heading heading) {
    var set = text(heading.content(), setting.bold(Setting.HEADING));
    set.getStyleClass().add("lesson-heading");
    outline.add(new Entry(part, Inline.plain(heading.content()), 2, set));
    return set;
  }

  private Node mistake(Block.Heading heading, List<Block> content) {
    var icon = new FontIcon(Feather.ALERT_TRIANGLE);
    icon.setIconSize((int) setting.px(Setting.HEADING + 2));
    var title = heading(heading);
    HBox.setHgrow(title, Priority.ALWAYS);
    var head = new HBox(setting.px(8), icon, title);
    head.setMinWidth(0);
    var box = column(content);
    box.getChildren().addFirst(head);
    box.getStyleClass().add("lesson-mistake");
    return box;
  }

  private Node question(Block.Question question) {
    var heading = question.heading();
    var title = heading(heading);
    return new Answer(title, Inline.plain(heading.content()), column(question.answer()));
  }

  private Node action(Inline.Link link) {
    var button = new Button(Inline.plain(link.content()), new FontIcon(icon(link.target())));
    button.getStyleClass().add("lesson-action");
    button.setMnemonicParsing(false);
    button.setOnAction(_ -> setting.follow().accept(link.target()));
    button.setUserData(link.target());
    button.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(button);
    row.setMinWidth(0);
    return row;
  }

  private static Feather icon(Target target) {
    return switch (target) {
      case Target.Run _, Target.Mistake _ -> Feather.PLAY;
      case Target.Comparison _ -> Feather.COLUMNS;
      case Target.Lab _ -> Feather.BAR_CHART_2;
      case Target.CodeLine _ -> Feather.CODE;
      case Target.Exercise _ -> Feather.BOOK_OPEN;
    };
  }

  /// A line that is too long is reached by scrolling, never cut or broken.
  private Node listing(List<String> lines) {
    var code = passage(new Sentence(lines, setting));
    code.setMinWidth(USE_PREF_SIZE);
    var block = new VBox(code);
    block.setPadding(new Insets(0, 0, setting.px(SCROLL_BAR), 0)); // it lies over what is below it
    var scroll = new ScrollPane(block);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setMinWidth(0);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("lesson-listing");
    code.getStyleClass().add("lesson-code-lines");
    scroll.setMinHeight(USE_PREF_SIZE);
    return scroll;
  }

  private Node items(Block.Items items) {
    var list = new VBox(setting.px(6));
    list.setMinWidth(0);
    for (int i = 0; i < items.items().size(); i++) {
      var mark = new Label(items.marks().get(i));
      mark.getStyleClass().add("lesson-bullet");
      Fonts.BUNDLED.set(mark, Type.Face.REGULAR, setting.px(Setting.BODY));
      mark.setMinWidth(setting.px(items.marks().get(i).equals("•") ? 12 : 22));
      var content = column(items.items().get(i));
      HBox.setHgrow(content, Priority.ALWAYS);
      var row = new HBox(setting.px(4), mark, content);
      row.setMinWidth(0);
      row.getStyleClass().add("lesson-item");
      list.getChildren().add(row);
    }
    return list;
  }

  private Node table(Block.Table table) {
    var rows = new ArrayList<List<Sentence>>();
    var head = new ArrayList<Sentence>();
    for (var cell : table.head()) {
      var set = passage(new Sentence(cell, setting.small(), setting));
      set.getStyleClass().add("lesson-head");
      head.add(set);
    }
    rows.add(head);
    for (var row : table.rows()) {
      rows.add(
          row.stream().map(cell -> passage(new Sentence(cell, setting.body(), setting))).toList());
    }
    return new LessonTable(rows, setting);
  }

  /// Makes a passage be seen, where it is in an answer that is hidden.
  void uncover(Selectable passage) {
    for (Node node = passage.node(); node != null && node != this; node = node.getParent()) {
      if (node instanceof Answer answer) {
        answer.open();
      }
    }
  }

  /// The place of a passage that can be seen and is nearest to a height of the scene.
  Optional<Selectable> nearest(double sceneX, double sceneY) {
    Selectable best = null;
    double least = Double.MAX_VALUE;
    for (var passage : passages) {
      if (!isSeen(passage.node())) {
        continue;
      }
      var box = passage.node().localToScene(passage.node().getLayoutBounds());
      double dy = Math.max(0, Math.max(box.getMinY() - sceneY, sceneY - box.getMaxY()));
      double dx = Math.max(0, Math.max(box.getMinX() - sceneX, sceneX - box.getMaxX()));
      double distance = dy * 1000 + dx;
      if (distance < least) {
        least = distance;
        best = passage;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean isSeen(Node node) {
    for (Node each = node; each != null && each != this; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /// Whether a passage can be seen.
  boolean isSeen(Selectable passage) {
    return isSeen(passage.node());
  }
}

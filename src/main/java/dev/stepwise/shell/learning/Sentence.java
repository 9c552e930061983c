package dev.stepwise.shell.learning;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import dev.stepwise.formula.InlineFormula;
import dev.stepwise.lesson.CountExpression;
import dev.stepwise.lesson.Inline;
import dev.stepwise.lesson.Target;
import dev.stepwise.panel.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A paragraph, a heading or a cell: words, formulas, code, counts and links that flow. Style
/// classes: `sentence`, `lesson-words`, `lesson-link`, `lesson-code`, `lesson-count`,
/// `text-selection`.
final class Sentence extends TextFlow implements Selectable {
  /// How it is set.
  ///
  /// @param size of the font in pixels
  record Style(Type.Face face, double size) {}

  private static final double CODE = 0.92; // JetBrains Mono looks larger than Inter
  private static final double LEADING = 0.28;

  private final Setting setting;
  private final Style style;
  private final Path selection = new Path();
  private final List<Node> pieces = new ArrayList<>();
  private final Map<Text, CountExpression> counts = new LinkedHashMap<>();

  /// A sentence of a lesson.
  Sentence(List<Inline> content, Style style, Setting setting) {
    this.setting = setting;
    this.style = style;
    content.forEach(this::add);
    finish(LEADING);
  }

  /// A listing.
  Sentence(List<String> lines, Setting setting) {
    this.setting = setting;
    style = new Style(Type.Face.MONO, setting.px(Setting.CODE));
    var whole = String.join("\n", lines);
    pieces.addAll(PythonText.of(whole, style.size()));
    finish(0.15);
  }

  private void finish(double leading) {
    getStyleClass().add("sentence");
    setLineSpacing(style.size() * leading);
    setMinWidth(0);
    selection.setManaged(false);
    selection.setMouseTransparent(true);
    selection.setStroke(null);
    selection.getStyleClass().add("text-selection");
    getChildren().add(selection);
    getChildren().addAll(pieces);
    if (pieces.stream().noneMatch(Text.class::isInstance)) {
      getChildren()
          .add(words("\u200B", style.face(), style.size(), "strut")); // a line's own height
    }
    setMinHeight(USE_PREF_SIZE);
  }

  private void add(Inline inline) {
    if (inline instanceof Inline.Link(var content, var target)) {
      link(content, target);
    } else {
      pieces.add(node(inline));
    }
  }

  private Node node(Inline inline) {
    return switch (inline) {
      case Inline.Words(var text) -> words(text, style.face(), style.size(), "lesson-words");
      case Inline.Stressed(var text) -> words(text, Type.Face.BOLD, style.size(), "lesson-words");
      case Inline.Code(var text) -> words(text, Type.Face.MONO, style.size() * CODE, "lesson-code");
      case Inline.Count(var expression) -> {
        var count =
            words(
                expression.shown(setting.sizes()),
                Type.Face.MONO,
                style.size() * CODE,
                "lesson-count");
        counts.put(count, expression);
        yield count;
      }
      case Inline.Formula(var latex) ->
          new InlineFormula(setting.formulas(), latex, style.size() * 1.06);
      case Inline.Link _ -> throw new IllegalArgumentException("a link inside a link");
    };
  }

  private static Text words(String text, Type.Face face, double size, String styleClass) {
    var words = new Text(text);
    Fonts.BUNDLED.set(words, face, size);
    words.getStyleClass().add(styleClass);
    return words;
  }

  /// The first piece of a link takes the keyboard for all of them.
  private void link(List<Inline> content, Target target) {
    for (int i = 0; i < content.size(); i++) {
      var piece = node(content.get(i));
      piece.getStyleClass().add("lesson-link");
      Follow.by(piece, () -> setting.follow().accept(target));
      if (i == 0) {
        piece.setFocusTraversable(true);
        piece.setAccessibleRole(AccessibleRole.HYPERLINK);
        piece.setAccessibleText(Inline.plain(content));
        piece.setUserData(target);
      }
      pieces.add(piece);
    }
  }

  /// Shows the counts of another run.
  void count(Map<String, Double> sizes) {
    counts.forEach((text, expression) -> text.setText(expression.shown(sizes)));
  }

  /// Keeps formulas within a width; to be told before it is laid out.
  void limit(double width) {
    for (var piece : pieces) {
      if (piece instanceof InlineFormula formula) {
        formula.setMostWidth(width);
      }
    }
  }

  @Override
  public Region node() {
    return this;
  }

  private static int length(Node piece) {
    return piece instanceof Text text ? text.getText().length() : 1;
  }

  @Override
  public int length() {
    return pieces.stream().mapToInt(Sentence::length).sum();
  }

  @Override
  public String text(int from, int to) {
    var copied = new StringBuilder();
    int begin = 0;
    for (var piece : pieces) {
      int length = length(piece);
      int first = Math.max(from - begin, 0);
      int last = Math.min(to - begin, length);
      if (first < last) {
        copied.append(
            piece instanceof Text text
                ? text.getText().substring(first, last)
                : "$" + ((InlineFormula) piece).source() + "$");
      }
      begin += length;
    }
    return copied.toString();
  }

  @Override
  public int at(Point2D point) {
    return Math.clamp(hitTest(point).getInsertionIndex(), 0, length());
  }

  @Override
  public void select(int from, int to) {
    if (from >= to) {
      selection.getElements().clear();
    } else {
      selection.getElements().setAll(getRangeShape(from, to, false));
    }
  }
}

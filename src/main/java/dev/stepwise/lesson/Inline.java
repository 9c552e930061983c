package dev.stepwise.lesson;

import java.util.List;
import java.util.stream.Collectors;

/// A piece of a sentence of a lesson.
public sealed interface Inline {

  /// Plain words.
  record Words(String text) implements Inline {}

  /// Words that are stressed.
  record Stressed(String text) implements Inline {}

  /// A formula within the line.
  ///
  /// @param latex its source
  record Formula(String latex) implements Inline {}

  /// A piece of code.
  record Code(String text) implements Inline {}

  /// A number of the run that is open.
  record Count(CountExpression expression) implements Inline {}

  /// A term or a phrase that leads into the app.
  record Link(List<Inline> content, Target target) implements Inline {
    /// Copies the list.
    public Link {
      content = List.copyOf(content);
    }
  }

  /// What it is for a search: formulas by their source, counts by their expression.
  default String plain() {
    return switch (this) {
      case Words(var text) -> text;
      case Stressed(var text) -> text;
      case Formula(var latex) -> latex;
      case Code(var text) -> text;
      case Count(var expression) -> expression.source();
      case Link(var content, _) -> plain(content);
    };
  }

  /// What a sentence is for a search.
  static String plain(List<Inline> content) {
    return content.stream().map(Inline::plain).collect(Collectors.joining());
  }
}

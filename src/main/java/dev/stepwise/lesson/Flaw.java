package dev.stepwise.lesson;

import org.commonmark.node.Node;

/// What is wrong with a lesson while it is read.
final class Flaw extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String what;

  Flaw(int line, String what) {
    super(what);
    this.line = line;
    this.what = what;
  }

  /// From 1.
  int line() {
    return line;
  }

  String what() {
    return what;
  }

  /// The line where a part begins, or where what it is in does.
  ///
  /// @param otherwise where that is not known
  static int line(Node node, int otherwise) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.getSourceSpans().isEmpty()) {
        return each.getSourceSpans().getFirst().getLineIndex() + 1;
      }
    }
    return otherwise;
  }

  static Flaw at(Node node, String what) {
    return new Flaw(line(node, 1), what);
  }
}

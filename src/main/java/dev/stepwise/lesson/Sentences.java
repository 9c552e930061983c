package dev.stepwise.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Reads the sentences of a lesson.
final class Sentences {
  private static final String SCHEMES = "run:, mistake:, compare:, lab:, code:, exercise:";
  private static final Pattern STEP = Pattern.compile("[1-9]\\d{0,8}(\\.[1-9]\\d{0,8})*|last");

  private final References references;

  Sentences(References references) {
    this.references = references;
  }

  /// What is inside of a node.
  List<Inline> of(Node parent) {
    return from(parent.getFirstChild());
  }

  /// What begins with a node and goes on to the last one beside it.
  List<Inline> from(@Nullable Node first) {
    var content = new ArrayList<Inline>();
    for (var node = first; node != null; node = node.getNext()) {
      add(content, one(node));
    }
    return content;
  }

  /// Words that stand together become one piece.
  private static void add(List<Inline> content, Inline next) {
    if (next instanceof Inline.Words(var more)
        && !content.isEmpty()
        && content.getLast() instanceof Inline.Words(var before)) {
      content.set(content.size() - 1, new Inline.Words(before + more));
    } else {
      content.add(next);
    }
  }

  private Inline one(Node node) {
    return switch (node) {
      case Text text -> words(text);
      case SoftLineBreak _ -> new Inline.Words(" ");
      case HardLineBreak _ -> new Inline.Words(" ");
      case Code code -> new Inline.Code(code.getLiteral());
      case Emphasis stressed -> new Inline.Stressed(Inline.plain(of(stressed)));
      case StrongEmphasis stressed -> new Inline.Stressed(Inline.plain(of(stressed)));
      case InlineMath.Formula formula -> new Inline.Formula(sound(node, formula.latex()));
      case InlineMath.Count count -> new Inline.Count(count(count));
      case Link link -> new Inline.Link(of(link), target(link));
      default ->
          throw Flaw.at(node, "a lesson has no %s".formatted(node.getClass().getSimpleName()));
    };
  }

  private static Inline.Words words(Text text) {
    var literal = text.getLiteral();
    if (literal.contains("$")) {
      throw Flaw.at(text, "a formula that begins with $ has no end");
    }
    if (literal.contains("{{")) {
      throw Flaw.at(text, "a count that begins with {{ has no end");
    }
    return new Inline.Words(literal);
  }

  /// A formula that can be set.
  String sound(Node node, String latex) {
    if (latex.isBlank() || !references.isSet().test(latex)) {
      throw Flaw.at(node, "the formula '%s' cannot be set".formatted(latex.strip()));
    }
    return latex.strip();
  }

  private CountExpression count(InlineMath.Count count) {
    try {
      return CountExpression.of(count.source(), references.sizes());
    } catch (IllegalArgumentException reason) {
      throw Flaw.at(count, "in {{%s}} %s".formatted(count.source(), reason.getMessage()));
    }
  }

  private Target target(Link link) {
    var destination = link.getDestination();
    int colon = destination.indexOf(':');
    var scheme = destination.substring(0, Math.max(0, colon));
    var rest = destination.substring(colon + 1);
    return switch (scheme) {
      case "run" -> run(link, rest);
      case "mistake" -> new Target.Mistake(known(link, "mistake", rest, references.mistakes()));
      case "compare" ->
          new Target.Comparison(known(link, "comparison", rest, references.comparisons()));
      case "code" -> new Target.CodeLine(known(link, "named line", rest, references.anchors()));
      case "exercise" -> new Target.Exercise(known(link, "exercise", rest, references.exercises()));
      case "lab" -> {
        if (!rest.isEmpty()) {
          throw Flaw.at(link, "nothing may follow 'lab:'");
        }
        yield new Target.Lab();
      }
      default ->
          throw Flaw.at(
              link, "the link '%s' begins with none of %s".formatted(destination, SCHEMES));
    };
  }

  private Target run(Link link, String rest) {
    int at = rest.indexOf('@');
    var preset = known(link, "preset", at < 0 ? rest : rest.substring(0, at), references.presets());
    if (at < 0) {
      return new Target.Run(preset, Optional.empty());
    }
    var step = rest.substring(at + 1);
    if (!STEP.matcher(step).matches()) {
      throw Flaw.at(link, "'%s' is no step; write a path such as 3.1, or last".formatted(step));
    }
    if (!step.equals(Target.Run.LAST) && !references.hasStep().test(preset, step)) {
      throw Flaw.at(link, "the preset '%s' has no step %s".formatted(preset, step));
    }
    return new Target.Run(preset, Optional.of(step));
  }

  private static String known(Node node, String what, String id, Set<String> all) {
    if (!all.contains(id)) {
      throw Flaw.at(
          node,
          "there is no %s '%s'; there are %s"
              .formatted(what, id, String.join(", ", all.stream().sorted().toList())));
    }
    return id;
  }
}

package dev.stepwise.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/// Reads the blocks of a lesson.
final class Blocks {
  /// How a remark begins.
  static final String NOT_SO = "Not so:";

  private static final int HEADING = 3;

  private final Sentences sentences;

  Blocks(References references) {
    sentences = new Sentences(references);
  }

  Sentences sentences() {
    return sentences;
  }

  /// The names of all sections.
  static String names() {
    return Arrays.stream(Part.values()).map(Part::title).collect(Collectors.joining(", "));
  }

  /// The blocks of a section; mistakes and questions are put together from their headings on.
  List<Block> section(Part part, List<Node> nodes) {
    return switch (part) {
      case MISTAKES, QUESTIONS -> grouped(part, nodes);
      default -> all(nodes);
    };
  }

  private List<Block> grouped(Part part, List<Node> nodes) {
    var blocks = new ArrayList<Block>();
    int begin = 0;
    while (begin < nodes.size() && !(nodes.get(begin) instanceof Heading)) {
      blocks.add(one(nodes.get(begin++)));
    }
    while (begin < nodes.size()) {
      int end = begin + 1;
      while (end < nodes.size() && !(nodes.get(end) instanceof Heading)) {
        end++;
      }
      blocks.add(group(part, nodes.get(begin), nodes.subList(begin + 1, end)));
      begin = end;
    }
    return blocks;
  }

  private Block group(Part part, Node heading, List<Node> nodes) {
    var content = all(nodes);
    if (content.isEmpty()) {
      throw Flaw.at(heading, "nothing is said below this heading");
    }
    if (part == Part.QUESTIONS) {
      return new Block.Question(heading(heading), content);
    }
    long runs =
        content.stream()
            .filter(block ->
                block instanceof Block.Action(var link) && link.target() instanceof Target.Mistake)
            .count();
    if (runs != 1) {
      throw Flaw.at(
          heading, "a mistake needs one paragraph [Show the run](mistake:ID), not " + runs);
    }
    return new Block.Mistake(heading(heading), content);
  }

  private List<Block> all(List<Node> nodes) {
    return nodes.stream().map(this::one).toList();
  }

  private static List<Node> children(Node parent) {
    var children = new ArrayList<Node>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      children.add(node);
    }
    return children;
  }

  private Block one(Node node) {
    return switch (node) {
      case Heading _ -> heading(node);
      case Paragraph paragraph -> paragraph(sentences.of(paragraph));
      case FencedCodeBlock code -> code(code);
      case ListBlock list -> items(list);
      case TableBlock table -> table(table);
      case BlockQuote quote -> remark(quote);
      default ->
          throw Flaw.at(node, "a lesson has no %s".formatted(node.getClass().getSimpleName()));
    };
  }

  private Block.Heading heading(Node node) {
    if (((Heading) node).getLevel() != HEADING) {
      throw Flaw.at(node, "headings within a section begin with '### '");
    }
    return new Block.Heading(sentences.of(node));
  }

  private static Block paragraph(List<Inline> content) {
    return content.size() == 1 && content.getFirst() instanceof Inline.Link link
        ? new Block.Action(link)
        : new Block.Paragraph(content);
  }

  private Block code(FencedCodeBlock code) {
    return switch (code.getInfo() == null ? "" : code.getInfo()) {
      case "math" -> new Block.Formula(sentences.sound(code, code.getLiteral()));
      case "python", "text" -> new Block.Code(code.getLiteral().lines().toList());
      default ->
          throw Flaw.at(
              code, "a fenced block is math, python or text, not '%s'".formatted(code.getInfo()));
    };
  }

  private Block items(ListBlock list) {
    var marks = new ArrayList<String>();
    var items = new ArrayList<List<Block>>();
    int number =
        list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
            ? ordered.getMarkerStartNumber()
            : 1;
    for (var item : children(list)) {
      marks.add(list instanceof BulletList ? "•" : number++ + ".");
      items.add(all(children(item)));
    }
    return new Block.Items(marks, items);
  }

  private Block table(TableBlock table) {
    List<List<Inline>> head = List.of();
    List<List<List<Inline>>> rows = List.of();
    for (var part : children(table)) {
      switch (part) {
        case TableHead _ -> head = cells(part.getFirstChild());
        case TableBody _ -> rows = children(part).stream().map(this::cells).toList();
        default -> throw Flaw.at(part, "this cannot stand in a table");
      }
    }
    for (var row : rows) {
      if (row.size() != head.size()) {
        throw Flaw.at(table, "a row has %d cells, the head %d".formatted(row.size(), head.size()));
      }
    }
    return new Block.Table(head, rows);
  }

  private List<List<Inline>> cells(Node row) {
    return children(row).stream().map(sentences::of).toList();
  }

  private Block remark(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph first
        && first.getFirstChild() instanceof StrongEmphasis opening
        && Inline.plain(sentences.of(opening)).equals(NOT_SO))) {
      throw Flaw.at(quote, "a block quote begins with **%s**".formatted(NOT_SO));
    }
    return new Block.Remark(all(children(quote)));
  }
}

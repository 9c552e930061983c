package dev.stepwise.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads a lesson from Markdown. Strict: what it does not know, and what refers to something that
/// is not there, is an error with its line.
public final class LessonReader {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .customInlineContentParserFactory(InlineMath.formulas())
          .customInlineContentParserFactory(InlineMath.counts())
          .build();

  private final References references;

  /// @param references what the lesson may refer to
  public LessonReader(References references) {
    this.references = references;
  }

  /// Markdown as its nodes, each with its lines.
  static Node parsed(String markdown) {
    return PARSER.parse(markdown);
  }

  /// Reads a lesson.
  ///
  /// @param file its name, for messages
  /// @throws LessonException where it breaks the rules, with the first line that does
  public Lesson read(String exerciseId, String file, String markdown) throws LessonException {
    try {
      return new Reading(exerciseId).read(PARSER.parse(markdown));
    } catch (Flaw flaw) {
      throw new LessonException(file, flaw.line(), flaw.what());
    }
  }

  /// Goes through the blocks of one file.
  private final class Reading {
    private final String exerciseId;
    private final Blocks blocks = new Blocks(references);
    private final List<Lesson.Section> sections = new ArrayList<>();
    private Optional<String> title = Optional.empty();
    private Optional<Part> part = Optional.empty();
    private List<Node> pending = new ArrayList<>();
    private int line = 1;

    Reading(String exerciseId) {
      this.exerciseId = exerciseId;
    }

    Lesson read(Node document) {
      for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
        take(node);
        line = Flaw.line(node, line);
      }
      endSection();
      if (sections.size() < Part.values().length) {
        var missing = Part.values()[sections.size()].title();
        throw new Flaw(line, "the section '## %s' is missing".formatted(missing));
      }
      return new Lesson(exerciseId, title.orElseThrow(), sections);
    }

    private void take(Node node) {
      boolean heading = node instanceof org.commonmark.node.Heading;
      if (title.isEmpty()) {
        if (!(heading && ((org.commonmark.node.Heading) node).getLevel() == 1)) {
          throw new Flaw(Flaw.line(node, 1), "the first line has to be '# ' and the title");
        }
        title = Optional.of(Inline.plain(blocks.sentences().of(node)));
        return;
      }
      if (heading && ((org.commonmark.node.Heading) node).getLevel() <= 2) {
        endSection();
        begin(node);
      } else if (part.isEmpty()) {
        throw new Flaw(Flaw.line(node, 1), "this stands before the first section");
      } else {
        pending.add(node);
      }
    }

    private void begin(Node node) {
      int at = Flaw.line(node, line);
      var name = Inline.plain(blocks.sentences().of(node));
      var known = Part.titled(name);
      if (((org.commonmark.node.Heading) node).getLevel() == 1 || known.isEmpty()) {
        throw new Flaw(
            at, "there is no section '%s'; the sections are %s".formatted(name, Blocks.names()));
      }
      if (known.get().ordinal() != sections.size()) {
        var next = sections.size() < Part.values().length ? Part.values()[sections.size()] : null;
        throw new Flaw(
            at,
            next == null
                ? "the section '%s' is there already".formatted(name)
                : "the section '%s' has to come here, not '%s'".formatted(next.title(), name));
      }
      part = known;
    }

    private void endSection() {
      part.ifPresent(ended -> {
        sections.add(new Lesson.Section(ended, blocks.section(ended, pending)));
        pending = new ArrayList<>();
      });
    }
  }
}

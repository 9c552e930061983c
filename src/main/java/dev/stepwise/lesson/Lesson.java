package dev.stepwise.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is taught of an exercise, as its file says it.
///
/// @param exerciseId the exercise
/// @param sections one for each [Part], in their order
public record Lesson(String exerciseId, String title, List<Section> sections) {

  /// A section.
  public record Section(Part part, List<Block> blocks) {
    /// Copies the list.
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /// A stretch of text that is read, selected and found as one: a paragraph, a heading, a cell of a
  /// table, a formula, a listing.
  ///
  /// @param part the section that it is in
  /// @param heading the heading that it stands under; empty where there is none in its section
  /// @param text what it is for a search
  public record Passage(Part part, String heading, String text) {}

  /// Copies the list.
  public Lesson {
    sections = List.copyOf(sections);
  }

  /// Its text from the first line to the last, hidden answers included: each section's heading,
  /// then what is below it.
  public List<Passage> passages() {
    var passages = new ArrayList<Passage>();
    for (var section : sections) {
      var walk = new Walk(section.part(), passages);
      walk.add(section.part().title());
      walk.all(section.blocks());
    }
    return List.copyOf(passages);
  }

  /// The text of some blocks, stretch by stretch, as it is read.
  static List<String> passages(List<Block> blocks) {
    var passages = new ArrayList<Passage>();
    new Walk(Part.PROBLEM, passages).all(blocks);
    return passages.stream().map(Passage::text).toList();
  }

  /// All formulas in it.
  public Stream<String> formulas() {
    return inlines()
        .mapMulti((inline, formulas) -> {
          if (inline instanceof Inline.Formula(var latex)) {
            formulas.accept(latex);
          }
        });
  }

  /// Every formula that stands on a line of its own.
  public Stream<String> displays() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(Lesson::deep)
        .mapMulti((block, displays) -> {
          if (block instanceof Block.Formula(var latex)) {
            displays.accept(latex);
          }
        });
  }

  private static Stream<Block> deep(Block block) {
    var inside =
        switch (block) {
          case Block.Items(_, var items) -> items.stream().flatMap(List::stream);
          case Block.Remark(var content) -> content.stream();
          case Block.Mistake(_, var content) -> content.stream();
          case Block.Question(_, var answer) -> answer.stream();
          default -> Stream.<Block>empty();
        };
    return Stream.concat(Stream.of(block), inside.flatMap(Lesson::deep));
  }

  /// Every piece of every sentence, those inside links included; a formula on a line of its own is
  /// one too.
  public Stream<Inline> inlines() {
    return sections.stream().flatMap(section -> inlines(section.blocks()));
  }

  private static Stream<Inline> inlines(List<Block> blocks) {
    return blocks.stream().flatMap(Lesson::inlines);
  }

  private static Stream<Inline> inlines(Block block) {
    return switch (block) {
      case Block.Heading(var content) -> deep(content);
      case Block.Paragraph(var content) -> deep(content);
      case Block.Action(var link) -> deep(List.of(link));
      case Block.Formula(var latex) -> Stream.of(new Inline.Formula(latex));
      case Block.Code _ -> Stream.empty();
      case Block.Items(_, var items) -> items.stream().flatMap(Lesson::inlines);
      case Block.Table(var head, var rows) ->
          Stream.concat(head.stream(), rows.stream().flatMap(List::stream)).flatMap(Lesson::deep);
      case Block.Remark(var content) -> inlines(content);
      case Block.Mistake(var heading, var content) ->
          Stream.concat(inlines(heading), inlines(content));
      case Block.Question(var heading, var answer) ->
          Stream.concat(inlines(heading), inlines(answer));
    };
  }

  private static Stream<Inline> deep(List<Inline> content) {
    return content.stream()
        .flatMap(inline ->
            inline instanceof Inline.Link(var inside, _)
                ? Stream.concat(Stream.of(inline), deep(inside))
                : Stream.of(inline));
  }

  /// Goes through blocks in the order in which they are read.
  private static final class Walk {
    private final Part part;
    private final List<Passage> passages;
    private String heading = "";

    Walk(Part part, List<Passage> passages) {
      this.part = part;
      this.passages = passages;
    }

    void add(String text) {
      passages.add(new Passage(part, heading, text));
    }

    void all(List<Block> blocks) {
      blocks.forEach(this::one);
    }

    private void head(Block.Heading block) {
      heading = Inline.plain(block.content());
      add(heading);
    }

    private void one(Block block) {
      switch (block) {
        case Block.Heading named -> head(named);
        case Block.Paragraph(var content) -> add(Inline.plain(content));
        case Block.Action _ -> {}
        case Block.Formula(var latex) -> add(latex);
        case Block.Code(var lines) -> add(String.join("\n", lines));
        case Block.Items(_, var items) -> items.forEach(this::all);
        case Block.Table(var head, var rows) -> {
          head.forEach(cell -> add(Inline.plain(cell)));
          rows.forEach(row -> row.forEach(cell -> add(Inline.plain(cell))));
        }
        case Block.Remark(var content) -> all(content);
        case Block.Mistake(var named, var content) -> {
          head(named);
          all(content);
        }
        case Block.Question(var named, var answer) -> {
          head(named);
          all(answer);
        }
      }
    }
  }
}

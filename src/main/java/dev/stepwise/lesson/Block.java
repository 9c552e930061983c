package dev.stepwise.lesson;

import java.util.List;

/// A part of a lesson from the left margin to the right.
public sealed interface Block {

  /// A heading within a section.
  record Heading(List<Inline> content) implements Block {
    /// Copies the list.
    public Heading {
      content = List.copyOf(content);
    }
  }

  /// A paragraph.
  record Paragraph(List<Inline> content) implements Block {
    /// Copies the list.
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /// A paragraph that is one link alone: a button.
  record Action(Inline.Link link) implements Block {}

  /// A formula on a line of its own.
  record Formula(String latex) implements Block {}

  /// Python, or what it prints.
  record Code(List<String> lines) implements Block {
    /// Copies the list.
    public Code {
      lines = List.copyOf(lines);
    }
  }

  /// Items, each with a mark.
  ///
  /// @param marks `•`, or `1.`, `2.`, …
  record Items(List<String> marks, List<List<Block>> items) implements Block {
    /// Copies the lists.
    public Items {
      marks = List.copyOf(marks);
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /// A table.
  ///
  /// @param head the names of the columns
  /// @param rows each with a cell for each column
  record Table(List<List<Inline>> head, List<List<List<Inline>>> rows) implements Block {
    /// Copies the lists.
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// Where a common source is wrong.
  record Remark(List<Block> content) implements Block {
    /// Copies the list.
    public Remark {
      content = List.copyOf(content);
    }
  }

  /// A mistake that people make.
  record Mistake(Heading heading, List<Block> content) implements Block {
    /// Copies the list.
    public Mistake {
      content = List.copyOf(content);
    }
  }

  /// What an interviewer asks next.
  ///
  /// @param answer hidden until it is asked for
  record Question(Heading heading, List<Block> answer) implements Block {
    /// Copies the list.
    public Question {
      answer = List.copyOf(answer);
    }
  }
}

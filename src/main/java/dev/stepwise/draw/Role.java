package dev.stepwise.draw;

import javafx.scene.paint.Color;

/// What a text of a picture is for. The one table of faces, sizes and colours: a picture names the
/// role, and another colour or a bold face where the step makes it stand out.
public enum Role {
  /// The one line that says what the whole picture shows, such as an equation.
  TITLE(Type.Face.BOLD, 14.5, Tone.TEXT),
  /// The name of a panel.
  HEADING(Type.Face.BOLD, 13, Tone.TEXT),
  /// Words that belong to the data: names of rows, a sentence in a panel.
  BODY(Type.Face.REGULAR, 12.5, Tone.TEXT),
  /// Words about a panel: what its columns mean, what is not shown.
  NOTE(Type.Face.REGULAR, 12, Tone.MUTED),
  /// Small words and numbers at ticks and below marks.
  LABEL(Type.Face.REGULAR, 11, Tone.MUTED),
  /// The name of an axis.
  AXIS(Type.Face.ITALIC, 12, Tone.MUTED),
  /// A number, or letters that are data.
  VALUE(Type.Face.MONO, 13, Tone.TEXT),
  /// The number that the step turns on.
  TELLING(Type.Face.MONO_BOLD, 13, Tone.TEXT),
  /// Numbers beside others: shapes, indices, counts.
  DETAIL(Type.Face.MONO, 11.5, Tone.MUTED),
  /// The letter of a formula beside what it names.
  SYMBOL(Type.Face.ITALIC, 17, Tone.TEXT);

  private enum Tone {
    TEXT,
    MUTED
  }

  private final Type.Face face;
  private final double size;
  private final Tone tone;

  Role(Type.Face face, double size, Tone tone) {
    this.face = face;
    this.size = size;
    this.tone = tone;
  }

  /// How a text in this role is set in a picture: large enough to be read, at the left.
  public Type in(Look look) {
    return new Type(face, look.text(size), colour(look.palette()));
  }

  private Color colour(Palette palette) {
    return switch (tone) {
      case TEXT -> palette.text();
      case MUTED -> palette.muted();
    };
  }
}

package dev.stepwise.compute.run;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a token, a word or a letter is called where people read it: as it stands, as long as it
/// shows. What shows nothing is named by its code point (`U+200D`), white space at an end is drawn
/// (`␣the`), and what is long is cut between the characters that a reader sees, never inside one.
///
/// This is the one place for such names: tokens of attention and words of the LSTM go through it.
/// Only the chips of the BPE tokenizer have their own rule, since there each code point is a symbol
/// and the end of a word has a sign.
///
/// Characters that a reader sees are the extended grapheme clusters of Unicode Standard Annex 29,
/// as [BreakIterator] finds them.
public final class TokenLabel {
  /// How many characters a label has at most.
  public static final int LONGEST = 12;

  private static final int MOST_MARKS = 4;
  private static final String ELLIPSIS = "…";
  private static final String DRAWN_SPACE = "␣";
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private TokenLabel() {}

  /// A label of at most [#LONGEST] characters, an ellipsis included.
  public static String of(String token) {
    return of(token, LONGEST);
  }

  /// A label.
  ///
  /// @param longest how many characters it has at most, an ellipsis included; at least 1
  public static String of(String token, int longest) {
    if (isPlain(token)) {
      return token.length() <= longest ? token : token.substring(0, longest - 1) + ELLIPSIS;
    }
    var parts = parts(token, longest + 1);
    return parts.size() <= longest
        ? String.join("", parts)
        : String.join("", parts.subList(0, longest - 1)) + ELLIPSIS;
  }

  /// The labels of all.
  public static List<String> all(List<String> tokens) {
    return tokens.stream().map(TokenLabel::of).toList();
  }

  /// A label in quotation marks. What is written from right to left is isolated from the sentence
  /// around it, so that a number behind it stays behind it.
  public static String quoted(String token) {
    var label = of(token);
    char[] letters = label.toCharArray();
    boolean turned = Bidi.requiresBidi(letters, 0, letters.length);
    return turned ? "“\u2068" + label + "\u2069”" : "“" + label + "”";
  }

  /// Latin letters, figures and marks of ASCII: nearly every token.
  private static boolean isPlain(String token) {
    return token.chars().allMatch(letter -> letter > ' ' && letter < 0x7F);
  }

  /// @param most how many are wanted: a word may have millions of letters
  private static List<String> parts(String token, int most) {
    boolean shows = token.codePoints().limit(1000).anyMatch(TokenLabel::isBase);
    if (!shows) {
      return named(token, most);
    }
    var parts = new ArrayList<String>();
    // An end that no label reaches is not looked at.
    var near = token.substring(0, Math.min(token.length(), 64 * most));
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(near);
    int from = 0;
    for (int to = characters.next();
        to != BreakIterator.DONE && parts.size() < most;
        to = characters.next()) {
      boolean atAnEnd = from == 0 || to == token.length();
      parts.add(character(near.substring(from, to), atAnEnd));
      from = to;
    }
    return parts;
  }

  /// The names of code points none of which shows.
  private static List<String> named(String token, int most) {
    var names = new ArrayList<String>();
    token
        .codePoints()
        .limit(most)
        .forEach(point -> names.add((names.isEmpty() ? "" : " ") + name(point)));
    return names;
  }

  private static String name(int point) {
    return String.format(Locale.ROOT, "U+%04X", point);
  }

  /// One character that a reader sees, or the names of what he would not see.
  private static String character(String cluster, boolean atAnEnd) {
    int[] points = cluster.codePoints().toArray();
    if (points.length == 1 && points[0] == ' ') {
      return atAnEnd ? DRAWN_SPACE : " ";
    }
    boolean shows = isBase(points[0]);
    if (!shows) {
      return cluster
          .codePoints()
          .mapToObj(TokenLabel::name)
          .collect(Collectors.joining(" ", "‹", "›"));
    }
    var written = new StringBuilder();
    int marks = 0;
    for (int i = 0; i < points.length; i++) {
      int type = Character.getType(points[i]);
      marks += type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? 1 : 0;
      boolean joinsNothing = i == points.length - 1 && isJoiner(points[i]);
      if (joinsNothing) {
        written.append('‹').append(name(points[i])).append('›');
      } else if (marks <= MOST_MARKS) {
        written.appendCodePoint(points[i]);
      }
    }
    return written.toString();
  }

  private static boolean isJoiner(int point) {
    return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
  }

  /// Whether a code point shows, and needs none before it to stand on.
  private static boolean isBase(int point) {
    return switch ((byte) Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      case Character.FORMAT -> isWrittenFormat(point);
      default -> !isFiller(point);
    };
  }

  /// Signs over numbers in Arabic and Syriac, which are of the kind of format characters but show.
  private static boolean isWrittenFormat(int point) {
    return (point >= 0x0600 && point <= 0x0605)
        || point == 0x06DD
        || point == 0x070F
        || point == 0x0890
        || point == 0x0891
        || point == 0x08E2;
  }

  /// Letters and signs that are drawn as nothing: the fillers of Hangul, the blank of Braille.
  private static boolean isFiller(int point) {
    return point == 0x115F
        || point == 0x1160
        || point == 0x3164
        || point == 0xFFA0
        || point == 0x2800;
  }
}

package dev.stepwise.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits a line of Python into the parts that are coloured. Enough for listings: strings do not
/// run over lines.
final class PythonTokens {

  /// A part of a line.
  record Token(String text, Kind kind) {}

  /// What a part is.
  enum Kind {
    KEYWORD,
    COMMENT,
    STRING,
    NUMBER,
    PLAIN
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<COMMENT>#.*)"
              + "|(?<STRING>[rfb]?(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'))"
              + "|(?<KEYWORD>\\b(?:and|as|assert|break|class|continue|def|del|elif|else|except"
              + "|False|finally|for|from|if|import|in|is|lambda|None|not|or|pass|raise|return"
              + "|True|try|while|with|yield)\\b)"
              + "|(?<NUMBER>\\b\\d[\\d_]*\\.?\\d*(?:[eE][+-]?\\d+)?)");

  private PythonTokens() {}

  /// The parts of a line; put together they are the line.
  static List<Token> of(String line) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(line);
    int done = 0;
    while (matcher.find()) {
      if (matcher.start() > done) {
        tokens.add(new Token(line.substring(done, matcher.start()), Kind.PLAIN));
      }
      tokens.add(new Token(matcher.group(), kind(matcher)));
      done = matcher.end();
    }
    if (done < line.length()) {
      tokens.add(new Token(line.substring(done), Kind.PLAIN));
    }
    return tokens;
  }

  private static Kind kind(java.util.regex.Matcher matcher) {
    for (var kind : Kind.values()) {
      if (kind != Kind.PLAIN && matcher.group(kind.name()) != null) {
        return kind;
      }
    }
    return Kind.PLAIN;
  }
}

package dev.stepwise.testing.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of a formula in LaTeX.
///
/// @param text as written: a number, a command such as `\frac`, or a character; of words `\text`
/// @param words what stands in the braces of words; empty for others
record Token(String text, String words) {
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(?:(?:\\{,\\}|\\\\,)\\d{3}(?!\\d))+|\\d+)?(\\.\\d+)?");
  private static final Pattern POWER_OF_TEN =
      Pattern.compile("\\s*\\\\cdot\\s*10\\^(?:\\{(-?\\d+)\\}|(\\d))");
  private static final Pattern COMMAND = Pattern.compile("\\\\(?:[a-zA-Z]+|.)");
  private static final Set<String> WORDS =
      Set.of("\\text", "\\mathrm", "\\textbf", "\\textit", "\\operatorname");
  private static final Set<String> SPACES =
      Set.of(
          "\\,", "\\;", "\\:", "\\!", "\\ ", "\\textstyle", "\\displaystyle", "\\left", "\\right");

  private static final Pattern WRITTEN = Pattern.compile("(\\d+)?(?:\\.(\\d+))?(?:e(-?\\d+))?");

  boolean is(String other) {
    return text.equals(other);
  }

  boolean isNumber() {
    return Character.isDigit(text.charAt(0)) || (text.charAt(0) == '.' && text.length() > 1);
  }

  /// The number as printed.
  Expression.Printed number() {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("no number: " + text);
    }
    int decimals = parts.group(2) == null ? 0 : parts.group(2).length();
    int exponent = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    return new Expression.Printed(
        Double.parseDouble(text), Double.parseDouble("5e" + (exponent - decimals - 1)));
  }

  static List<Token> of(String latex) {
    var tokens = new ArrayList<Token>();
    int at = 0;
    while (at < latex.length()) {
      char c = latex.charAt(at);
      if (Character.isWhitespace(c) || c == '~') {
        at++;
      } else if (Character.isDigit(c) || c == '.') {
        at = number(latex, at, tokens);
      } else if (c == '\\') {
        at = command(latex, at, tokens);
      } else {
        tokens.add(new Token(Character.toString(c), ""));
        at++;
      }
    }
    return tokens;
  }

  private static int number(String latex, int at, List<Token> tokens) {
    var number = NUMBER.matcher(latex).region(at, latex.length());
    if (!number.lookingAt() || number.end() == at) {
      tokens.add(new Token(latex.substring(at, at + 1), ""));
      return at + 1;
    }
    var digits = number.group().replace("{,}", "").replace("\\,", "");
    var power = POWER_OF_TEN.matcher(latex).region(number.end(), latex.length());
    if (power.lookingAt()) {
      var exponent = power.group(1) == null ? power.group(2) : power.group(1);
      tokens.add(new Token(digits + "e" + exponent, ""));
      return power.end();
    }
    tokens.add(new Token(digits, ""));
    return number.end();
  }

  private static int command(String latex, int at, List<Token> tokens) {
    var command = COMMAND.matcher(latex).region(at, latex.length());
    if (!command.lookingAt()) {
      throw new Symbolic("a lone backslash");
    }
    var text = command.group();
    int end = command.end();
    if (WORDS.contains(text) && end < latex.length() && latex.charAt(end) == '{') {
      int close = closing(latex, end);
      tokens.add(new Token("\\text", latex.substring(end + 1, close)));
      return close + 1;
    }
    if (!SPACES.contains(text)) {
      tokens.add(new Token(text, ""));
    }
    return end;
  }

  private static int closing(String latex, int open) {
    int depth = 0;
    for (int at = open; at < latex.length(); at++) {
      char c = latex.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    throw new Symbolic("a brace that does not close");
  }
}

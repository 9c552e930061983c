package dev.stepwise.lesson;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;

/// `$…$` and `{{…}}`, taken as they are written before anything in them is read as emphasis or as
/// an escape.
final class InlineMath {
  private InlineMath() {}

  /// What stands between dollar signs; null for a sign that none closes.
  static final class Formula extends CustomNode {
    private final String latex;

    Formula(String latex) {
      this.latex = latex;
    }

    String latex() {
      return latex;
    }
  }

  /// What stands between double braces.
  static final class Count extends CustomNode {
    private final String source;

    Count(String source) {
      this.source = source;
    }

    String source() {
      return source;
    }
  }

  /// Reads formulas.
  static InlineContentParserFactory formulas() {
    return factory(
        '$',
        state -> {
          var scanner = state.scanner();
          scanner.next();
          var begin = scanner.position();
          if (scanner.find('$') < 0) {
            return ParsedInline.none();
          }
          var latex = scanner.getSource(begin, scanner.position()).getContent();
          scanner.next();
          return ParsedInline.of(new Formula(latex), scanner.position());
        });
  }

  /// Reads counts.
  static InlineContentParserFactory counts() {
    return factory(
        '{',
        state -> {
          var scanner = state.scanner();
          scanner.next();
          if (!scanner.next('{')) {
            return ParsedInline.none();
          }
          var begin = scanner.position();
          if (scanner.find('}') < 0) {
            return ParsedInline.none();
          }
          var source = scanner.getSource(begin, scanner.position()).getContent();
          scanner.next();
          return scanner.next('}')
              ? ParsedInline.of(new Count(source.strip()), scanner.position())
              : ParsedInline.none();
        });
  }

  private static InlineContentParserFactory factory(char trigger, InlineContentParser parser) {
    return new InlineContentParserFactory() {
      @Override
      public Set<Character> getTriggerCharacters() {
        return Set.of(trigger);
      }

      @Override
      public InlineContentParser create() {
        return parser;
      }
    };
  }
}

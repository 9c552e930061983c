package dev.stepwise.compute.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a text, in every script. One rule for the whole app: two texts have a word in
/// common here exactly where they have it anywhere else.
///
/// After *Unicode Text Segmentation*, Unicode Standard Annex 29, section 4: a word is a run of
/// letters and digits with the marks that combine with them; an apostrophe or a low line between
/// two of them belongs to the word (`don't`), as a full stop or a comma between two digits does
/// (`3.14`); each ideograph and each hiragana is a word of its own, since nothing but a dictionary
/// tells where such words end. Thai, which has no spaces between words either, is cut by the
/// dictionary of [BreakIterator]; a Java runtime without its locale data leaves it whole. Texts are
/// brought into normalisation form C first, so that é is é however it was typed. Time O(n).
public final class TextWords {
  private static final String ALONE = "[\\p{IsIdeographic}\\p{IsHiragana}]";
  private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{IsIdeographic}\\p{IsHiragana}]]";

  /// What goes with a letter: marks, and characters without a look of their own such as the
  /// joiners.
  private static final String MARK = "[\\p{M}\\p{Cf}]";

  private static final String INSIDE = "['’_](?=" + LETTER + ")|(?<=\\p{N})[.,](?=\\p{N})";
  private static final String WORD =
      ALONE + MARK + "*|" + LETTER + "(?:" + LETTER + "|" + MARK + "|" + INSIDE + ")*";

  private static final Pattern WORDS = Pattern.compile(WORD);
  private static final Pattern TOKENS =
      Pattern.compile("(?:" + WORD + ")(?:-(?:" + WORD + "))*|(?!\\p{IsWhite_Space})\\X");
  private static final Pattern THAI = Pattern.compile("\\p{IsThai}");
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  private TextWords() {}

  /// The words in their order, in lower case, repeated ones repeated, without the characters that
  /// have no look (a soft hyphen, a joiner): what a search compares.
  public static List<String> folded(String text) {
    var seen = UNSEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return found(WORDS, seen);
  }

  /// The words as they stand in the text, those with hyphens whole, and everything else that can be
  /// seen, a grapheme each; white space separates.
  public static List<String> tokens(String text) {
    return found(TOKENS, text);
  }

  private static List<String> found(Pattern pattern, String text) {
    var found = new ArrayList<String>();
    var matcher = pattern.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
    while (matcher.find()) {
      var word = matcher.group();
      if (THAI.matcher(word).find()) {
        addByDictionary(word, found);
      } else {
        found.add(word);
      }
    }
    return found;
  }

  private static void addByDictionary(String run, List<String> found) {
    var words = BreakIterator.getWordInstance(Locale.forLanguageTag("th"));
    words.setText(run);
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
      found.add(run.substring(start, end));
      start = end;
    }
  }
}

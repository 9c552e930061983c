package dev.stepwise.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes files that are almost right: a right one with a few places changed. The same seed makes
/// the same files.
///
/// A third of the changes put one word in the place of another of its kind, such as a number for a
/// number, so that many of the files are still read and what comes after reading is tried too.
final class Mutator {
  private static final Pattern WORD =
      Pattern.compile("-?\\d[\\d.eE+-]*|\"[^\"\n]{0,80}\"|true|false|null|[\\[\\]{},:;|]|\\p{L}+");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "-0.0",
          "0.5",
          "3",
          "7",
          "16",
          "1e308",
          "-1e308",
          "1e-320",
          "1e400",
          "1e77",
          "1e-170",
          "101300",
          "2147483647",
          "2147483648",
          "9223372036854775808",
          "0.1e-9",
          "NaN",
          "Infinity",
          "-Infinity",
          "00",
          "1.",
          "1e",
          "1,5");

  private static final List<String> WORDS =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"none\"",
          "\"a\"",
          "[]",
          "{}",
          "[[]]",
          "[[1]]",
          "[1, 2]",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\u202e\u200d\"",
          "\"e\u0301\ud83d\ude00\"",
          "\"</w>\"",
          ",",
          ":",
          "\n",
          "\r",
          "\t",
          ";",
          "|",
          "#",
          "\ufeff",
          "{@step",
          "$\\frac{",
          "`",
          "```");

  private final List<byte[]> seeds;
  private final Random random;

  /// @param seeds files that are right, at least one
  Mutator(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  /// The next file.
  byte[] next() {
    var bytes = one(seeds);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes = random.nextInt(3) == 0 ? changed(bytes) : reworded(bytes);
    }
    return bytes;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private byte[] reworded(byte[] bytes) {
    // Latin 1 keeps every byte as it is.
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var matcher = WORD.matcher(text);
    if (text.isEmpty() || !found(matcher, random.nextInt(text.length()))) {
      return changed(bytes);
    }
    boolean number = Character.isDigit(matcher.group().charAt(matcher.group().length() - 1));
    var other = one(number && random.nextInt(8) > 0 ? NUMBERS : WORDS);
    return joined(
        Arrays.copyOf(bytes, matcher.start()),
        other.getBytes(StandardCharsets.UTF_8),
        Arrays.copyOfRange(bytes, matcher.end(), bytes.length));
  }

  private static boolean found(Matcher matcher, int from) {
    return matcher.find(from) || matcher.find(0);
  }

  private byte[] changed(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(200)));
    var before = Arrays.copyOf(bytes, from);
    var part = Arrays.copyOfRange(bytes, from, to);
    var after = Arrays.copyOfRange(bytes, to, bytes.length);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes, from);
      case 1 -> joined(before, after);
      case 2 -> joined(before, part, part, after);
      case 3 -> before;
      case 4 -> joined(before, foreign(), after);
      case 5 -> joined(before, one(WORDS).getBytes(StandardCharsets.UTF_8), part, after);
      case 6 -> joined(before, "[".repeat(random.nextInt(3000)).getBytes(StandardCharsets.UTF_8));
      default -> joined(after, part, before);
    };
  }

  private byte[] flipped(byte[] bytes, int place) {
    var other = bytes.clone();
    if (place < other.length) {
      other[place] ^= (byte) (1 << random.nextInt(8));
    }
    return other;
  }

  private byte[] foreign() {
    var other = one(seeds);
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(300)));
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}

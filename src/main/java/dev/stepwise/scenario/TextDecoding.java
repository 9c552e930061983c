package dev.stepwise.scenario;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The text of a table file, whatever program wrote it.
///
/// @param text without a byte order mark
/// @param note what a person should know of it; empty for UTF-8
record TextDecoding(String text, Optional<String> note) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int SAMPLE = 4096;

  /// Decodes a file: by its byte order mark, else as UTF-8, else as UTF-16 where every other byte
  /// of ordinary letters is 0, else as what Windows writes in western Europe.
  ///
  /// @param file its name, for messages
  /// @throws ScenarioException where it is no text
  static TextDecoding of(String file, byte[] bytes) throws ScenarioException {
    var marked = marked(bytes);
    if (marked.isPresent()) {
      int length = marked.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
      return decoded(file, Arrays.copyOfRange(bytes, length, bytes.length), marked.get());
    }
    var unmarked = sixteenBits(bytes);
    if (unmarked.isPresent()) {
      return decoded(file, bytes, unmarked.get());
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new ScenarioException(
            file, "byte " + (i + 1), "is 0, as in no text", "give a text table, such as CSV");
      }
    }
    var utf8 = decode(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return new TextDecoding(utf8.get(), Optional.empty());
    }
    var charset = decode(bytes, WINDOWS).isPresent() ? WINDOWS : StandardCharsets.ISO_8859_1;
    return new TextDecoding(
        new String(bytes, charset),
        Optional.of(
            "The file is not UTF-8 and was read as %s: check letters with accents."
                .formatted(charset.equals(WINDOWS) ? "Windows-1252" : "Latin-1")));
  }

  private static TextDecoding decoded(String file, byte[] bytes, Charset charset)
      throws ScenarioException {
    var text =
        decode(bytes, charset)
            .orElseThrow(() ->
                new ScenarioException(
                    file,
                    "",
                    "begins as %s but is not %s throughout".formatted(charset, charset),
                    "save the file as UTF-8"));
    return new TextDecoding(text, Optional.empty());
  }

  private static Optional<Charset> marked(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return begins(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /// Whether a file begins with the mark of UTF-16.
  static boolean isMarked16(byte[] bytes) {
    return begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF);
  }

  private static boolean begins(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  /// UTF-16 without a mark: every other byte is 0 in most of the first characters.
  private static Optional<Charset> sixteenBits(byte[] bytes) {
    int pairs = Math.min(bytes.length, SAMPLE) / 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (bytes.length % 2 == 0 && odd > 0.8 * pairs && even == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return bytes.length % 2 == 0 && even > 0.8 * pairs && odd == 0
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      CharBuffer text = decoder.decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}

package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.bpe.Rules;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.bpe.Training;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Writes what BPE has learned as files that other software reads: `merges.txt`, `vocab.json`, and
/// the `tokenizer.json` of the Hugging Face tokenizers library.
///
/// That library knows no marker that is a symbol of its own. So `tokenizer.json` writes the marker
/// after each word as text, and puts its characters together by merges that come before all others:
/// `w >`, `/ w>`, `< /w>`. Its tokens are ours, letter for letter, and so are their ids; only words
/// that contain the last two characters of the marker themselves, such as `w>`, differ. So may
/// words in which two merges make the same symbol, since the library then applies the earlier of
/// the merges that follow, even where it was learned before the later of the two.
///
/// @param training learned to the end
/// @param merges how many merges are written
record TokenizerFiles(BpeProblem problem, Training training, int merges) {
  private static final String UNKNOWN = "<unk>";
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /// Whether other software can encode as this tokenizer does: not where text is replaced, which
  /// makes symbols that are in no vocabulary.
  static boolean canWrite(BpeProblem problem) {
    return problem.rules().replacement() == Rules.Replacement.SYMBOLS;
  }

  /// Whether the files can tell all tokens apart: not where the text spells the marker out, and a
  /// token of these letters looks like one that ends in the marker.
  boolean tellsTokensApart() {
    return new LinkedHashSet<>(texts()).size() == training.symbols(merges).size();
  }

  private List<String> texts() {
    return Symbol.texts(training.symbols(merges));
  }

  /// Writes `merges.txt`: a merge a line, in the order learned.
  ///
  /// @throws IOException where the stream fails
  void writeMerges(OutputStream out) throws IOException {
    var lines = new StringBuilder("#version: 0.2\n");
    for (var merge : training.merges(merges)) {
      lines
          .append(merge.pair().left().text())
          .append(' ')
          .append(merge.pair().right().text())
          .append('\n');
    }
    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Writes `vocab.json`: each token with its id.
  ///
  /// @throws IOException where the stream fails
  void writeVocabulary(OutputStream out) throws IOException {
    write(out, json -> writeIds(new LinkedHashSet<>(texts()), json));
  }

  /// Writes `tokenizer.json`.
  ///
  /// @throws IOException where the stream fails
  void writeTokenizer(OutputStream out) throws IOException {
    write(out, this::writeTokenizer);
  }

  private interface Content {
    void writeTo(JsonGenerator json);
  }

  private static void write(OutputStream out, Content content) throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      content.writeTo(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void writeIds(SequencedSet<String> symbols, JsonGenerator json) {
    json.writeStartObject();
    int id = 0;
    for (var symbol : symbols) {
      json.writeNumberProperty(symbol, id++);
    }
    json.writeEndObject();
  }

  private void writeTokenizer(JsonGenerator json) {
    var marker = problem.rules().marker();
    json.writeStartObject();
    json.writeStringProperty("version", "1.0");
    json.writeNullProperty("truncation");
    json.writeNullProperty("padding");
    json.writeArrayPropertyStart("added_tokens");
    json.writeEndArray();
    writeNormalizer(marker, json);
    json.writeObjectPropertyStart("pre_tokenizer");
    json.writeStringProperty("type", "WhitespaceSplit");
    json.writeEndObject();
    json.writeNullProperty("post_processor");
    writeDecoder(marker, json);
    writeModel(marker, json);
    json.writeEndObject();
  }

  /// Puts the marker and a blank after each word.
  private static void writeNormalizer(String marker, JsonGenerator json) {
    if (marker.isEmpty()) {
      json.writeNullProperty("normalizer");
      return;
    }
    json.writeObjectPropertyStart("normalizer");
    json.writeStringProperty("type", "Sequence");
    json.writeArrayPropertyStart("normalizers");
    json.writeStartObject();
    json.writeStringProperty("type", "Strip");
    json.writeBooleanProperty("strip_left", true);
    json.writeBooleanProperty("strip_right", true);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringProperty("type", "Replace");
    json.writeObjectPropertyStart("pattern");
    json.writeStringProperty("Regex", "[\\s\\x1c-\\x1f]+|$");
    json.writeEndObject();
    json.writeStringProperty("content", marker + " ");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeDecoder(String marker, JsonGenerator json) {
    if (marker.isEmpty()) {
      json.writeNullProperty("decoder");
      return;
    }
    json.writeObjectPropertyStart("decoder");
    json.writeStringProperty("type", "BPEDecoder");
    json.writeStringProperty("suffix", marker);
    json.writeEndObject();
  }

  private void writeModel(String marker, JsonGenerator json) {
    var assembly = assembly(marker);
    var symbols = new LinkedHashSet<>(texts());
    symbols.add(UNKNOWN);
    assembly.forEach(pair -> symbols.addAll(pair));
    assembly.forEach(pair -> symbols.add(String.join("", pair)));
    json.writeObjectPropertyStart("model");
    json.writeStringProperty("type", "BPE");
    json.writeNullProperty("dropout");
    json.writeStringProperty("unk_token", UNKNOWN);
    json.writeNullProperty("continuing_subword_prefix");
    json.writeNullProperty("end_of_word_suffix");
    json.writeBooleanProperty("fuse_unk", false);
    json.writeBooleanProperty("byte_fallback", false);
    json.writeBooleanProperty("ignore_merges", false);
    json.writeName("vocab");
    writeIds(symbols, json);
    json.writeArrayPropertyStart("merges");
    assembly.forEach(pair -> writePair(pair, json));
    for (var merge : training.merges(merges)) {
      writePair(Symbol.texts(List.of(merge.pair().left(), merge.pair().right())), json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writePair(List<String> pair, JsonGenerator json) {
    json.writeStartArray();
    pair.forEach(json::writeString);
    json.writeEndArray();
  }

  /// The merges that put the characters of the marker together, from its end.
  private static List<List<String>> assembly(String marker) {
    var characters = marker.codePoints().mapToObj(Character::toString).toList();
    var merges = new ArrayList<List<String>>();
    for (int i = characters.size() - 2; i >= 0; i--) {
      merges.add(
          List.of(
              characters.get(i), String.join("", characters.subList(i + 1, characters.size()))));
    }
    return merges;
  }
}

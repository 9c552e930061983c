package dev.stepwise.view.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.bpe.Corpus;
import dev.stepwise.compute.bpe.Rules;
import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.bpe.Training;
import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// What the files say, and that the Hugging Face tokenizers library, loaded with them, encodes as
/// we do.
@OneAtATime
class TokenizerFilesTest {
  private static final String CONSTITUTION = constitution();

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void keep_the_librarys_natives_in_the_build() {
    System.setProperty("ENGINE_CACHE_DIR", Path.of("target/djl").toAbsolutePath().toString());
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private static String constitution() {
    try {
      var preset = Files.readString(Path.of("assets/bpe/presets/constitution.json"));
      return JsonMapper.shared().readTree(preset).at("/inputs/corpus").stringValue();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Stream<Rules> rules() {
    return Stream.of(
        Rules.STANDARD,
        new Rules(TieBreak.LEXICOGRAPHIC, "", PairCount.EVERY_OCCURRENCE, Replacement.SYMBOLS),
        new Rules(TieBreak.FIRST_SEEN, "</w>", PairCount.ONCE_PER_WORD, Replacement.SYMBOLS));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_hugging_face_library_encodes_a_thousand_words_identically(Rules rules)
      throws IOException {
    var files = learned(new BpeProblem(Corpus.ofText(CONSTITUTION), rules, 2_000, List.of()));
    var training = files.training();
    var words = words(training);
    assertThat(words).hasSizeGreaterThan(1_000);
    try (var library = load(files)) {
      for (var word : words) {
        var ours = training.encode(word, files.merges()).tokens();
        var theirs = library.encode(word, false, false);
        var known =
            ours.stream()
                .map(token ->
                    training.id(token, files.merges()).isPresent() ? token.text() : "<unk>")
                .toList();
        assertThat(theirs.getTokens()).as(word).containsExactlyElementsOf(known);
        var ids = theirs.getIds();
        for (int i = 0; i < ids.length; i++) {
          if (!known.get(i).equals("<unk>")) {
            assertThat(training.id(ours.get(i), files.merges())).hasValue((int) ids[i]);
          }
        }
      }
    }
  }

  /// Words of the corpus, and such words put together, cut and changed.
  private static List<String> words(Training training) {
    var random = new Well19937c(7);
    var corpus = training.words().words();
    var words = new ArrayList<>(corpus.subList(0, 800));
    while (words.size() < 1_300) {
      var one = corpus.get(random.nextInt(corpus.size()));
      var other = corpus.get(random.nextInt(corpus.size()));
      var joined = one.substring(random.nextInt(one.length())) + other;
      words.add(random.nextInt(20) == 0 ? joined + "ß中" : joined);
    }
    return words;
  }

  @Test
  void a_text_comes_back_from_the_library() throws IOException {
    var files =
        learned(new BpeProblem(Corpus.ofText(CONSTITUTION), Rules.STANDARD, 300, List.of()));
    var text = "We the People of the United States";
    try (var library = load(files)) {
      var ours =
          Stream.of("We", "the", "People", "of", "the", "United", "States")
              .flatMap(word -> files.training().encode(word, 300).tokens().stream())
              .map(Symbol::text)
              .toList();
      var encoded = library.encode("  " + text.replace(" ", "\n ") + "\n", false, false);
      assertThat(encoded.getTokens()).containsExactlyElementsOf(ours);
      assertThat(library.decode(encoded.getIds()).strip()).isEqualTo(text);
    }
  }

  /// The marker is put together by merges that come before ours.
  @Test
  void only_a_word_with_the_markers_last_letters_in_it_differs_in_the_library() throws IOException {
    var files =
        learned(
            new BpeProblem(
                Corpus.ofText("raw> raw> raw raw row rows <row / w >"),
                Rules.STANDARD,
                9,
                List.of()));
    try (var library = load(files)) {
      for (var word : files.training().words().words()) {
        var ours = Symbol.texts(files.training().encode(word, files.merges()).tokens());
        var theirs = List.of(library.encode(word, false, false).getTokens());
        if (word.contains("w>")) {
          assertThat(theirs).as(word).isNotEqualTo(ours).contains("w>");
          assertThat(String.join("", theirs)).isEqualTo(word + "</w>");
        } else {
          assertThat(theirs).as(word).isEqualTo(ours);
        }
      }
    }
  }

  @Test
  void merges_and_vocabulary_are_written_in_the_order_learned() throws IOException {
    var files =
        learned(new BpeProblem(Corpus.ofText("low low lower"), Rules.STANDARD, 3, List.of()));
    var merges = new ByteArrayOutputStream();
    var vocabulary = new ByteArrayOutputStream();

    files.writeMerges(merges);
    files.writeVocabulary(vocabulary);

    assertThat(merges.toString(StandardCharsets.UTF_8))
        .isEqualTo("#version: 0.2\nl o\nlo w\nlow </w>\n");
    assertThat(vocabulary.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"l\":0,\"o\":1,\"w\":2,\"</w>\":3,\"e\":4,\"r\":5,\"lo\":6,\"low\":7,\"low</w>\":8}");
  }

  private static TokenizerFiles learned(BpeProblem problem) {
    assertThat(TokenizerFiles.canWrite(problem)).isTrue();
    var training = new Training(problem);
    training.has(problem.numMerges());
    return new TokenizerFiles(problem, training, training.known());
  }

  private HuggingFaceTokenizer load(TokenizerFiles files) throws IOException {
    var file = folder.resolve("tokenizer.json");
    try (var out = Files.newOutputStream(file)) {
      files.writeTokenizer(out);
    }
    return HuggingFaceTokenizer.newInstance(file, Map.of());
  }
}

package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.bpe.Corpus;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Limits;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.job.JobDialog;
import dev.stepwise.owndata.TextDialog;
import dev.stepwise.owndata.TextPrompt;
import dev.stepwise.owndata.TextReading;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.TextFile;
import dev.stepwise.view.DataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/// Text of one's own for BPE, typed or from a file; words of one's own to encode; and the tokenizer
/// as files.
final class BpeData implements DataSource<BpeProblem> {
  private static final int LONGEST_SHOWN = 20_000;
  private static final double READ = 0.3; // of the time that a file takes
  private static final int MOST_ENCODED = 200;

  private final BpeExercise exercise;

  /// @param exercise which has learned already what is saved
  BpeData(BpeExercise exercise) {
    this.exercise = exercise;
  }

  @Override
  public List<MenuItem> items(Target<BpeProblem> target) {
    var save = new Menu("Save the tokenizer");
    save.getItems()
        .setAll(
            item(
                "tokenizer.json…",
                () -> save(target, "tokenizer.json", TokenizerFiles::writeTokenizer)),
            item("vocab.json…", () -> save(target, "vocab.json", TokenizerFiles::writeVocabulary)),
            item("merges.txt…", () -> save(target, "merges.txt", TokenizerFiles::writeMerges)));
    return List.of(
        item("Type a text…", () -> type(target)),
        item("Open a text file…", () -> open(target)),
        item("Words to encode…", () -> encode(target)),
        save);
  }

  @Override
  public Optional<FromText<BpeProblem>> text() {
    return Optional.of(
        new FromText<>((before, text) -> {
          var corpus = Corpus.ofText(text);
          if (corpus.isEmpty()) {
            throw new InvalidInput(
                "/inputs/corpus", "has no words", "give a text with at least one word");
          }
          return before.ofOwn(corpus);
        }));
  }

  private static MenuItem item(String title, Runnable action) {
    var item = new MenuItem(title);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void type(Target<BpeProblem> target) {
    var problem = target.problem();
    var shown = problem.corpus().text().filter(text -> text.length() <= LONGEST_SHOWN).orElse("");
    TextDialog.<BpeProblem>show(
        target.window(),
        new TextPrompt(
            "Type a text",
            "A text to learn from",
            "Words are split at white space. Repeat a word to make it frequent.",
            shown),
        text -> corpus(problem, text),
        made -> target.use(made, "own text"));
  }

  /// A text as a problem with the settings of another.
  static TextReading<BpeProblem> corpus(BpeProblem problem, String text) {
    Limits.unicode("", text);
    var corpus = Corpus.ofText(text);
    if (corpus.isEmpty()) {
      return new TextReading.Unusable<>("There is no word yet; type at least one.");
    }
    var words = corpus.words();
    return new TextReading.Usable<>(
        problem.ofOwn(corpus),
        "%s, %s different"
            .formatted(Phrases.count(words.total(), "word"), Phrases.number(words.size())));
  }

  private void open(Target<BpeProblem> target) {
    var chooser = new FileChooser();
    chooser.setTitle("Choose a text file");
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter("Texts", "*.txt", "*.md"), new ExtensionFilter("All files", "*"));
    var chosen = chooser.showOpenDialog(target.window());
    if (chosen == null) {
      return;
    }
    var path = chosen.toPath();
    var problem = target.problem();
    JobDialog.<BpeProblem>show(
        target.window(),
        "Reading " + path.getFileName(),
        progress -> problem.ofOwn(read(path, progress)),
        made -> target.use(made, String.valueOf(path.getFileName())));
  }

  /// The words of a file, counted already.
  ///
  /// @throws IllegalStateException where it cannot be used, with the reason
  static Corpus read(Path path, DoubleConsumer progress) {
    try {
      var text = TextFile.read(path);
      progress.accept(READ);
      var corpus = Corpus.ofText(text);
      if (corpus.isEmpty()) {
        throw new IllegalStateException(path.getFileName() + " has no words.");
      }
      corpus.words(split -> progress.accept(READ + (1 - READ) * split));
      progress.accept(1);
      return corpus;
    } catch (ScenarioException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void encode(Target<BpeProblem> target) {
    var problem = target.problem();
    TextDialog.<BpeProblem>show(
        target.window(),
        new TextPrompt(
            "Words to encode",
            "Words to encode",
            "They are encoded with the merges learned so far, below the words of the text.",
            String.join(" ", problem.encode())),
        text -> words(problem, text),
        made -> target.use(made, "own words"));
  }

  /// A text as words to encode.
  static TextReading<BpeProblem> words(BpeProblem problem, String text) {
    Limits.unicode("", text);
    var corpus = Corpus.ofText(text);
    var words = corpus.words();
    if (words.size() > MOST_ENCODED) {
      return new TextReading.Unusable<>(
          "These are %s; %d can be shown."
              .formatted(Phrases.count(words.size(), "different word"), MOST_ENCODED));
    }
    return new TextReading.Usable<>(
        problem.withEncode(words.words()), Phrases.count(words.size(), "different word"));
  }

  /// Writes one of the files.
  private interface Writer {
    void write(TokenizerFiles files, OutputStream out) throws IOException;
  }

  private void save(Target<BpeProblem> target, String name, Writer writer) {
    var chooser = new FileChooser();
    chooser.setTitle("Save " + name);
    chooser.setInitialFileName(name);
    var chosen = chooser.showSaveDialog(target.window());
    if (chosen == null) {
      return;
    }
    var problem = target.problem();
    JobDialog.show(
        target.window(),
        "Saving " + chosen.getName(),
        progress -> save(problem, chosen.toPath(), writer, progress),
        _ -> {});
  }

  private Path save(BpeProblem problem, Path path, Writer writer, DoubleConsumer progress) {
    if (!TokenizerFiles.canWrite(problem)) {
      throw new IllegalStateException(
          "Replacing text makes tokens that no other software can make; replace symbols to save.");
    }
    var training = exercise.training(problem);
    int most = problem.numMerges();
    for (int learned = 0; learned < most && training.has(learned + 1); learned++) {
      progress.accept(0.9 * learned / most);
    }
    var files = new TokenizerFiles(problem, training, training.known());
    if (!files.tellsTokensApart()) {
      throw new IllegalStateException(
          "The text spells the marker %s out, and a file cannot tell such letters from the marker; choose no marker to save."
              .formatted(problem.rules().marker()));
    }
    try {
      AtomicFile.write(path, out -> writer.write(files, out));
      return path;
    } catch (IOException e) {
      throw new IllegalStateException("It cannot be written: " + FileProblem.of(e), e);
    }
  }
}

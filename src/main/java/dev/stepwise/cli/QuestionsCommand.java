package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.export.GiftWriter;
import dev.stepwise.export.MoodleWriter;
import dev.stepwise.export.QuestionFile;
import dev.stepwise.export.QuestionWriter;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionBank;
import dev.stepwise.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "questions",
    description = "Makes prediction questions from a run: JSON, GIFT, or Moodle XML with pictures.",
    footer = {
      "%nExamples:",
      "  stepwise questions bad.json -o questions.json",
      "  stepwise questions bad.json --count 40 --seed 7 -o moodle.xml"
    })
final class QuestionsCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final Renderer.Format PICTURE =
      new Renderer.Format(960, 600, Renderer.Theme.LIGHT, Renderer.Occasion.DESK);

  private final Context context;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most, 1 to 10000; 20 where it is left out.")
  private int count = 20;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which questions are drawn; the same seed draws the same.")
  private long seed = 1;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.json|.gift|.xml",
      required = true,
      converter = BankConverter.class,
      description = "The questions to write.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path output;

  QuestionsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (count < 1 || count > MOST) {
      throw new ParameterException(
          spec.commandLine(),
          "--count takes a whole number from 1 to %d, not %d".formatted(MOST, count));
    }
    write(context.reader().load(file));
    return ExitStatus.DONE;
  }

  private <P, F extends Frame> void write(LoadedScenario<P, F> loaded) throws Exception {
    var mistake = Mistakes.in(loaded.exercise().given(loaded.problem()));
    if (!mistake.equals(Mistakes.NONE)) {
      throw new CommandException(
          "%s: /parameters/%s is '%s', but questions are asked of right runs: leave it out"
              .formatted(file, Mistakes.PARAMETER, mistake));
    }
    var run = loaded.run();
    var source = context.renderer().questions(loaded.exercise());
    List<Question> questions = QuestionBank.of(run, source, count, seed);
    if (questions.isEmpty()) {
      throw new CommandException(file + ": no step of this run can be asked about");
    }
    var bank = new QuestionFile(loaded.exercise().id(), loaded.scenario().title(), questions);
    var navigator = new Navigator<>(run);
    var drawing = context.renderer().drawing(loaded, navigator, PICTURE);
    AtomicFile.Content content =
        switch (suffix(output)) {
          case "json" -> out -> QuestionWriter.write(bank, out);
          case "gift" -> out -> GiftWriter.write(bank, out);
          default ->
              out ->
                  MoodleWriter.write(
                      bank,
                      (question, picture) ->
                          drawing.question(before(navigator, question), question, picture),
                      out);
        };
    context.output().write(output, content);
  }

  /// The step that is seen while the question is asked.
  private static Position before(Navigator<?> navigator, Question question) {
    var position = navigator.find(question.path()).orElseThrow();
    return navigator.previous(position, position.depth()).orElse(Position.START);
  }

  private static String suffix(Path file) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static final class BankConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var path = Path.of(text);
      if (!List.of("json", "gift", "xml").contains(suffix(path))) {
        throw new TypeConversionException(
            "'%s' is no question bank; end its name in .json, .gift or .xml".formatted(text));
      }
      return path;
    }
  }
}

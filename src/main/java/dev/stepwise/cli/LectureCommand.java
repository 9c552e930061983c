package dev.stepwise.cli;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.export.Handout;
import dev.stepwise.export.HandoutPage;
import dev.stepwise.export.HandoutPdf;
import dev.stepwise.export.HandoutStop;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.LectureReader;
import dev.stepwise.lecture.Stop;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.ScenarioException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "lecture",
    description = "Prints the outline of a lecture, or makes its handout.",
    footer = {
      "%nExamples:",
      "  stepwise lecture transformers.stepwise",
      "  stepwise lecture transformers.stepwise -o handout.pdf",
      "  stepwise lecture transformers.stepwise --notes -o mine.html"
    })
final class LectureCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "FILE",
      description = "The lecture; a scenario is a lecture of one stop.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.pdf|.html",
      converter = HandoutConverter.class,
      description = "The handout to write; the outline is printed where it is left out.")
  private @Nullable Path output;

  @Option(
      names = "--notes",
      description = "With the notes and the answers, for whoever gives the lecture.")
  private boolean notes;

  LectureCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    var reader = context.lectures();
    var lecture = reader.load(file);
    if (output == null) {
      context.output().write(null, out -> outline(lecture, out));
    } else {
      var handout = handout(reader, lecture);
      boolean page = output.toString().toLowerCase(Locale.ROOT).endsWith(".html");
      context
          .output()
          .write(
              output,
              out -> {
                if (page) {
                  HandoutPage.write(handout, out);
                } else {
                  HandoutPdf.write(handout, out);
                }
              });
    }
    return ExitStatus.DONE;
  }

  private Handout handout(LectureReader reader, Lecture lecture) throws ScenarioException {
    var stops = new ArrayList<HandoutStop>();
    for (int i = 0; i < lecture.stops().size(); i++) {
      try {
        stops.add(stop(lecture.stops().get(i), reader.complete(file.toString(), lecture, i)));
      } catch (InvalidInput wrong) {
        throw new ScenarioException(file.toString(), wrong.within("/lecture/stops/" + i));
      }
    }
    var title = lecture.title().isBlank() ? String.valueOf(file.getFileName()) : lecture.title();
    return new Handout(title, stops, notes ? Handout.Copy.NOTES : Handout.Copy.ROOM);
  }

  private <P, F extends Frame> HandoutStop stop(Stop stop, LoadedScenario<P, F> loaded) {
    return context.renderer().stop(stop, loaded);
  }

  private void outline(Lecture lecture, OutputStream out) throws IOException {
    var text = new StringBuilder();
    text.append(lecture.title()).append('\n');
    int count = lecture.stops().size();
    text.append(
        "%d %s, %d min%n".formatted(count, count == 1 ? "stop" : "stops", lecture.minutes()));
    for (int i = 0; i < count; i++) {
      outline(lecture, i, text);
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void outline(Lecture lecture, int index, StringBuilder text) {
    var stop = lecture.stops().get(index);
    var scenario = stop.bookmark().scenario();
    var steps = stop.until().map(end -> stop.begins() + " to " + end).orElse("" + stop.begins());
    text.append(
        "%n%6s  %d  %s (%s: %s, step %s; %d min)%n"
            .formatted(
                lecture.begins(index) + ":00",
                index + 1,
                stop.title(),
                scenario.exerciseId(),
                scenario.title(),
                steps,
                stop.minutes()));
    indented("Ask: ", stop.question(), text);
    if (notes) {
      indented("Answer: ", stop.answer(), text);
      indented("", stop.notes(), text);
    }
  }

  private static void indented(String name, String words, StringBuilder text) {
    var before = name;
    for (var line : words.lines().toList()) {
      text.append((" ".repeat(11) + before + line).stripTrailing()).append('\n');
      before = "";
    }
  }

  static final class HandoutConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var lower = text.toLowerCase(Locale.ROOT);
      if (!lower.endsWith(".pdf") && !lower.endsWith(".html")) {
        throw new TypeConversionException(
            "'" + text + "' is no handout; end its name in .pdf or .html");
      }
      return Path.of(text);
    }
  }
}

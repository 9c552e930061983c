package dev.stepwise.scenario;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Limits;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.run.Frame;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads scenario files strictly: what the schema of the exercise doesn't know, or what is out of
/// range, is an error that names its place. A file is read twice: once to see that it is JSON and
/// which exercise it is for, once more for its values, which go straight into arrays.
public final class ScenarioReader {

  /// The largest file that is read, in bytes: over a million points, and little enough that even
  /// rows of a single digit, which take seven times their length in memory, fit into 1 GB.
  public static final int LIMIT = 64 << 20;

  private static final List<String> KEYS =
      List.of("stepwise", "exercise", "title", "inputs", "parameters", "compare");

  // NaN and the infinities are let through here and refused later, with their place in the file.
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final Pattern LIBRARY_SOURCE =
      Pattern.compile("\\s*\\([^()]*\\[Source: [^]]*]\\)|\\s*\\[Source: [^]]*]");

  private final SequencedMap<String, Exercise<?, ?>> exercises = new LinkedHashMap<>();

  /// @param exercises the exercises that there are
  public ScenarioReader(List<? extends Exercise<?, ?>> exercises) {
    for (var exercise : exercises) {
      this.exercises.put(exercise.id(), exercise);
    }
  }

  /// Reads a file.
  ///
  /// @throws ScenarioException where it is not a scenario
  public Scenario read(Path path) throws ScenarioException {
    return parse(path.toString(), FileBytes.read(path, LIMIT));
  }

  /// Reads a file's content.
  ///
  /// @param file its name, for messages
  /// @param content UTF-8, with or without a byte order mark
  /// @throws ScenarioException where it is not a scenario
  public Scenario read(String file, byte[] content) throws ScenarioException {
    return parse(file, FileBytes.checked(file, content));
  }

  /// Reads a file and completes its problem.
  ///
  /// @throws ScenarioException where it is not a scenario, or one that cannot be run
  public LoadedScenario<?, ?> load(Path path) throws ScenarioException {
    return complete(path.toString(), read(path));
  }

  /// Completes the problem of a scenario that one of the exercises reads.
  ///
  /// @param file its name, for messages
  /// @throws ScenarioException where the scenario cannot be run
  public LoadedScenario<?, ?> complete(String file, Scenario scenario) throws ScenarioException {
    var exercise = exercises.get(scenario.exerciseId());
    if (exercise == null) {
      throw new IllegalArgumentException("there is no exercise " + scenario.exerciseId());
    }
    return complete(file, scenario, exercise);
  }

  /// A comparison is a scenario of an exercise that runs two problems at once.
  private static LoadedScenario<?, ?> complete(
      String file, Scenario scenario, Exercise<?, ?> exercise) throws ScenarioException {
    return scenario.isComparison()
        ? completed(file, scenario, new Compared<>(exercise))
        : completed(file, scenario, exercise);
  }

  private static <P, F extends Frame> LoadedScenario<P, F> completed(
      String file, Scenario scenario, Exercise<P, F> exercise) throws ScenarioException {
    try {
      return new LoadedScenario<>(exercise, scenario, exercise.problem(scenario.given()));
    } catch (InvalidInput e) {
      throw new ScenarioException(file, e);
    }
  }

  /// Reads a scenario that stands in a larger file, whose grammar is known to be right.
  Scenario inside(byte[] content) {
    return values(content, exerciseOf(content));
  }

  private Scenario parse(String file, byte[] content) throws ScenarioException {
    if (content.length == 0) {
      throw new ScenarioException(file, "line 1", "is empty", "give a scenario as JSON");
    }
    try {
      return values(content, exerciseOf(content));
    } catch (InvalidInput e) {
      throw new ScenarioException(file, e);
    } catch (JacksonException e) {
      throw notJson(file, e);
    }
  }

  static JsonParser parserOf(byte[] content) {
    // A reader, because for bytes the parser would guess at other encodings than UTF-8.
    var text = new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8);
    return JSON.createParser(ObjectReadContext.empty(), text);
  }

  static ScenarioException notJson(String file, JacksonException e) {
    var place = place(e.getLocation());
    // Between the members of an object the library has no type of its own for it.
    if (e instanceof UnexpectedEndOfInputException
        || e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
      return new ScenarioException(file, place, "ends too early", "close what is open");
    }
    // The library's message may name its own source objects, of no use to anybody who reads it.
    var message = LIBRARY_SOURCE.matcher(e.getOriginalMessage()).replaceAll("");
    return new ScenarioException(file, place, "is not JSON: " + message, "mend it there");
  }

  static String place(@Nullable TokenStreamLocation location) {
    return location == null
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /// Goes through the whole document, so that the second reading can take its grammar for granted.
  private Exercise<?, ?> exerciseOf(byte[] content) {
    try (var parser = parserOf(content)) {
      try {
        var exercise = exerciseOf(parser, new ValueReader(parser));
        if (parser.nextToken() != null) {
          throw new InvalidInput(
              place(parser.currentTokenLocation()),
              "goes on after the end of the scenario",
              "delete what follows the last }");
        }
        return exercise;
      } catch (StreamConstraintsException e) {
        // The message names a setting of the library, of no use to anybody who reads it.
        var limit = e.getOriginalMessage().replaceAll(", from `[^`]*`", "");
        throw new InvalidInput(
            place(parser.currentLocation()), "goes beyond what is read: " + limit, "simplify it");
      }
    }
  }

  private Exercise<?, ?> exerciseOf(JsonParser parser, ValueReader reader) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new InvalidInput("line 1", "is not a JSON object", "a scenario begins with {");
    }
    boolean versioned = false;
    Exercise<?, ?> exercise = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      parser.nextToken();
      switch (key) {
        case "stepwise" -> {
          checkVersion(parser, reader);
          versioned = true;
        }
        case "exercise" -> exercise = exerciseNamed(parser, reader);
        default -> parser.skipChildren();
      }
    }
    if (!versioned) {
      throw new InvalidInput("/stepwise", "is missing", "add \"stepwise\": 1");
    }
    if (exercise == null) {
      throw new InvalidInput("/exercise", "is missing", "add one of " + names());
    }
    return exercise;
  }

  private static void checkVersion(JsonParser parser, ValueReader reader) {
    boolean first =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getDoubleValue() == 1;
    if (!first) {
      throw reader.wrong("is " + reader.found(), "this version reads format 1");
    }
  }

  private Exercise<?, ?> exerciseNamed(JsonParser parser, ValueReader reader) {
    var exercise =
        parser.currentToken() == JsonToken.VALUE_STRING ? exercises.get(parser.getString()) : null;
    if (exercise != null) {
      return exercise;
    }
    var nearest = Nearest.to(parser.getString(), exercises.keySet());
    throw reader.wrong(
        "is " + reader.found(),
        nearest.map(near -> "did you mean '" + near + "'?").orElse("give one of " + names()));
  }

  private String names() {
    return String.join(", ", exercises.keySet());
  }

  private static Scenario values(byte[] content, Exercise<?, ?> exercise) {
    try (var parser = parserOf(content)) {
      var reader = new ValueReader(parser);
      var schema = exercise.schema();
      var fields = new FieldReader(reader, parser, exercise.id());
      var seen = new HashSet<String>();
      var title = "";
      SequencedMap<String, Object> inputs = new LinkedHashMap<>();
      SequencedMap<String, Object> parameters = new LinkedHashMap<>();
      Optional<Variation> variation = Optional.empty();
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var key = parser.currentName();
        if (!seen.add(key)) {
          throw reader.wrong("is there twice", "keep one of the two");
        }
        parser.nextToken();
        switch (key) {
          case "stepwise", "exercise" -> {}
          case "title" -> {
            title = (String) reader.read(new Schema.Kind.Text());
            Limits.unicode("/title", title);
          }
          case "inputs" -> inputs = fields.read(schema.inputs(), "an input");
          case "parameters" -> parameters = fields.read(schema.parameters(), "a parameter");
          case "compare" -> variation = Optional.of(fields.variation(schema));
          default -> throw reader.wrong("is not a key of a scenario", Nearest.remedy(key, KEYS));
        }
      }
      return new Scenario(exercise.id(), title, new Given(inputs, parameters, variation));
    }
  }
}

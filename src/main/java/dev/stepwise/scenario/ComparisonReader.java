package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Variation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads lists of comparisons as strictly as [ScenarioReader] reads scenarios.
///
/// ```json
/// [{"id": "scaled-or-not", "title": "…", "preset": "no-scaling",
///   "first": {"parameters": {"d_k": 64}},
///   "compare": {"parameters": {"scale": true}},
///   "opens": "5", "point": "…"}]
/// ```
///
/// `first`, what the first run has over the preset, may be left out. Both it and `compare` may hold
/// `inputs` too; an input that is `null` is left out.
///
/// @param exercise the one that the comparisons are of
public record ComparisonReader(Exercise<?, ?> exercise) {
  private static final List<String> TEXTS = List.of("id", "title", "preset", "opens", "point");
  private static final List<String> VARIATIONS = List.of("first", "compare");
  private static final Variation NOTHING =
      new Variation(new LinkedHashMap<>(), Set.of(), new LinkedHashMap<>());

  /// Reads a file's content.
  ///
  /// @param file its name, for messages
  /// @throws ScenarioException where it is no such list, or one of two comparisons has the id of
  ///   the other
  public List<StatedComparison> read(String file, byte[] content) throws ScenarioException {
    try (var parser = ScenarioReader.parserOf(FileBytes.checked(file, content))) {
      var values = new ValueReader(parser);
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new InvalidInput("line 1", "is not a list", "comparisons begin with [");
      }
      var read = new ArrayList<StatedComparison>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        var one = comparison(parser, values, "/" + read.size());
        if (read.stream().anyMatch(other -> other.id().equals(one.id()))) {
          throw new InvalidInput(
              "/%d/id".formatted(read.size()),
              "is '%s' like that of another".formatted(one.id()),
              "give each comparison its own");
        }
        read.add(one);
      }
      if (parser.nextToken() != null) {
        throw new InvalidInput("", "goes on after the end of the list", "delete what follows");
      }
      return List.copyOf(read);
    } catch (InvalidInput wrong) {
      throw new ScenarioException(file, wrong);
    } catch (JacksonException wrong) {
      throw ScenarioReader.notJson(file, wrong);
    }
  }

  private StatedComparison comparison(JsonParser parser, ValueReader values, String place) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw values.wrong("is " + values.found(), "give an object");
    }
    var fields = new FieldReader(values, parser, exercise.id());
    var texts = new HashMap<String, String>();
    var variations = new HashMap<String, Variation>();
    var seen = new HashSet<String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      if (!seen.add(key)) {
        throw values.wrong("is there twice", "keep one of the two");
      }
      parser.nextToken();
      if (TEXTS.contains(key)) {
        texts.put(key, (String) values.read(new Schema.Kind.Text()));
      } else if (VARIATIONS.contains(key)) {
        variations.put(key, fields.variation(exercise.schema()));
      } else {
        var keys = new ArrayList<>(TEXTS);
        keys.addAll(VARIATIONS);
        throw values.wrong("is not a key of a comparison", Nearest.remedy(key, keys));
      }
    }
    return new StatedComparison(
        known(texts, "id", place),
        known(texts, "title", place),
        known(texts, "preset", place),
        variations.getOrDefault("first", NOTHING),
        known(variations, "compare", place),
        known(texts, "opens", place),
        known(texts, "point", place));
  }

  private static <T> T known(Map<String, T> read, String key, String place) {
    var value = read.get(key);
    if (value == null) {
      throw new InvalidInput(place + "/" + key, "is missing", "add \"%s\"".formatted(key));
    }
    return value;
  }
}

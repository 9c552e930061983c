package dev.stepwise.lecture;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.Nearest;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.scenario.StrictJson;
import dev.stepwise.session.Bookmark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads lecture files strictly: what they don't know, or what is out of range, is an error that
/// names its place. A scenario file is a lecture of one stop.
///
/// ```json
/// {"stepwise": 1,
///  "lecture": {"title": "…", "stops": [
///    {"title": "…", "minutes": 3, "notes": "…", "question": "…", "answer": "…",
///     "students_may": ["step", "settings", "data"],
///     "at": {"step": "5.9", "choices": {"weights": "arcs"}, "pins": ["token[8]"],
///            "breakpoints": ["5.3"]},
///     "until": "6.9",
///     "scenario": {"stepwise": 1, "exercise": "self-attention", …}}]}}
/// ```
///
/// A stop needs its `title` and its `scenario`; without `at` it begins at the first step.
public final class LectureReader {
  private static final String STOPS = "/lecture/stops/";

  /// The most stops that are read.
  static final int MOST_STOPS = 500;

  private final ScenarioReader scenarios;

  /// @param scenarios reads the scenario of each stop
  public LectureReader(ScenarioReader scenarios) {
    this.scenarios = scenarios;
  }

  /// Reads a file.
  ///
  /// @throws ScenarioException where it is neither a lecture nor a scenario
  public Lecture read(Path path) throws ScenarioException {
    return read(path.toString(), StrictJson.bytes(path));
  }

  /// Reads a file's content.
  ///
  /// @param file its name, for messages
  /// @param content UTF-8, with or without a byte order mark
  /// @throws ScenarioException where it is neither a lecture nor a scenario
  public Lecture read(String file, byte[] content) throws ScenarioException {
    return StrictJson.hasKey(content, "lecture")
        ? StrictJson.read(file, content, this::document)
        : Lecture.of(scenarios.read(file, content));
  }

  /// Reads a file, and checks that the problem of each stop can be run.
  ///
  /// @throws ScenarioException where it is neither a lecture nor a scenario, or one cannot be run
  public Lecture load(Path path) throws ScenarioException {
    byte[] content = StrictJson.bytes(path);
    var lecture = read(path.toString(), content);
    if (!StrictJson.hasKey(content, "lecture")) {
      scenarios.complete(path.toString(), lecture.stops().getFirst().bookmark().scenario());
      return lecture;
    }
    for (int i = 0; i < lecture.stops().size(); i++) {
      complete(path.toString(), lecture, i);
    }
    return lecture;
  }

  /// The problem of a stop.
  ///
  /// @param file of the lecture, for messages
  /// @param index of the stop, from 0
  /// @throws ScenarioException where it cannot be run
  public LoadedScenario<?, ?> complete(String file, Lecture lecture, int index)
      throws ScenarioException {
    try {
      return scenarios.complete(file, lecture.stops().get(index).bookmark().scenario());
    } catch (ScenarioException wrong) {
      throw wrong.within(STOPS + index + "/scenario");
    }
  }

  private Lecture document(StrictJson json) {
    var fields = new LinkedHashMap<String, StrictJson.Reading<?>>();
    var versions = new ArrayList<Long>();
    var read = new ArrayList<Lecture>();
    fields.put("stepwise", each -> versions.add(version(each)));
    fields.put("lecture", each -> read.add(lecture(each)));
    json.fields("a lecture file", fields);
    if (versions.isEmpty()) {
      throw new InvalidInput("/stepwise", "is missing", "add \"stepwise\": 1");
    }
    return read.getFirst();
  }

  static long version(StrictJson json) {
    var found = json.found();
    if (!found.equals("1")) {
      throw json.wrong("is " + found, "this version reads format 1");
    }
    return 1;
  }

  /// A lecture as it stands in a file.
  Lecture lecture(StrictJson json) {
    var title = new Held<>("");
    var stops = new Held<>(List.<Stop>of());
    json.fields(
        "a lecture",
        Map.of(
            "title", each -> title.hold(each.text()),
            "stops", each -> stops.hold(each.list(this::stop))));
    int count = stops.value.size();
    if (count == 0 || count > MOST_STOPS) {
      throw new InvalidInput(
          "/lecture/stops",
          count == 0 ? "has no stop" : "has " + count + " stops",
          "give 1 to " + MOST_STOPS);
    }
    return new Lecture(title.value, stops.value);
  }

  /// A stop as it stands in a lecture.
  Stop stop(StrictJson json) {
    var place = json.place();
    var at = new At();
    var title = new Held<>(Optional.<String>empty());
    var scenario = new Held<>(Optional.<Scenario>empty());
    var until = new Held<>(Optional.<Position>empty());
    var texts = new LinkedHashMap<String, String>();
    var minutes = new Held<>(0L);
    var freedoms = new Held<Set<Freedom>>(EnumSet.allOf(Freedom.class));
    var fields = new LinkedHashMap<String, StrictJson.Reading<?>>();
    fields.put("title", each -> title.hold(Optional.of(each.text())));
    fields.put(
        "minutes",
        each -> minutes.hold((Long) each.value(new Kind.Whole(0, Stop.MOST_MINUTES, null))));
    for (var key : List.of("notes", "question", "answer")) {
      fields.put(key, each -> texts.put(key, each.text()));
    }
    fields.put("students_may", each -> freedoms.hold(freedoms(each)));
    fields.put("at", at::read);
    fields.put("until", each -> until.hold(Optional.of(position(each))));
    fields.put("scenario", each -> scenario.hold(Optional.of(each.scenario(scenarios))));
    json.fields("a stop", fields);
    var named = title.value.orElseThrow(() -> missing(place, "title"));
    var bookmark = at.bookmark(scenario.value.orElseThrow(() -> missing(place, "scenario")));
    if (until.value.isPresent() && until.value.get().compareTo(bookmark.position()) < 0) {
      throw new InvalidInput(
          place + "/until",
          "is step " + until.value.get() + ", before step " + bookmark.position(),
          "end where it begins, or later");
    }
    return new Stop(
        bookmark,
        until.value,
        named,
        texts.getOrDefault("notes", ""),
        minutes.value.intValue(),
        texts.getOrDefault("question", ""),
        texts.getOrDefault("answer", ""),
        freedoms.value);
  }

  private static InvalidInput missing(String place, String key) {
    return new InvalidInput(place + "/" + key, "is missing", "add \"" + key + "\"");
  }

  private static Set<Freedom> freedoms(StrictJson json) {
    var place = json.place();
    var read = new HashSet<Freedom>();
    for (var id : json.texts()) {
      var freedom = Freedom.of(id);
      if (freedom.isEmpty()) {
        throw new InvalidInput(place, "has '" + id + "'", Nearest.remedy(id, Freedom.ids()));
      }
      read.add(freedom.get());
    }
    return read;
  }

  private static Position position(StrictJson json) {
    var text = json.text();
    return Position.parse(text)
        .orElseThrow(() ->
            json.wrong(
                "is '" + text + "', which is no path of a step", "give one such as \"3.1\""));
  }

  /// Where a stop begins, and how it is looked at.
  private static final class At {
    private Position step = Position.START;
    private Map<String, String> choices = Map.of();
    private List<String> pins = List.of();
    private Set<Position> breakpoints = Set.of();

    At read(StrictJson json) {
      var fields = new LinkedHashMap<String, StrictJson.Reading<?>>();
      fields.put("step", each -> step = position(each));
      fields.put("choices", each -> choices = each.textsByKey());
      fields.put("pins", each -> pins = each.texts());
      fields.put(
          "breakpoints", each -> breakpoints = Set.copyOf(each.list(LectureReader::position)));
      json.fields("a place in a run", fields);
      return this;
    }

    Bookmark bookmark(Scenario scenario) {
      return new Bookmark(scenario, step, choices, pins, breakpoints);
    }
  }

  /// A value that a reading sets.
  private static final class Held<T extends @Nullable Object> {
    private T value;

    Held(T before) {
      value = before;
    }

    T hold(T read) {
      value = read;
      return read;
    }
  }
}

package dev.stepwise.lecture;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.platform.AtomicFile;
import dev.stepwise.platform.FileProblem;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.scenario.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Keeps a [Session] in a file. A file that cannot be understood is set aside as `.bak`, never
/// lost; a new one takes the old one's place only when it is complete.
///
/// ```json
/// {"stepwise": 1, "session": {
///   "places": [a stop, …],
///   "lecture": {"title": "…", "stops": [a stop, …]},
///   "at": 3, "file": "/home/me/my.stepwise", "saved": "no"}}
/// ```
///
/// @param path need not exist, nor its folder
/// @param scenarios reads what is run
public record SessionFile(Path path, ScenarioReader scenarios) {

  /// What was read.
  ///
  /// @param session that of the file, or nothing
  /// @param remark for the user, where something was not as it should be
  public record Loaded(Session session, Optional<String> remark) {}

  /// Reads the file; nothing where there is none.
  public Loaded load() {
    if (!Files.exists(path)) {
      return new Loaded(Session.NONE, Optional.empty());
    }
    try {
      return new Loaded(
          StrictJson.read(path.toString(), StrictJson.bytes(path), this::document),
          Optional.empty());
    } catch (ScenarioException _) {
      return new Loaded(Session.NONE, Optional.of(setAside()));
    }
  }

  private String setAside() {
    var kept = path.resolveSibling(path.getFileName() + ".bak");
    try {
      Files.move(path, kept, StandardCopyOption.REPLACE_EXISTING);
      return "What was open the last time could not be read; it is kept as %s."
          .formatted(kept.getFileName());
    } catch (IOException e) {
      return "What was open the last time could not be read (%s).".formatted(FileProblem.of(e));
    }
  }

  /// Writes the file.
  ///
  /// @throws IOException where it cannot be written; the old one is as it was
  public void save(Session session) throws IOException {
    AtomicFile.writeInFolder(path, out -> LectureWriter.write(session, out));
  }

  private Session document(StrictJson json) {
    var read = new ArrayList<Session>();
    var fields = new LinkedHashMap<String, StrictJson.Reading<?>>();
    fields.put("stepwise", LectureReader::version);
    fields.put("session", each -> read.add(session(each)));
    json.fields("a session file", fields);
    if (read.isEmpty()) {
      throw new InvalidInput("/session", "is missing", "add \"session\"");
    }
    return read.getFirst();
  }

  private Session session(StrictJson json) {
    var reader = new LectureReader(scenarios);
    var places = new ArrayList<Stop>();
    var lecture = new ArrayList<Lecture>();
    var at = new ArrayList<Long>(List.of(0L));
    var file = new ArrayList<String>();
    var saved = new ArrayList<String>();
    var fields = new LinkedHashMap<String, StrictJson.Reading<?>>();
    fields.put("places", each -> places.addAll(each.list(reader::stop)));
    fields.put("lecture", each -> lecture.add(reader.lecture(each)));
    fields.put(
        "at",
        each ->
            at.set(0, (Long) each.value(new Kind.Whole(0, LectureReader.MOST_STOPS - 1, null))));
    fields.put("file", each -> file.add(each.text()));
    fields.put("saved", each -> saved.add(each.text()));
    json.fields("a session", fields);
    if (lecture.isEmpty()) {
      return new Session(places, Optional.empty());
    }
    var open = lecture.getFirst();
    int stop = Math.toIntExact(Math.min(at.getFirst(), open.stops().size() - 1));
    return new Session(
        places,
        Optional.of(
            new Session.Talk(
                open, stop, file.stream().findFirst(), saved.contains(Session.Talk.SAVED))));
  }
}

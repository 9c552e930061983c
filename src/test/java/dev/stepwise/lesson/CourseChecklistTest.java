package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every fact of the course text is somewhere: the places that the checklist names exist.
class CourseChecklistTest {
  private static final Path CHECKLIST = Path.of("src/site/markdown/course-checklist.md");
  private static final Pattern ROW = Pattern.compile("\\| (.+) \\| ([^|]+) \\|");
  private static final Pattern SECTION = Pattern.compile("([a-z-]*)#([a-z0-9-]+)( \\(not so\\))?");
  private static final Pattern STEP = Pattern.compile("step ([a-z0-9-]+)@([\\d.]+|last)");
  private static final int FACTS = 120;

  private final Map<String, References> references = new LinkedHashMap<>();
  private final Map<String, String> titles = new LinkedHashMap<>();

  CourseChecklistTest() {
    var ids = ShippedLessonsTest.EXERCISES.stream().map(Exercise::id).collect(Collectors.toSet());
    for (var exercise : ShippedLessonsTest.EXERCISES) {
      titles.put(exercise.title(), exercise.id());
      references.put(exercise.id(), tried(exercise, ids));
    }
    titles.put("The interview", "interview");
  }

  private static <P, F extends Frame> References tried(Exercise<P, F> exercise, Set<String> ids) {
    return Lessons.tried(exercise, ids, _ -> true);
  }

  @Test
  void every_place_that_the_checklist_names_exists() throws IOException {
    var faults = new ArrayList<String>();
    var exercise = "";
    int facts = 0;
    for (var line : Files.readAllLines(CHECKLIST)) {
      if (line.startsWith("## ")) {
        exercise = titles.get(line.substring(3));
        assertThat(exercise).as(line).isNotNull();
      }
      var row = ROW.matcher(line);
      if (row.matches() && !row.group(1).equals("---") && !row.group(2).equals("where it is")) {
        facts++;
        for (var place : row.group(2).split(";", -1)) {
          if (!exists(Objects.requireNonNull(exercise), place.strip())) {
            faults.add("%s: %s (%s)".formatted(exercise, place.strip(), row.group(1)));
          }
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(facts).isGreaterThanOrEqualTo(FACTS);
  }

  private boolean exists(String exercise, String place) throws IOException {
    var section = SECTION.matcher(place);
    if (section.matches()) {
      var id = section.group(1).isEmpty() ? exercise : section.group(1);
      return hasSection(id, section.group(2), section.group(3) != null);
    }
    var known = Objects.requireNonNull(references.get(exercise));
    var step = STEP.matcher(place);
    if (step.matches()) {
      return known.presets().contains(step.group(1))
          && (step.group(2).equals(Target.Run.LAST)
              || known.hasStep().test(step.group(1), step.group(2)));
    }
    if (place.startsWith("preset ")) {
      return known.presets().contains(place.substring("preset ".length()));
    }
    if (place.startsWith("code ")) {
      return known.anchors().contains(place.substring("code ".length()));
    }
    return place.equals("lab");
  }

  /// Whether a file has a section, and in it a remark where one is asked for.
  private static boolean hasSection(String id, String section, boolean corrected)
      throws IOException {
    var file = id.equals("interview") ? "interview.md" : id + "/lesson.md";
    boolean inside = false;
    boolean remarked = false;
    boolean found = false;
    for (var line : Files.readAllLines(Path.of("assets").resolve(file))) {
      if (line.startsWith("## ") || (id.equals("interview") && line.startsWith("### "))) {
        inside = slug(line.replaceFirst("#+ ", "")).equals(section);
        found |= inside;
      }
      remarked |= inside && line.toLowerCase(Locale.ROOT).startsWith("> **not so:**");
    }
    return found && (remarked || !corrected);
  }

  private static String slug(String heading) {
    return Arrays.stream(heading.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("-"));
  }
}

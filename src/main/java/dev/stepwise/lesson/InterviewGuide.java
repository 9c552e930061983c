package dev.stepwise.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/// The advice on interviews, and the nudges of an interviewer, as `assets/interview.md` has them: a
/// title, then sections from `## ` on. Under `## Nudges` there is a `### ` and a numbered list for
/// each exercise, the faintest nudge first; under `## Checklist` a `### ` for each criterion.
///
/// @param advice the sections but for the nudges, by their headings
/// @param checklist what belongs to a criterion, by its heading
/// @param nudges by the ids of the exercises
public record InterviewGuide(
    Map<String, List<Block>> advice,
    Map<String, List<Block>> checklist,
    Map<String, List<List<Block>>> nudges) {
  private static final String NUDGES = "Nudges";
  private static final String CHECKLIST = "Checklist";
  private static final String FILE = "/assets/interview.md";

  /// Copies the maps.
  public InterviewGuide {
    advice = unmodifiable(advice);
    checklist = unmodifiable(checklist);
    nudges = unmodifiable(nudges);
  }

  /// A stretch of the advice.
  ///
  /// @param section the heading that its section has
  /// @param number among the stretches of its section
  /// @param text what it is for a search
  public record Passage(String section, int number, String text) {}

  /// The advice from the first line to the last, as it is read.
  public List<Passage> passages() {
    var passages = new ArrayList<Passage>();
    advice.forEach((section, blocks) -> {
      var texts = Lesson.passages(blocks);
      for (int i = 0; i < texts.size(); i++) {
        passages.add(new Passage(section, i, texts.get(i)));
      }
    });
    return List.copyOf(passages);
  }

  private static <V> Map<String, V> unmodifiable(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /// The guide that is shipped with the app.
  ///
  /// @param exercises the ids of all exercises
  /// @throws IllegalStateException where the shipped file is broken: a defect of the app
  public static InterviewGuide of(Set<String> exercises) {
    try {
      return read(FILE, new String(Resources.read(FILE), StandardCharsets.UTF_8), exercises);
    } catch (LessonException e) {
      throw new IllegalStateException("the app's own advice on interviews is broken", e);
    }
  }

  /// Reads a guide.
  ///
  /// @param file its name, for messages
  /// @param exercises the ids of all exercises, which links may lead to
  /// @throws LessonException where it breaks the rules, with the first line that does
  static InterviewGuide read(String file, String markdown, Set<String> exercises)
      throws LessonException {
    try {
      return new Reading(exercises).read(LessonReader.parsed(markdown));
    } catch (Flaw flaw) {
      throw new LessonException(file, flaw.line(), flaw.what());
    }
  }

  /// Goes through the file.
  private static final class Reading {
    private final Blocks blocks;
    private final Map<String, List<Block>> advice = new LinkedHashMap<>();
    private final Map<String, List<Block>> checklist = new LinkedHashMap<>();
    private final Map<String, List<List<Block>>> nudges = new LinkedHashMap<>();
    private String section = "";
    private String below = "";

    Reading(Set<String> exercises) {
      blocks =
          new Blocks(
              new References(
                  Set.of(),
                  (_, _) -> false,
                  Set.of(),
                  Set.of(),
                  Set.of(),
                  exercises,
                  Set.of(),
                  _ -> true));
    }

    InterviewGuide read(Node document) {
      for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
        switch (node) {
          case Heading heading when heading.getLevel() == 1 -> {}
          case Heading heading when heading.getLevel() == 2 -> begin(words(heading));
          case Heading heading when isListed() -> {
            below = words(heading);
            addAdvice(heading);
          }
          case OrderedList list when section.equals(NUDGES) && !below.isEmpty() ->
              nudges.put(below, items(list));
          default -> take(node);
        }
      }
      return new InterviewGuide(advice, checklist, nudges);
    }

    private boolean isListed() {
      return section.equals(NUDGES) || section.equals(CHECKLIST);
    }

    private void begin(String title) {
      section = title;
      below = "";
      if (!title.equals(NUDGES)) {
        advice.put(title, new ArrayList<>());
      }
    }

    private void take(Node node) {
      if (section.isEmpty()) {
        throw Flaw.at(node, "this stands before the first section");
      }
      if (section.equals(NUDGES)) {
        throw Flaw.at(node, "nudges are a numbered list below the id of an exercise");
      }
      addAdvice(node);
      if (section.equals(CHECKLIST) && !below.isEmpty()) {
        checklist
            .computeIfAbsent(below, _ -> new ArrayList<>())
            .addAll(blocks.section(Part.PROBLEM, List.of(node)));
      }
    }

    private void addAdvice(Node node) {
      var there = advice.get(section);
      if (there != null) {
        there.addAll(blocks.section(Part.PROBLEM, List.of(node)));
      }
    }

    private String words(Heading heading) {
      return Inline.plain(blocks.sentences().of(heading));
    }

    private List<List<Block>> items(OrderedList list) {
      var items = new ArrayList<List<Block>>();
      for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
        if (item instanceof ListItem) {
          var content = new ArrayList<Node>();
          for (var node = item.getFirstChild(); node != null; node = node.getNext()) {
            content.add(node);
          }
          items.add(blocks.section(Part.PROBLEM, content));
        }
      }
      return items;
    }
  }
}

package dev.stepwise.view;

import dev.stepwise.draw.Element;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What someone who looks at a stage has done there.
///
/// @param lit elements to light up, as sources of the number that is explained
/// @param picked the element that is explained
/// @param pointed the element under the pointer
/// @param pinned the element that was pinned; it stays so from step to step
/// @param choices what was chosen of the [StageOption]s, by their ids
/// @param viewports what is seen of the drawings that can be zoomed, by their ids
/// @param outlook how far the picture may look ahead
public record Interaction(
    Set<Element> lit,
    Optional<Element> picked,
    Optional<Element> pointed,
    Optional<Element> pinned,
    Map<String, String> choices,
    Map<String, Viewport> viewports,
    Outlook outlook) {

  /// How far a picture may look ahead.
  public enum Outlook {
    /// Axes may be those of the whole run, so that they hold still.
    WHOLE_RUN,
    /// Nothing may tell what is still to come: it is being asked for.
    SO_FAR
  }

  /// Nobody touched anything.
  public static final Interaction NONE =
      new Interaction(
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Map.of(),
          Outlook.WHOLE_RUN);

  /// Copies what it is given.
  public Interaction {
    lit = Set.copyOf(lit);
    choices = Map.copyOf(choices);
    viewports = Map.copyOf(viewports);
  }

  /// With an element explained from its sources.
  public Interaction explaining(Element element, Set<Element> sources) {
    return new Interaction(
        sources, Optional.of(element), pointed, pinned, choices, viewports, outlook);
  }

  /// With nothing explained.
  public Interaction explainingNothing() {
    return new Interaction(
        Set.of(), Optional.empty(), pointed, pinned, choices, viewports, outlook);
  }

  /// With elements lit up, of which none is explained.
  public Interaction lighting(Set<Element> elements) {
    return new Interaction(
        elements, Optional.empty(), pointed, pinned, choices, viewports, outlook);
  }

  /// With the pointer elsewhere.
  public Interaction pointing(Optional<Element> at) {
    return new Interaction(lit, picked, at, pinned, choices, viewports, outlook);
  }

  /// With an element pinned, or let go where it was pinned already.
  public Interaction togglingPin(Element element) {
    var next =
        pinned.equals(Optional.of(element)) ? Optional.<Element>empty() : Optional.of(element);
    return new Interaction(lit, picked, pointed, next, choices, viewports, outlook);
  }

  /// With nothing pinned, and nothing zoomed.
  public Interaction forAnotherProblem() {
    return new Interaction(
        Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), choices, Map.of(), outlook);
  }

  /// With something chosen.
  public Interaction choosing(StageOption option, String choice) {
    var next = new HashMap<>(choices);
    next.put(option.id(), choice);
    return new Interaction(lit, picked, pointed, pinned, next, viewports, outlook);
  }

  /// With these chosen, and those standard that are not among them.
  ///
  /// @param other by the ids of the options
  public Interaction choosing(Map<String, String> other) {
    return new Interaction(lit, picked, pointed, pinned, other, viewports, outlook);
  }

  /// With another part of a drawing seen.
  public Interaction seeing(String drawing, Viewport part) {
    var next = new HashMap<>(viewports);
    next.put(drawing, part);
    return new Interaction(lit, picked, pointed, pinned, choices, next, outlook);
  }

  /// With drawings seen again as their painter wants it.
  public Interaction unmoved(Set<String> drawings) {
    var next = new HashMap<>(viewports);
    next.keySet().removeAll(drawings);
    return new Interaction(lit, picked, pointed, pinned, choices, next, outlook);
  }

  /// With another outlook.
  public Interaction looking(Outlook other) {
    return new Interaction(lit, picked, pointed, pinned, choices, viewports, other);
  }

  /// What is chosen.
  public String choice(StageOption option) {
    return choices.getOrDefault(option.id(), option.standard());
  }

  /// What is seen of a drawing.
  public Viewport viewport(String drawing) {
    return viewports.getOrDefault(drawing, Viewport.WHOLE);
  }
}

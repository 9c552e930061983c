package dev.stepwise.shell;

import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Speed;
import dev.stepwise.session.Offer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the app remembers between starts.
///
/// @param theme light, dark, or as the system has it
/// @param textScale of all text, [#LEAST_SCALE] to [#MOST_SCALE]
/// @param speed of playing
/// @param motion whether pictures move between steps
/// @param panel whether the panel on the right is open
/// @param panelWidth how wide it is at a text scale of 1, [#LEAST_PANEL] to [#MOST_PANEL]
/// @param remembering whether answers are remembered for review
/// @param window where the window was left; empty before it was ever closed
/// @param lastExercise the id of the exercise that was open last, if any
/// @param places where each exercise was left, by its id
/// @param code how code of one's own is checked
/// @param lectures what is remembered of lectures
public record Settings(
    Theme theme,
    double textScale,
    Speed speed,
    Motion motion,
    Panel panel,
    double panelWidth,
    Remembering remembering,
    Optional<WindowPlace> window,
    Optional<String> lastExercise,
    Map<String, Place> places,
    Code code,
    LectureSettings lectures) {

  /// The smallest text scale.
  public static final double LEAST_SCALE = 0.8;

  /// The largest text scale.
  public static final double MOST_SCALE = 2;

  /// The narrowest panel.
  public static final double LEAST_PANEL = 280;

  /// How wide the panel is at first.
  public static final double STANDARD_PANEL = 340;

  /// The widest panel; a window gives it no more than half its width.
  public static final double MOST_PANEL = 2000;

  /// What a first start has.
  public static final Settings DEFAULTS =
      new Settings(
          Theme.SYSTEM,
          1,
          Speed.NORMAL,
          Motion.SYSTEM,
          Panel.OPEN,
          STANDARD_PANEL,
          Remembering.ON,
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Code.NONE,
          LectureSettings.NONE);

  /// Light or dark.
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// Whether pictures move between steps.
  public enum Motion {
    SYSTEM,
    REDUCED,
    FULL
  }

  /// Whether the panel on the right is open.
  public enum Panel {
    OPEN,
    FOLDED;

    /// The other one.
    Panel other() {
      return this == OPEN ? FOLDED : OPEN;
    }
  }

  /// Whether answers are remembered for review.
  public enum Remembering {
    ON,
    OFF
  }

  /// Where an exercise was left.
  ///
  /// @param preset the id of the preset that was open
  /// @param position as [dev.stepwise.playback.Position] writes it
  /// @param label for people: `Iteration 3, Assign`
  /// @param fraction how far along the run it is, 0 to 1
  public record Place(String preset, String position, String label, double fraction) {
    /// Where a player stands in the run of a preset.
    static Place of(Offer preset, PlayerState<?> state) {
      var label =
          state.crumbs().stream().map(PlayerState.Crumb::label).collect(Collectors.joining(", "));
      return new Place(preset.id(), state.position().toString(), label, state.fraction());
    }
  }

  /// How code of one's own is checked.
  ///
  /// @param python the program that runs it; empty for the one that is found
  /// @param files what was checked last, by the id of its exercise
  public record Code(Optional<String> python, Map<String, String> files) {
    /// Nothing was ever checked.
    public static final Code NONE = new Code(Optional.empty(), Map.of());

    /// Copies the map.
    public Code {
      files = Map.copyOf(files);
    }

    /// The same with another Python.
    Code withPython(Optional<String> other) {
      return new Code(other, files);
    }

    /// The same with a file checked last.
    Code withFile(String exercise, String file) {
      var changed = new LinkedHashMap<>(files);
      changed.put(exercise, file);
      return new Code(python, changed);
    }
  }

  /// Brings the text scale and the panel's width into their ranges and copies the places.
  public Settings {
    textScale = Double.isFinite(textScale) ? Math.clamp(textScale, LEAST_SCALE, MOST_SCALE) : 1;
    panelWidth =
        Double.isFinite(panelWidth)
            ? Math.clamp(panelWidth, LEAST_PANEL, MOST_PANEL)
            : STANDARD_PANEL;
    places = Map.copyOf(places);
  }

  /// The same with another theme.
  public Settings withTheme(Theme other) {
    return new Settings(
        other,
        textScale,
        speed,
        motion,
        panel,
        panelWidth,
        remembering,
        window,
        lastExercise,
        places,
        code,
        lectures);
  }

  /// The same with another text scale.
  public Settings withTextScale(double other) {
    return new Settings(
        theme,
        other,
        speed,
        motion,
        panel,
        panelWidth,
        remembering,
        window,
        lastExercise,
        places,
        code,
        lectures);
  }

  /// The same with another speed.
  public Settings withSpeed(Speed other) {
    return new Settings(
        theme,
        textScale,
        other,
        motion,
        panel,
        panelWidth,
        remembering,
        window,
        lastExercise,
        places,
        code,
        lectures);
  }

  /// The same with another motion.
  public Settings withMotion(Motion other) {
    return new Settings(
        theme,
        textScale,
        speed,
        other,
        panel,
        panelWidth,
        remembering,
        window,
        lastExercise,
        places,
        code,
        lectures);
  }

  /// The same with the panel open or folded.
  public Settings withPanel(Panel other) {
    return new Settings(
        theme,
        textScale,
        speed,
        motion,
        other,
        panelWidth,
        remembering,
        window,
        lastExercise,
        places,
        code,
        lectures);
  }

  /// The same with a panel of another width, at a text scale of 1.
  public Settings withPanelWidth(double other) {
    return new Settings(
        theme,
        textScale,
        speed,
        motion,
        panel,
        other,
        remembering,
        window,
        lastExercise,
        places,
        code,
        lectures);
  }

  /// The same with answers remembered or not.
  public Settings withRemembering(Remembering other) {
    return new Settings(
        theme,
        textScale,
        speed,
        motion,
        panel,
        panelWidth,
        other,
        window,
        lastExercise,
        places,
        code,
        lectures);
  }

  /// The same with the window left elsewhere.
  public Settings withWindow(WindowPlace other) {
    return new Settings(
        theme,
        textScale,
        speed,
        motion,
        panel,
        panelWidth,
        remembering,
        Optional.of(other),
        lastExercise,
        places,
        code,
        lectures);
  }

  /// The same with something else remembered of lectures.
  public Settings withLectures(LectureSettings other) {
    return new Settings(
        theme,
        textScale,
        speed,
        motion,
        panel,
        panelWidth,
        remembering,
        window,
        lastExercise,
        places,
        code,
        other);
  }

  /// The same with an exercise left at a place; it becomes the last one open.
  public Settings withPlace(String exercise, Place place) {
    var changed = new LinkedHashMap<>(places);
    changed.put(exercise, place);
    return new Settings(
        theme,
        textScale,
        speed,
        motion,
        panel,
        panelWidth,
        remembering,
        window,
        Optional.of(exercise),
        changed,
        code,
        lectures);
  }

  /// The same with code checked in another way.
  public Settings withCode(Code other) {
    return new Settings(
        theme,
        textScale,
        speed,
        motion,
        panel,
        panelWidth,
        remembering,
        window,
        lastExercise,
        places,
        other,
        lectures);
  }
}

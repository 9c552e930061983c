package dev.stepwise.presenting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which window of a presentation goes to which screen. The room looks at the largest screen beside
/// the usual one, whoever presents sits at the usual one, as with a laptop and a projector. Only
/// one window of an app can be full screen; that is the room's.
///
/// Where there is one screen, the room's window fills it, unless the presenter's window is wanted
/// as well, as after a projector was unplugged: then the presenter's fills it, and the room's is a
/// window behind, so that nobody stands before a window that cannot be seen.
///
/// @param audience where the room's window is
/// @param presenter where the presenter's window is; empty for none
public record ScreenPlan(Spot audience, Optional<Spot> presenter) {

  /// How much of its screen a window takes.
  public enum Extent {
    FULL_SCREEN,
    MAXIMIZED,
    WINDOW
  }

  /// Where a window is.
  public record Spot(Area screen, Extent extent) {}

  /// Whether the screens are as the rule has them, or the other way round.
  public enum Order {
    USUAL,
    SWAPPED;

    /// The other one.
    public Order other() {
      return this == USUAL ? SWAPPED : USUAL;
    }
  }

  /// Whether a presenter's window is wanted where there is one screen.
  public enum Wanted {
    YES,
    NO
  }

  /// The plan for some screens.
  ///
  /// @param screens the usual one first; at least one
  /// @throws IllegalArgumentException where there is none
  public static ScreenPlan of(List<Area> screens, Order order, Wanted wanted) {
    if (screens.isEmpty()) {
      throw new IllegalArgumentException("no screen");
    }
    var usual = screens.getFirst();
    var other =
        screens.subList(1, screens.size()).stream().max(Comparator.comparingDouble(Area::size));
    if (other.isEmpty()) {
      return wanted == Wanted.NO
          ? new ScreenPlan(new Spot(usual, Extent.FULL_SCREEN), Optional.empty())
          : new ScreenPlan(
              new Spot(usual, Extent.WINDOW), Optional.of(new Spot(usual, Extent.MAXIMIZED)));
    }
    var wall = order == Order.USUAL ? other.get() : usual;
    var desk = order == Order.USUAL ? usual : other.get();
    return new ScreenPlan(
        new Spot(wall, Extent.FULL_SCREEN), Optional.of(new Spot(desk, Extent.MAXIMIZED)));
  }

  /// Whether the room has a screen of its own.
  public boolean hasTwoScreens() {
    return presenter.isPresent() && !presenter.get().screen().equals(audience.screen());
  }
}

package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.exercise.Outcome.Figure;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// The line above the stage of one of two runs: what it has otherwise than the other, where it
/// stands, and what it has come to.
///
/// @param subject in what they differ; may be empty
/// @param name what this one has there
/// @param notes where it stands, in fewer and fewer words
record SideHeading(Side side, String subject, String name, List<String> notes) {
  static final double HEIGHT = 30;

  private static final double MARK = 11;
  private static final double SHARE_OF_NAME = 0.6;

  /// @param telling by what the runs are told apart; empty for nothing
  static SideHeading of(Both<?> both, Side side, Optional<Figure> telling) {
    var stands = both.step(side).crumb() + (both.waits(side) ? ", waits" : "");
    var notes = new ArrayList<String>();
    telling.ifPresent(figure ->
        notes.add(
            "%s · %s %s%s"
                .formatted(stands, figure.brief(), Numbers.text(figure.value()), figure.unit())));
    notes.add(stands);
    notes.add(both.waits(side) ? "waits" : "");
    return new SideHeading(side, both.named().subject(), both.named().sides().of(side), notes);
  }

  /// The colour of a side.
  static Color colour(Palette palette, Side side) {
    return switch (side) {
      case FIRST -> palette.muted();
      case SECOND -> palette.accent();
    };
  }

  void draw(Pen pen, Box half) {
    if (!pen.speaks()) {
      return;
    }
    var line =
        new Box(half.x(), half.y(), half.width(), pen.px(HEIGHT))
            .inset(0, pen.px(Space.GAP), 0, pen.px(Space.GAP));
    mark(pen, side, line.x() + pen.px(MARK) / 2, line.centreY(), pen.px(MARK));
    var words = line.inset(0, 0, 0, pen.px(MARK) + pen.px(Space.SMALL));
    var plain = pen.type(Role.NOTE);
    double subjectWidth = subject.isEmpty() ? 0 : pen.width(subject + " ", plain);
    pen.write(subject, words, plain);
    var bold = pen.type(Role.HEADING);
    var room = words.inset(0, 0, 0, subjectWidth);
    double taken = Math.min(room.width() * SHARE_OF_NAME, pen.width(name, bold));
    pen.write(name, new Box(room.x(), room.y(), taken + 1, room.height()), bold);
    var rest = room.inset(0, 0, 0, taken + pen.px(Space.GAP));
    pen.write(pen.brief(rest.width(), plain, notes.toArray(String[]::new)), rest, plain.right());
  }

  /// A square for the first run, a disc for the second: to be told apart without colours.
  ///
  /// @param x,y its middle
  static void mark(Pen pen, Side side, double x, double y, double size) {
    var ink = Ink.filled(colour(pen.palette(), side));
    switch (side) {
      case FIRST ->
          pen.surface().rectangle(new Box(x - size / 2, y - size / 2, size, size), 1, ink);
      case SECOND -> pen.surface().circle(x, y, size / 2, ink);
    }
  }
}

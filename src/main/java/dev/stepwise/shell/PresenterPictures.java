package dev.stepwise.shell;

import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Stop;
import dev.stepwise.playback.Position;
import dev.stepwise.presenting.Next;
import dev.stepwise.presenting.Wall;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What is on the wall, live and small; what comes next, larger; and the two stops after that.
final class PresenterPictures implements AutoCloseable {
  private static final double USUAL_WIDTH = 456;
  private static final double SHARE = USUAL_WIDTH / 1280;
  private static final double LEAST_WIDTH = 300;
  private static final double MOST_WIDTH = 800;

  /// What stands above, between and below the pictures.
  private static final double WORDS = 270;

  /// How high all pictures are, of the column's width.
  private static final double HIGH = 1.1;

  private static final double MARGINS = 29;
  private static final double WALL_SHARE = 0.55;
  private static final double GAP = 16;

  /// So long a run rests before the picture of what comes next is drawn.
  private static final Duration CALM = Duration.millis(120);

  private final Desk desk;
  private final SmallPictures pictures = new SmallPictures();
  private final HBox wall = new HBox(14);
  private final Label whose = Controls.label("", "muted");
  private final Label title = Controls.paragraph("", "presenter-stop");
  private final Label stop = Controls.paragraph("", "muted");
  private final Label step = Controls.paragraph("", "muted");
  private final PicturePlace next;
  private final PicturePlace[] then;
  private final Label nextName = Controls.label("Next", "muted");
  private final Label nextTitle = new Label();
  private final Label thenName = Controls.label("Then", "muted");
  private final VBox node;
  private final PauseTransition calm = new PauseTransition(CALM);
  private double width = USUAL_WIDTH;
  private @Nullable Mirror<?, ?> mirror;
  private @Nullable WallWalk mirrored;
  private Runnable unfollow = () -> {};

  PresenterPictures(Desk desk) {
    this.desk = desk;
    next = new PicturePlace(pictures, width - MARGINS);
    next.setId("next-picture");
    then =
        new PicturePlace[] {new PicturePlace(pictures, half()), new PicturePlace(pictures, half())};
    nextTitle.getStyleClass().add("presenter-stop");
    nextTitle.setId("next-title");
    nextTitle.setMinWidth(0);
    step.setId("wall-step");
    title.setId("wall-title");
    var words = new VBox(4, whose, title, stop, step);
    HBox.setHgrow(words, Priority.ALWAYS);
    wall.getChildren().setAll(new Region(), words);
    var after = new HBox(16, then[0], then[1]);
    node = new VBox(8, wall, new HBox(10, nextName, nextTitle), next, thenName, after);
    node.getStyleClass().add("presenter-pictures");
    node.setMinHeight(0);
    setWidth();
    calm.setOnFinished(_ -> draw());
    turned();
  }

  private double half() {
    return (width - MARGINS - GAP) / 2;
  }

  /// Gives the pictures the room that a window of a size has for them.
  void fit(double windowWidth, double windowHeight) {
    double room = Math.min(windowWidth * SHARE, (windowHeight - WORDS) / HIGH);
    double fitting = Math.clamp(Math.floor(room), LEAST_WIDTH, MOST_WIDTH);
    if (fitting != width) {
      width = fitting;
      next.fit(width - MARGINS);
      for (var each : then) {
        each.fit(half());
      }
      setWidth();
      turned();
      show();
    }
  }

  private void setWidth() {
    node.setPrefWidth(width);
    node.setMinWidth(width);
    node.setMaxWidth(width);
  }

  VBox node() {
    return node;
  }

  /// Another run is on the wall, or the wall has another size.
  void turned() {
    var walk = desk.walk().get().orElse(null);
    if (walk == null || !walk.equals(mirrored)) {
      letGo();
      mirrored = walk;
      if (walk != null) {
        var fresh = walk.mirror(desk.look(), desk.wall());
        mirror = fresh;
        wall.getChildren().set(0, fresh);
        unfollow = walk.onMove(this::show);
      }
    }
    var seen = mirror;
    if (seen != null) {
      var size = desk.wallSize().get();
      seen.fit(size.getWidth(), size.getHeight());
      double wide = Math.round(width * WALL_SHARE);
      double high = Math.round(wide * seen.aspect());
      seen.setPrefSize(wide, high);
      seen.setMinSize(wide, high);
      seen.setMaxSize(wide, high);
    }
  }

  private void letGo() {
    unfollow.run();
    unfollow = () -> {};
    if (mirror != null) {
      mirror.close();
      mirror = null;
      wall.getChildren().set(0, new Region());
    }
    mirrored = null;
  }

  void show() {
    var lecturing = desk.lecturing();
    var walk = desk.walk().get();
    var lecture = lecturing.lecture();
    boolean detour = lecturing.isDetour();
    whose.setText(desk.wall().showing() == Wall.Showing.LIVE ? "On the wall" : "Only you see this");
    title.setText(
        lecturing
            .stop()
            .filter(_ -> !detour)
            .map(Stop::title)
            .or(() -> walk.map(WallWalk::title))
            .orElse(""));
    stop.setText(
        lecture
            .map(open ->
                detour
                    ? "a detour from stop %d".formatted(lecturing.index() + 1)
                    : "stop %d of %d".formatted(lecturing.index() + 1, open.stops().size()))
            .orElse(""));
    step.setText(
        lecturing
            .way()
            .filter(_ -> !detour)
            .flatMap(way ->
                lecturing
                    .place()
                    .map(here -> "step %d of %d".formatted(way.number(here), way.steps().size())))
            .or(() -> walk.map(WallWalk::where))
            .orElse(""));
    calm.playFromStart();
  }

  private void draw() {
    var lecturing = desk.lecturing();
    var lecture = lecturing.lecture().filter(_ -> !lecturing.isDetour());
    int after = lecturing.index() + 1;
    if (lecture.isEmpty()) {
      drawStep(Optional.empty(), "Next step");
    } else {
      switch (lecturing.next()) {
        case Next.Step(var at) -> drawStep(Optional.of(at), "Next step");
        case Next.Stop(var index) -> {
          drawStop(next, lecture.get(), index);
          nextName.setText("Next");
          nextTitle.setText("%s, stop %d".formatted(title(lecture.get(), index), index + 1));
          after = index + 1;
        }
        case Next.End() -> {
          next.clear();
          nextName.setText("Next");
          nextTitle.setText("the end of the lecture");
        }
        case Next.Unknown() -> {
          next.clear();
          nextTitle.setText("");
        }
      }
    }
    drawThen(lecture, after);
  }

  private void drawThen(Optional<Lecture> lecture, int from) {
    boolean any = false;
    for (int i = 0; i < then.length; i++) {
      int index = from + i;
      boolean is = lecture.filter(open -> index < open.stops().size()).isPresent();
      any |= is;
      then[i].setVisible(is);
      if (is) {
        drawStop(then[i], lecture.get(), index);
        then[i].setCaption("%d  %s".formatted(index + 1, title(lecture.get(), index)));
      }
    }
    thenName.setVisible(any);
  }

  private static String title(Lecture lecture, int index) {
    return lecture.stops().get(index).title();
  }

  private void drawStep(Optional<Position> at, String name) {
    nextName.setText(name);
    var walk = desk.walk().get();
    if (walk.isEmpty() || walk.get().here().isEmpty()) {
      next.clear();
      nextTitle.setText("");
      return;
    }
    record Shown(Object subject, Position from, Optional<Position> to) {}
    next.show(
        new Shown(walk.get().subject(), walk.get().here().get(), at),
        desk.look().getValue().palette(),
        walk.get().sketch(at),
        drawn ->
            nextTitle.setText(
                drawn.map(SmallPictures.Drawn::title).orElse("none, this is the end")));
  }

  private void drawStop(PicturePlace place, Lecture lecture, int index) {
    var shown = lecture.stops().get(index);
    place.show(
        shown.bookmark(), desk.look().getValue().palette(), desk.stops().sketch(shown), _ -> {});
  }

  @Override
  public void close() {
    calm.stop();
    letGo();
    pictures.close();
  }
}

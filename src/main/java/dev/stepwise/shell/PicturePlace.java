package dev.stepwise.shell;

import dev.stepwise.draw.Palette;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Where a small picture of a step stands, with what it is called below; empty until it is there.
final class PicturePlace extends VBox {
  private final SmallPictures pictures;
  private final SmallPictures.Place place = new SmallPictures.Place();
  private final ImageView view = new ImageView();
  private final Label caption = Controls.label("", "muted");
  private final Rectangle clip = new Rectangle();
  private final StackPane frame = new StackPane(view);
  private double width;
  private SmallPictures.@Nullable Key shown;

  PicturePlace(SmallPictures pictures, double width) {
    super(5);
    this.pictures = pictures;
    view.setSmooth(true);
    clip.setArcWidth(12);
    clip.setArcHeight(12);
    frame.setClip(clip);
    frame.getStyleClass().add("picture-place");
    var edge = new Region();
    edge.getStyleClass().add("picture-edge");
    edge.setMouseTransparent(true);
    frame.getChildren().add(edge);
    caption.setMinWidth(0);
    fit(width);
    caption.managedProperty().bind(caption.textProperty().isNotEmpty());
    getChildren().setAll(frame, caption);
  }

  /// Sets how wide its picture is; it is drawn as sharp the next time that one is shown.
  final void fit(double other) {
    width = Math.round(other);
    double height = Math.round(width * SmallPictures.ASPECT);
    view.setFitWidth(width);
    view.setFitHeight(height);
    clip.setWidth(width);
    clip.setHeight(height);
    frame.setMinSize(width, height);
    frame.setPrefSize(width, height);
    frame.setMaxSize(width, height);
    caption.setMaxWidth(width);
  }

  void setCaption(String text) {
    caption.setText(text);
  }

  /// Shows nothing.
  void clear() {
    shown = null;
    view.setImage(null);
  }

  /// Whether a picture is there.
  boolean isDrawn() {
    return view.getImage() != null;
  }

  /// Shows a picture once it is drawn; until then the one before stays.
  ///
  /// @param subject what it shows, equal for equal pictures
  /// @param use told of what there is
  void show(
      Object subject,
      Palette palette,
      Sketch.Source source,
      Consumer<Optional<SmallPictures.Drawn>> use) {
    double sharp =
        getScene() == null || getScene().getWindow() == null
            ? 1
            : getScene().getWindow().getOutputScaleX();
    var key = new SmallPictures.Key(subject, (int) Math.round(width * sharp), palette);
    if (key.equals(shown)) {
      return;
    }
    shown = key;
    pictures.ask(
        place,
        key,
        source,
        drawn -> {
          view.setImage(drawn.map(SmallPictures.Drawn::image).orElse(null));
          use.accept(drawn);
        });
  }
}

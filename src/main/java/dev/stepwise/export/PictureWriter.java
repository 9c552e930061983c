package dev.stepwise.export;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Candidate;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.formula.Formulas;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.page.Page;
import dev.stepwise.view.page.PagePainter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/// Draws the steps of one run as pictures, with no display. The same step gives the same bytes.
///
/// @param <F> the frames of the run
public final class PictureWriter<F extends Frame> {
  private final Exercise<?, F> exercise;
  private final Scenario scenario;
  private final Navigator<F> navigator;
  private final PagePainter<F> pages;
  private final PictureFormat format;
  private final Look look;
  private final Interaction interaction;

  /// @param painter of the exercise's stage
  /// @param formulas sets the formulas
  /// @param interaction what is pinned, chosen, zoomed and explained on the stage
  public PictureWriter(
      Exercise<?, F> exercise,
      Scenario scenario,
      Navigator<F> navigator,
      StagePainter<F> painter,
      Formulas formulas,
      PictureFormat format,
      Interaction interaction) {
    this.interaction = interaction;
    this.exercise = exercise;
    this.scenario = scenario;
    this.navigator = navigator;
    this.pages = new PagePainter<>(painter, formulas);
    this.format = format;
    this.look =
        new Look(
            format.palette(),
            PagePainter.scale(format.width(), format.height(), format.density()),
            format.density());
  }

  /// Writes a step's page as PNG.
  ///
  /// @param position of the step; the navigator has it
  /// @throws IOException where the stream fails
  public void writePng(Position position, OutputStream out) throws IOException {
    Png.write(image(position, Optional.empty(), 1), out);
  }

  /// Writes a step's page as PNG for a question about the step after it: what it asks about is
  /// marked on the stage, and nothing tells how the run goes on.
  ///
  /// @param position of the step; the navigator has it
  /// @param marks as far as the stage has them
  /// @throws IOException where the stream fails
  public void writePng(Position position, List<Candidate> marks, OutputStream out)
      throws IOException {
    var page = page(position);
    Toolkit.start();
    var drawn =
        Toolkit.call(() ->
            snapshot(
                surface -> pages.paintAsking(surface, format.area(), page, asking(page), marks)));
    Png.write(Png.opaque(drawn), out);
  }

  /// Writes a step's page as SVG.
  ///
  /// @param position of the step; the navigator has it
  /// @throws IOException where the stream fails
  public void writeSvg(Position position, OutputStream out) throws IOException {
    var page = page(position);
    Toolkit.start();
    byte[] drawn = Toolkit.call(() -> svg(page));
    out.write(drawn);
  }

  /// Writes a step's page as a PDF of one page, a pixel the 96th part of an inch.
  ///
  /// @param position of the step; the navigator has it
  /// @throws IOException where the stream fails
  public void writePdf(Position position, OutputStream out) throws IOException {
    var page = page(position);
    Toolkit.start();
    byte[] drawn = Toolkit.call(() -> pdf(page));
    out.write(drawn);
  }

  private byte[] pdf(Page<F> page) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var file = new PdfFile(page.heading())) {
      file.page(
          format.width(),
          format.height(),
          surface -> pages.paint(surface, format.area(), page, shown(page, Optional.empty(), 1)));
      file.write(bytes);
    }
    return bytes.toByteArray();
  }

  private byte[] svg(Page<F> page) throws XMLStreamException {
    var bytes = new ByteArrayOutputStream();
    var surface =
        new SvgSurface(XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8"));
    surface.begin(format.width(), format.height(), page.heading());
    pages.paint(surface, format.area(), page, shown(page, Optional.empty(), 1));
    surface.end();
    return bytes.toByteArray();
  }

  /// A step's page as an SVG element that stands in another document.
  ///
  /// @param position of the step; the navigator has it
  /// @param ids begins every id in it
  String svgInside(Position position, String ids) {
    var page = page(position);
    Toolkit.start();
    return Toolkit.call(() -> {
      var text = new StringWriter();
      var surface = new SvgSurface(XMLOutputFactory.newInstance().createXMLStreamWriter(text), ids);
      surface.beginInside(format.width(), format.height(), page.heading());
      pages.paint(surface, format.area(), page, shown(page, Optional.empty(), 1));
      surface.end();
      return text.toString();
    });
  }

  /// What paints a step's page on a surface, on the JavaFX thread.
  ///
  /// @param position of the step; the navigator has it
  public Consumer<Surface> painting(Position position) {
    var page = page(position);
    return surface -> pages.paint(surface, format.area(), page, shown(page, Optional.empty(), 1));
  }

  /// A step's page as an image, for the clipboard.
  ///
  /// @param position of the step; the navigator has it
  public WritableImage draw(Position position) {
    return draw(position, Optional.empty(), 1);
  }

  /// The picture of a step of the top level.
  ///
  /// @param before the step that the picture moves away from
  /// @param progress how far it has moved, 0 to 1
  BufferedImage image(Position position, Optional<Step<F>> before, double progress) {
    return Png.opaque(draw(position, before, progress));
  }

  private Page<F> page(Position position) {
    return Pages.of(exercise, scenario, navigator, position);
  }

  private Shown<F> shown(Page<F> page, Optional<Step<F>> before, double progress) {
    return new Shown<>(page.step(), before, progress, look, interaction, new Hits());
  }

  /// While something is asked about what follows.
  private Shown<F> asking(Page<F> page) {
    var soFar = interaction.looking(Interaction.Outlook.SO_FAR);
    return new Shown<>(page.step(), Optional.empty(), 1, look, soFar, new Hits());
  }

  private WritableImage draw(Position position, Optional<Step<F>> before, double progress) {
    var page = page(position);
    Toolkit.start();
    return Toolkit.call(() ->
        snapshot(
            surface -> pages.paint(surface, format.area(), page, shown(page, before, progress))));
  }

  private WritableImage snapshot(Consumer<Surface> paint) {
    var canvas = new Canvas(format.width(), format.height());
    paint.accept(new CanvasSurface(canvas.getGraphicsContext2D()));
    return canvas.snapshot(new SnapshotParameters(), null);
  }
}

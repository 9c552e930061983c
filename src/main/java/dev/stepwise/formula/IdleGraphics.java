package dev.stepwise.formula;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The many duties of an AWT graphics context that formulas have no use for: pictures, clips,
/// composites, hints. They do nothing here.
abstract class IdleGraphics extends Graphics2D {
  private RenderingHints hints = new RenderingHints(Map.of());

  @Override
  public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
    hints.put(key, value);
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHints(Map<?, ?> wanted) {
    hints = new RenderingHints(Map.of());
    hints.putAll(wanted);
  }

  @Override
  public void addRenderingHints(Map<?, ?> more) {
    hints.putAll(more);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return (RenderingHints) hints.clone();
  }

  @Override
  public boolean drawImage(
      Image image, java.awt.geom.AffineTransform at, @Nullable ImageObserver observer) {
    return true;
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {}

  @Override
  public void drawRenderedImage(RenderedImage image, java.awt.geom.AffineTransform at) {}

  @Override
  public void drawRenderableImage(RenderableImage image, java.awt.geom.AffineTransform at) {}

  @Override
  public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, @Nullable Color ground, @Nullable ImageObserver observer) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image,
      int x,
      int y,
      int width,
      int height,
      @Nullable Color ground,
      @Nullable ImageObserver observer) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image,
      int toX1,
      int toY1,
      int toX2,
      int toY2,
      int fromX1,
      int fromY1,
      int fromX2,
      int fromY2,
      @Nullable ImageObserver observer) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image image,
      int toX1,
      int toY1,
      int toX2,
      int toY2,
      int fromX1,
      int fromY1,
      int fromX2,
      int fromY2,
      @Nullable Color ground,
      @Nullable ImageObserver observer) {
    return true;
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {}

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {}

  @Override
  public boolean hit(Rectangle box, Shape shape, boolean onStroke) {
    return false;
  }

  @Override
  public @Nullable GraphicsConfiguration getDeviceConfiguration() {
    return null;
  }

  @Override
  public void setComposite(Composite composite) {}

  @Override
  public @Nullable Composite getComposite() {
    return null;
  }

  @Override
  public void setBackground(Color colour) {}

  @Override
  public @Nullable Color getBackground() {
    return null;
  }

  @Override
  public void clip(@Nullable Shape shape) {}

  @Override
  public Graphics create() {
    return this;
  }

  @Override
  public void setPaintMode() {}

  @Override
  public void setXORMode(Color colour) {}

  @Override
  public @Nullable FontMetrics getFontMetrics(Font font) {
    return null;
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    return null;
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {}

  @Override
  public void setClip(int x, int y, int width, int height) {}

  @Override
  public @Nullable Shape getClip() {
    return null;
  }

  @Override
  public void setClip(@Nullable Shape clip) {}

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {}

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {}

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {}

  @Override
  public void drawOval(int x, int y, int width, int height) {}

  @Override
  public void fillOval(int x, int y, int width, int height) {}

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int angle) {}

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int angle) {}

  @Override
  public void drawPolyline(int[] xs, int[] ys, int n) {}

  @Override
  public void drawPolygon(int[] xs, int[] ys, int n) {}

  @Override
  public void fillPolygon(int[] xs, int[] ys, int n) {}

  @Override
  public void dispose() {}
}

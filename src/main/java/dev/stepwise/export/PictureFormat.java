package dev.stepwise.export;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;

/// How a picture is to look.
///
/// @param width,height in pixels
public record PictureFormat(int width, int height, Palette palette, Look.Density density) {
  Box area() {
    return new Box(0, 0, width, height);
  }
}

package dev.stepwise.cli;

import dev.stepwise.cli.Renderer.Format;
import dev.stepwise.cli.Renderer.Occasion;
import dev.stepwise.cli.Renderer.Theme;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of how a picture looks, shared by the commands that draw.
final class Looks {
  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1280x800",
      converter = SizeConverter.class,
      description = "Width and height in pixels, 200x150 to 8000x8000; 1280x800 if left out.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Size size;

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      defaultValue = "light",
      converter = ThemeConverter.class,
      completionCandidates = Completion.Themes.class,
      description = "The colours; light if left out.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Theme theme;

  @Option(names = "--present", description = "Draws for a lecture hall: larger, with less on it.")
  private boolean present;

  /// Whether it is for a lecture hall.
  boolean present() {
    return present;
  }

  Format format() {
    return new Format(
        size.width(), size.height(), theme, present ? Occasion.LECTURE : Occasion.DESK);
  }

  record Size(int width, int height) {}

  static final class SizeConverter implements ITypeConverter<Size> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Override
    public Size convert(String text) {
      var matcher = SIZE.matcher(text);
      if (matcher.matches()) {
        int width = Integer.parseInt(matcher.group(1));
        int height = Integer.parseInt(matcher.group(2));
        if (width >= 200 && width <= 8000 && height >= 150 && height <= 8000) {
          return new Size(width, height);
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no size; give one from 200x150 to 8000x8000, such as 1280x800");
    }
  }

  static final class ThemeConverter implements ITypeConverter<Theme> {
    @Override
    public Theme convert(String text) {
      return switch (text) {
        case "light" -> Theme.LIGHT;
        case "dark" -> Theme.DARK;
        default ->
            throw new TypeConversionException("'" + text + "' is no theme; give light or dark");
      };
    }
  }
}

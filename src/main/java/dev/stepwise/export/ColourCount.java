package dev.stepwise.export;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the colours of pictures and chooses few that stand for all: the median cut of Heckbert,
/// "Color image quantization for frame buffer display", SIGGRAPH 1982.
final class ColourCount {
  /// One entry of a GIF's 256 is kept for what is transparent.
  static final int MOST = 255;

  private final Map<Integer, int[]> counts = new HashMap<>();

  /// A colour and how often it is there.
  private record Counted(int rgb, long count) {
    int channel(int index) {
      return rgb >> (16 - 8 * index) & 255;
    }
  }

  /// Counts a picture.
  void add(BufferedImage image) {
    int[] pixels = Png.pixels(image);
    int start = 0;
    for (int i = 1; i <= pixels.length; i++) {
      if (i == pixels.length || pixels[i] != pixels[start]) {
        counts.computeIfAbsent(pixels[start] & 0xffffff, _ -> new int[1])[0] += i - start;
        start = i;
      }
    }
  }

  /// At most [#MOST] colours, each the mean of the colours that it stands for. The same pictures
  /// give the same colours in the same order.
  int[] palette() {
    var all = new ArrayList<Counted>();
    counts.forEach((rgb, count) -> all.add(new Counted(rgb, count[0])));
    all.sort(Comparator.comparingInt(Counted::rgb));
    var boxes = new ArrayList<List<Counted>>();
    boxes.add(all);
    while (boxes.size() < MOST) {
      int widest = widest(boxes);
      if (widest < 0) {
        break;
      }
      var box = boxes.remove(widest);
      int cut = sortedCut(box);
      boxes.add(box.subList(0, cut));
      boxes.add(box.subList(cut, box.size()));
    }
    return boxes.stream().mapToInt(ColourCount::mean).toArray();
  }

  /// The box to cut next: the one in which most is lost, its range weighed by the root of its
  /// count, so that large even areas do not take every colour. -1 where all are single colours.
  private static int widest(List<List<Counted>> boxes) {
    int widest = -1;
    double most = 0;
    for (int i = 0; i < boxes.size(); i++) {
      double loss =
          range(boxes.get(i), longest(boxes.get(i))) * Math.sqrt((double) count(boxes.get(i)));
      if (loss > most) {
        most = loss;
        widest = i;
      }
    }
    return widest;
  }

  private static int sortedCut(List<Counted> box) {
    int axis = longest(box);
    box.sort(
        Comparator.comparingInt((Counted each) -> each.channel(axis))
            .thenComparingInt(Counted::rgb));
    double half = (double) count(box) / 2;
    long sum = 0;
    for (int i = 0; i < box.size() - 1; i++) {
      sum += box.get(i).count();
      if (sum >= half) {
        return i + 1;
      }
    }
    return box.size() - 1;
  }

  private static int longest(List<Counted> box) {
    int longest = 0;
    for (int axis = 1; axis < 3; axis++) {
      longest = range(box, axis) > range(box, longest) ? axis : longest;
    }
    return longest;
  }

  private static int range(List<Counted> box, int axis) {
    int least = 255;
    int greatest = 0;
    for (var each : box) {
      least = Math.min(least, each.channel(axis));
      greatest = Math.max(greatest, each.channel(axis));
    }
    return Math.max(0, greatest - least);
  }

  private static long count(List<Counted> box) {
    return box.stream().mapToLong(Counted::count).sum();
  }

  private static int mean(List<Counted> box) {
    long count = Math.max(1, count(box));
    int mean = 0;
    for (int axis = 0; axis < 3; axis++) {
      long sum = 0;
      for (var each : box) {
        sum += each.channel(axis) * each.count();
      }
      mean = mean << 8 | (int) ((sum + count / 2) / count);
    }
    return mean;
  }
}

package dev.stepwise.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;

/// An array of a NumPy file, of any number of dimensions.
///
/// @param name its name in the file; that of the file where it holds one alone
/// @param shape its sides; none for a single number
/// @param data its numbers, the last index fastest; shared and never written to
/// @param numbers what numbers they are
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record NamedArray(String name, int[] shape, double[] data, Numbers numbers) {
  private static final int LIMIT = 64 << 20;
  private static final int MOST = 1_000;

  /// What numbers an array is made of.
  public enum Numbers {
    /// Doubles, and truth values.
    DOUBLE,
    /// Single precision or less.
    SINGLE,
    /// Whole numbers.
    WHOLE
  }

  /// Reads a `.npy` or a `.npz` file. Nothing is unpacked to disk, arrays of objects are refused,
  /// and what would unpack to more than 64 MB is refused on the way there.
  ///
  /// @throws ScenarioException where it is no such file
  public static List<NamedArray> read(Path path) throws ScenarioException {
    var file = path.toString();
    byte[] bytes = FileBytes.raw(path, LIMIT);
    if (bytes.length >= 2 && bytes[0] == 'P' && bytes[1] == 'K') {
      return unpacked(file, bytes);
    }
    if (file.toLowerCase(Locale.ROOT).endsWith(".npz")) {
      throw new ScenarioException(file, "", "is no zip file", "save it with numpy.savez");
    }
    var name = String.valueOf(path.getFileName()).replaceFirst("\\.npy$", "");
    return List.of(NpyArray.flat(file, name, bytes));
  }

  private static List<NamedArray> unpacked(String file, byte[] bytes) throws ScenarioException {
    var arrays = new ArrayList<NamedArray>();
    int left = LIMIT;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes(left);
        left -= content.length;
        if ((left == 0 && zip.read() >= 0) || arrays.size() >= MOST) {
          throw new ScenarioException(
              file,
              entry.getName(),
              "is too large unpacked",
              "all arrays together may have at most %d MB".formatted(LIMIT >> 20));
        }
        var name = entry.getName().replaceFirst("\\.npy$", "");
        arrays.add(NpyArray.flat(file + ", " + name, name, content));
      }
    } catch (IOException | IllegalArgumentException _) {
      throw damaged(file);
    }
    if (arrays.isEmpty()) {
      throw damaged(file);
    }
    return arrays;
  }

  private static ScenarioException damaged(String file) {
    return new ScenarioException(
        file, "", "is a damaged NumPy file", "save it again with numpy.savez");
  }
}

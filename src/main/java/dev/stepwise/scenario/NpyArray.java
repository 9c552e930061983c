package dev.stepwise.scenario;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An array of numbers as NumPy's `save` writes it.
///
/// NumPy Enhancement Proposal 1, *A simple file format for NumPy arrays*: a mark, a version, the
/// length of a header, the header as a Python dictionary, and the numbers.
///
/// @param values a row of numbers for each row; a vector is a column
/// @param vector whether it has one dimension
/// @param rounded whether whole numbers beyond 2^53 became the nearest doubles
@SuppressWarnings("ArrayRecordComponent") // made here, never written to
record NpyArray(double[][] values, boolean vector, boolean rounded) {
  private static final byte[] MARK = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\sL]*)\\)");
  private static final long MOST = 8L << 20;
  private static final double EXACT = 0x1p53;

  /// What the header says.
  ///
  /// @param kind `f`, `i`, `u` or `b`
  /// @param bytes of each number
  private record Head(ByteOrder order, char kind, int bytes, boolean columnsFirst, long[] shape) {
    long count() {
      long count = 1;
      for (long length : shape) {
        if (length > 0 && count > MOST / length) {
          return MOST + 1;
        }
        count *= length;
      }
      return count;
    }
  }

  /// Reads an array. Nothing is allocated before its size is known to be small and to fit the
  /// bytes.
  ///
  /// @param file its name, for messages
  /// @throws ScenarioException where it is no array of real numbers in one or two dimensions
  static NpyArray of(String file, byte[] bytes) throws ScenarioException {
    var content = content(file, bytes);
    checkTable(file, content.head.shape);
    return read(content.head, content.data);
  }

  /// Reads an array of any number of dimensions.
  ///
  /// @throws ScenarioException where it is no array of real numbers
  static NamedArray flat(String file, String name, byte[] bytes) throws ScenarioException {
    var content = content(file, bytes);
    var head = content.head;
    int[] shape = Arrays.stream(head.shape).mapToInt(Math::toIntExact).toArray();
    var data = new double[(int) head.count()];
    var numbers = content.data.order(head.order);
    for (int i = 0; i < data.length; i++) {
      data[i] =
          number(head, numbers, (head.columnsFirst ? columnsFirst(shape, i) : i) * head.bytes);
    }
    boolean single = head.kind == 'f' && head.bytes < Double.BYTES;
    boolean whole = head.kind == 'i' || head.kind == 'u';
    return new NamedArray(
        name,
        shape,
        data,
        single
            ? NamedArray.Numbers.SINGLE
            : whole ? NamedArray.Numbers.WHOLE : NamedArray.Numbers.DOUBLE);
  }

  /// Where a number stands in memory that has the first index run fastest.
  private static int columnsFirst(int[] shape, int place) {
    int at = 0;
    int left = place;
    int[] index = new int[shape.length];
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = left % shape[axis];
      left /= shape[axis];
    }
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      at = at * shape[axis] + index[axis];
    }
    return at;
  }

  /// The head of a file and the numbers behind it.
  private record Content(Head head, ByteBuffer data) {}

  private static Content content(String file, byte[] bytes) throws ScenarioException {
    if (bytes.length < 10 || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
      throw new ScenarioException(
          file, "", "does not begin as a NumPy array does", "save it with numpy.save");
    }
    boolean first = bytes[6] == 1;
    int from = first ? 10 : 12;
    var start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = first ? start.getShort(8) & 0xFFFF : bytes.length < 12 ? -1 : start.getInt(8);
    if (bytes[6] < 1 || bytes[6] > 3 || length < 0 || from + length > bytes.length) {
      throw broken(file, "its header does not end within the file");
    }
    var header = new String(bytes, from, (int) length, StandardCharsets.ISO_8859_1);
    var head = head(file, header);
    long count = head.count();
    if (count > MOST) {
      throw new ScenarioException(
          file,
          "shape",
          "is %s, too many numbers".formatted(Arrays.toString(head.shape)),
          "give at most %,d".formatted(MOST));
    }
    int data = from + (int) length;
    if (count * head.bytes != bytes.length - data) {
      throw broken(
          file,
          "%,d bytes follow the header, but %,d numbers of %d bytes are said to"
              .formatted(bytes.length - data, count, head.bytes));
    }
    return new Content(head, ByteBuffer.wrap(bytes, data, bytes.length - data).slice());
  }

  private static void checkTable(String file, long... shape) throws ScenarioException {
    if (shape.length == 0 || shape.length > 2) {
      throw new ScenarioException(
          file,
          "shape",
          "has %d dimensions".formatted(shape.length),
          "give one or two: array.reshape(len(array), -1)");
    }
    for (long length : shape) {
      if (length == 0) {
        throw new ScenarioException(file, "shape", "holds no number", "give at least one row");
      }
    }
  }

  private static Head head(String file, String header) throws ScenarioException {
    var type = TYPE.matcher(header);
    if (!type.find()) {
      throw new ScenarioException(
          file,
          "descr",
          header.contains("[(") ? "is of several types" : "is not understood",
          "save a plain array of numbers");
    }
    char kind = type.group(2).charAt(0);
    if (kind == 'O') {
      throw new ScenarioException(
          file,
          "descr",
          "holds Python objects, which can run code when they are read",
          "save numbers: numpy.save(file, array.astype(float))");
    }
    int bytes = type.group(3).isEmpty() ? 0 : Integer.parseInt(shortened(type));
    boolean known =
        switch (kind) {
          case 'f' -> bytes == 2 || bytes == 4 || bytes == 8;
          case 'i', 'u' -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
          case 'b' -> bytes == 1;
          default -> false;
        };
    if (!known) {
      throw new ScenarioException(
          file,
          "descr",
          "has numbers of type %s%s".formatted(kind, shortened(type)),
          "save real numbers of at most 8 bytes: array.astype(float)");
    }
    var order = ORDER.matcher(header);
    var shape = SHAPE.matcher(header);
    if (!order.find() || !shape.find()) {
      throw broken(file, "its header lacks fortran_order or shape");
    }
    return new Head(
        type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        kind,
        bytes,
        order.group(1).equals("True"),
        shape(file, shape.group(1)));
  }

  private static String shortened(Matcher type) {
    var digits = type.group(3);
    return digits.length() > 4 ? digits.substring(0, 4) : digits;
  }

  private static long[] shape(String file, String text) throws ScenarioException {
    var parts = Arrays.stream(text.replace("L", "").split(",")).map(String::strip);
    var lengths = parts.filter(part -> !part.isEmpty()).toList();
    if (!lengths.stream().allMatch(length -> length.chars().allMatch(c -> c >= '0' && c <= '9'))) {
      throw broken(file, "its shape is no list of lengths");
    }
    var shape = new long[lengths.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = lengths.get(i).length() > 12 ? MOST + 1 : Long.parseLong(lengths.get(i));
    }
    return shape;
  }

  private static NpyArray read(Head head, ByteBuffer data) {
    data.order(head.order);
    int rows = (int) head.shape[0];
    int columns = head.shape.length == 1 ? 1 : (int) head.shape[1];
    var values = new double[rows][columns];
    boolean rounded = false;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int index = head.columnsFirst ? j * rows + i : i * columns + j;
        values[i][j] = number(head, data, index * head.bytes);
        rounded |= head.bytes == 8 && head.kind != 'f' && Math.abs(values[i][j]) > EXACT;
      }
    }
    return new NpyArray(values, head.shape.length == 1, rounded);
  }

  private static double number(Head head, ByteBuffer data, int at) {
    return switch (head.kind) {
      case 'f' ->
          switch (head.bytes) {
            case 2 -> Float.float16ToFloat(data.getShort(at));
            case 4 -> data.getFloat(at);
            default -> data.getDouble(at);
          };
      case 'b' -> data.get(at) == 0 ? 0 : 1;
      case 'i' ->
          switch (head.bytes) {
            case 1 -> data.get(at);
            case 2 -> data.getShort(at);
            case 4 -> data.getInt(at);
            default -> data.getLong(at);
          };
      default ->
          switch (head.bytes) {
            case 1 -> Byte.toUnsignedInt(data.get(at));
            case 2 -> Short.toUnsignedInt(data.getShort(at));
            case 4 -> Integer.toUnsignedLong(data.getInt(at));
            default -> unsigned(data.getLong(at));
          };
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : Double.parseDouble(Long.toUnsignedString(bits));
  }

  private static ScenarioException broken(String file, String why) {
    return new ScenarioException(
        file, "", "is a damaged NumPy array: " + why, "save it again with numpy.save");
  }

  /// Says that whole numbers were rounded, if they were.
  Optional<String> note() {
    return rounded
        ? Optional.of("Whole numbers beyond 2^53 became the nearest ones that a double holds.")
        : Optional.empty();
  }
}

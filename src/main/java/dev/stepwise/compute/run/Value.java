package dev.stepwise.compute.run;

/// The value of a variable of the listing. The arrays inside are shared, not copied: whoever gets
/// one must not write to it.
public sealed interface Value {

  /// A real number.
  record Scalar(double value) implements Value {}

  /// A whole number.
  record Whole(long value) implements Value {}

  /// True or false.
  record Flag(boolean value) implements Value {}

  /// A text.
  record Text(String value) implements Value {}

  /// A vector of real numbers.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose, see the interface
  record Vector(double[] values) implements Value {}

  /// A vector of whole numbers.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose, see the interface
  record Labels(int[] values) implements Value {}

  /// A matrix, as an array of rows of equal length.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose, see the interface
  record Matrix(double[][] rows) implements Value {}

  /// Anything nested: lists of values, such as one matrix a head.
  record Many(java.util.List<Value> values) implements Value {}

  /// Values under names of their own, in their order, such as the gradients of several parameters.
  record Named(java.util.SequencedMap<String, Value> values) implements Value {}

  /// The shape as NumPy prints it, with `×` between the sides: `135×2`; empty for a single value.
  default String shape() {
    return switch (this) {
      case Scalar _, Whole _, Flag _, Text _ -> "";
      case Vector(var values) -> Integer.toString(values.length);
      case Labels(var values) -> Integer.toString(values.length);
      case Matrix(var rows) -> rows.length + "×" + (rows.length == 0 ? 0 : rows[0].length);
      case Many(var values) -> {
        var inner = values.isEmpty() ? "" : values.getFirst().shape();
        yield inner.isEmpty() ? Integer.toString(values.size()) : values.size() + "×" + inner;
      }
      case Named(var values) -> Integer.toString(values.size());
    };
  }
}

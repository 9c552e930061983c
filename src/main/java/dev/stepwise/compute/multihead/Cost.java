package dev.stepwise.compute.multihead;

/// What multi-head attention costs, counted.
///
/// @param length n
/// @param width d_model
/// @param heads how many
public record Cost(int length, int width, int heads) {

  /// Numbers that training would learn: 4·d_model², whatever the number of heads.
  public long parameters() {
    return 4L * width * width;
  }

  /// Multiplications of the four products with d_model×d_model matrices.
  public long projections() {
    return 4L * length * width * width;
  }

  /// Multiplications of scores and mixtures in all heads: 2·n²·d_k each, h·d_k = d_model.
  public long attention() {
    return 2L * length * length * (width / heads) * heads;
  }

  /// All multiplications.
  public long total() {
    return projections() + attention();
  }

  /// Weights that are kept: n² for each head.
  public long weights() {
    return (long) heads * length * length;
  }
}

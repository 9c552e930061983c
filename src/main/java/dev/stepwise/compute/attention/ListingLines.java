package dev.stepwise.compute.attention;

/// The lines of a listing that the steps of attention execute, from 1. Tests hold them to the file.
///
/// @param queries Q = …
/// @param keys K = …
/// @param values V = …
/// @param products scores = Q Kᵀ
/// @param ifScaled the question whether scores are divided by √d_k
/// @param scale the division
/// @param ifMasked the question whether there is a mask
/// @param mask where hidden scores become −∞
/// @param softmax where softmax is asked for
/// @param greatest the maximum of each row
/// @param shift its subtraction
/// @param exponentials of each score
/// @param sums of each row
/// @param divide where the weights come to be
/// @param output weights times values
/// @param end what is handed back
public record ListingLines(
    int queries,
    int keys,
    int values,
    int products,
    int ifScaled,
    int scale,
    int ifMasked,
    int mask,
    int softmax,
    int greatest,
    int shift,
    int exponentials,
    int sums,
    int divide,
    int output,
    int end) {

  /// Those of `assets/self-attention/listing.py`.
  static final ListingLines SELF_ATTENTION =
      new ListingLines(12, 13, 14, 15, 16, 17, 18, 20, 21, 5, 6, 7, 8, 9, 22, 23);
}

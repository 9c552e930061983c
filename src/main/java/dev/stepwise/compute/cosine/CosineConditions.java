package dev.stepwise.compute.cosine;

import dev.stepwise.compute.run.Condition;
import java.util.List;

/// What a search can be paused at.
public final class CosineConditions {
  /// Two documents are exactly equally similar.
  public static final Condition TIE = new Condition("tie", "Two documents tie");

  /// A vector has norm 0.
  public static final Condition ZERO_VECTOR = new Condition("zero-vector", "A vector is zero");

  /// Something is not a number.
  public static final Condition NOT_A_NUMBER =
      new Condition("not-a-number", "Something is not a number");

  /// A document points away from the query.
  public static final Condition NEGATIVE = new Condition("negative", "A similarity is negative");

  /// A document comes in among the best k.
  public static final Condition ENTERS_TOP =
      new Condition("enters-top", "A document enters the best k");

  /// All of them, in the order of a menu.
  public static final List<Condition> ALL =
      List.of(ENTERS_TOP, TIE, NEGATIVE, ZERO_VECTOR, NOT_A_NUMBER);

  private CosineConditions() {}
}

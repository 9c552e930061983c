package dev.stepwise.compute.exercise;

/// What was given cannot be run. Says where, what is wrong and what would be right; the message is
/// `what is wrong; what would be right`, fit to be shown.
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;

  /// @param place a JSON pointer into the scenario, such as `/parameters/k`; or a line of a file
  /// @param problem what is wrong, in a few words with the numbers in it
  /// @param remedy what would be right
  public InvalidInput(String place, String problem, String remedy) {
    super(problem + "; " + remedy);
    this.place = place;
  }

  private InvalidInput(String place, InvalidInput same) {
    super(same.getMessage());
    this.place = place;
  }

  /// The same where what was given stands inside of something else.
  ///
  /// @param outer its place, such as `/compare`
  public InvalidInput within(String outer) {
    return new InvalidInput(outer + place, this);
  }

  /// Where it is wrong.
  public String place() {
    return place;
  }
}

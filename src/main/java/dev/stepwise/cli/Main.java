package dev.stepwise.cli;

/// The one entry point.
public final class Main {
  private Main() {}

  /// Starts the program.
  public static void main(String[] args) {
    System.out.println("Stepwise " + String.join(",", args) + " " + Runtime.version());
    if (args.length > 0 && args[0].equals("fail")) System.exit(2);
  }
}

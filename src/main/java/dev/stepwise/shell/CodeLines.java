package dev.stepwise.shell;

import dev.stepwise.lesson.Listing;
import dev.stepwise.panel.CodePanel;
import dev.stepwise.playback.Execution;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.session.Workspace;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The lines of the code and the run: a line leads to its next execution, and playing pauses at it.
///
/// @param announce told what cannot be seen otherwise
/// @param hunting whether a mistake is looked for: which step executes which line would tell it
record CodeLines(
    Listing listing, CodePanel code, Consumer<String> announce, BooleanSupplier hunting) {

  /// Lets the lines lead a run.
  void follow(Workspace<?, ?> workspace) {
    code.setExecuted(new HashSet<>(listing.anchors().values()));
    code.setOnCopied(() -> announce.accept("The code is copied"));
    code.setOnLine(line -> lead(line, anchors -> goTo(line, anchors, workspace)));
    code.setOnBreak(line -> lead(line, anchors -> toggle(anchors, workspace)));
    workspace.onState(state -> code.showBreaks(broken(state)));
  }

  private void lead(int line, Consumer<Set<String>> there) {
    var anchors = anchors(line);
    if (hunting.getAsBoolean()) {
      announce.accept("The lines lead nowhere while you look for a mistake");
    } else if (anchors.isEmpty()) {
      announce.accept("Line %d has no step of its own".formatted(line));
    } else {
      there.accept(anchors);
    }
  }

  private void goTo(int line, Set<String> anchors, Workspace<?, ?> workspace) {
    workspace.player().ifPresent(player -> player.toExecution(anchors, found -> tell(line, found)));
  }

  private static void toggle(Set<String> anchors, Workspace<?, ?> workspace) {
    workspace.player().ifPresent(player -> player.toggleLineBreak(anchors));
  }

  private void tell(int line, Execution found) {
    switch (found) {
      case Execution.Later _ -> {}
      case Execution.FromStart _ ->
          announce.accept(
              "No later step executes line %d: this is the first one that does".formatted(line));
      case Execution.OnlyHere _ ->
          announce.accept("This step alone executes line %d".formatted(line));
      case Execution.Never _ ->
          announce.accept("No step of this run executes line %d".formatted(line));
      case Execution.TooFar(int looked) ->
          announce.accept(
              String.format(
                  Locale.ROOT,
                  "None of %,d steps looked at executes line %d; the search ended there",
                  looked,
                  line));
    }
  }

  private Set<Integer> broken(PlayerState<?> state) {
    return state.lineBreaks().stream()
        .map(listing::line)
        .filter(line -> line > 0)
        .collect(Collectors.toSet());
  }

  private Set<String> anchors(int line) {
    return listing.anchors().entrySet().stream()
        .filter(anchor -> anchor.getValue() == line)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}

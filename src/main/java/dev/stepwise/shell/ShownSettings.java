package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.practice.Mode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows the settings of the problem that is open: their values, which make no difference, and
/// which teaching variants are in force. A mistake that is hunted is not told.
final class ShownSettings {
  private static final String HIDDEN = "One mistake hides in this run: find it.";

  private final Schema schema;
  private final List<SettingField> fields;
  private final StageTools tools;
  private Given given = Given.nothing();
  private Map<String, String> idle = Map.of();
  private Mode mode = Mode.WATCH;
  private Optional<String> kept = Optional.empty();

  ShownSettings(Schema schema, List<SettingField> fields, StageTools tools) {
    this.schema = schema;
    this.fields = fields;
    this.tools = tools;
  }

  /// Shows a problem.
  ///
  /// @param reasons why settings make no difference, by their names: they are dimmed, and say so to
  ///   whoever points at them
  void show(Given problem, Map<String, String> reasons) {
    given = problem;
    idle = reasons;
    show();
  }

  /// Shows in which way the run is practised.
  void show(Mode practised) {
    mode = practised;
    show();
  }

  /// Keeps all as they are, for a reason; empty to let them be changed.
  void lock(Optional<String> reason) {
    kept = reason;
    show();
  }

  private void show() {
    var values = new HashMap<>(given.parameters());
    var reasons = new HashMap<>(idle);
    var variants = schema.variants(values);
    if (mode == Mode.HUNT) {
      values.replace(Mistakes.PARAMETER, Mistakes.NONE);
      reasons.put(Mistakes.PARAMETER, HIDDEN);
      variants = List.of("a mistake for you to find");
    }
    for (var field : fields) {
      var name = field.field().name();
      Optional.ofNullable(values.get(name)).ifPresent(field.setter()::set);
      field.rest(kept.or(() -> Optional.ofNullable(reasons.get(name))));
    }
    tools.showVariants(variants);
  }
}

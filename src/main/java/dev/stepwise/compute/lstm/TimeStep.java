package dev.stepwise.compute.lstm;

import java.util.stream.IntStream;

/// A time step of a sequence, with what came before it.
///
/// @param t from 0
public record TimeStep(LstmProblem problem, History history, int t) {

  /// What happened to a unit's memory, by its size before and after.
  public enum Change {
    /// It was near 0 and is so still.
    STAYS_EMPTY("stays near 0", "stay near 0"),
    /// It was near 0 and is not any more.
    FILLS("fills", "fill"),
    /// The gate is more than half shut and the added part is the larger: something new stands
    /// there.
    OVERWRITES("is overwritten", "are overwritten"),
    /// It moves by little.
    HOLDS("holds", "hold"),
    /// It changes its sign.
    TURNS("changes its sign", "change their sign"),
    /// It is larger, above or below 0.
    GROWS("grows", "grow"),
    /// It is nearer to 0.
    FADES("fades", "fade");

    private final String verb;
    private final String plural;

    Change(String verb, String plural) {
      this.verb = verb;
      this.plural = plural;
    }

    /// What the unit does: `holds`.
    public String verb() {
      return verb;
    }

    /// What several units do: `hold`.
    public String plural() {
      return plural;
    }
  }

  /// Nearer to 0 there is no memory to speak of.
  private static final double NOTHING = 0.005;

  /// What is no larger does not fill an empty memory; a memory that moves by no more than this
  /// share of it, and by no more than this, holds.
  private static final double LITTLE = 0.05;

  private static final double HALF = 0.5;

  /// Which kind of cell.
  public Cell cell() {
    return problem.cell();
  }

  /// How many units.
  public int hidden() {
    return problem.hidden();
  }

  /// The input.
  public double[] x() {
    return problem.x()[t];
  }

  /// The state that it starts from.
  public State before() {
    return history.before(t);
  }

  /// The memory that it starts from: c where there is one, else h.
  public double[] memoryBefore() {
    return before().values(cell().memory());
  }

  /// Everything that it computes.
  public Moment moment() {
    return history.moment(t);
  }

  /// One number of a quantity.
  public double value(Quantity quantity, int unit) {
    return moment().values(quantity)[unit];
  }

  /// The vector that a layer's weights act on.
  public double[] input(Quantity layer) {
    return moment().values(layer.layerInput());
  }

  /// The weighted sum behind a neuron: W·v + b.
  public double sum(Quantity layer, int unit) {
    return problem.mistake().sum(problem.recurrentCell().layer(layer), unit, input(layer));
  }

  /// What happened to a unit's memory. Only of cells that keep and add.
  public Change change(int unit) {
    double before = memoryBefore()[unit];
    double after = value(cell().memory(), unit);
    if (Math.abs(before) < NOTHING) {
      return Math.abs(after) < LITTLE ? Change.STAYS_EMPTY : Change.FILLS;
    }
    boolean addedMore =
        Math.abs(value(Quantity.ADDED, unit)) > Math.abs(value(Quantity.KEPT, unit));
    if (addedMore && value(cell().keepGate(), unit) < HALF) {
      return Change.OVERWRITES;
    }
    if (Math.abs(after - before) <= LITTLE * Math.min(1, Math.abs(before))) {
      return Change.HOLDS;
    }
    if (turns(unit) && Math.abs(after) >= NOTHING) {
      return Change.TURNS;
    }
    return Math.abs(after) > Math.abs(before) ? Change.GROWS : Change.FADES;
  }

  /// Whether a unit's memory changes from above 0 to below, or the other way.
  public boolean turns(int unit) {
    return Math.signum(memoryBefore()[unit]) * Math.signum(value(cell().memory(), unit)) < 0;
  }

  /// The units whose memory moves the most, more than one where they tie; none where none moves.
  public int[] mostMoved() {
    double[] before = memoryBefore();
    double[] after = moment().values(cell().memory());
    double most =
        IntStream.range(0, after.length)
            .mapToDouble(unit -> Math.abs(after[unit] - before[unit]))
            .max()
            .orElse(0);
    return most == 0
        ? new int[0]
        : IntStream.range(0, after.length)
            .filter(unit -> Math.abs(after[unit] - before[unit]) == most)
            .toArray();
  }

  /// How many units changed so.
  public int count(Change change) {
    return (int) IntStream.range(0, hidden()).filter(unit -> change(unit) == change).count();
  }

  /// The time step before.
  ///
  /// @throws IndexOutOfBoundsException when asked of the first one and used
  public TimeStep previous() {
    return new TimeStep(problem, history, t - 1);
  }

  /// What the time step is called: its number from 1, with its letter where it has one.
  public String name() {
    var labels = problem.labels();
    return labels.isEmpty() ? Integer.toString(t + 1) : (t + 1) + " ‘" + labels.get(t) + "’";
  }
}

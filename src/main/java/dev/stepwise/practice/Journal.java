package dev.stepwise.practice;

import dev.stepwise.quiz.Certainty;
import dev.stepwise.quiz.Review;
import dev.stepwise.quiz.Review.Correctness;
import dev.stepwise.quiz.Review.Part;
import dev.stepwise.session.Listeners;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What is remembered of a learner's answers, over all exercises. Used on the window's thread.
public final class Journal {
  private final InstantSource clock;
  private BooleanSupplier keeps = () -> true;
  private final Listeners<Review> onChange = new Listeners<>();
  private Review review;

  /// @param review what was remembered before
  public Journal(Review review, InstantSource clock) {
    this.review = review;
    this.clock = clock;
  }

  /// What is remembered.
  public Review review() {
    return review;
  }

  /// The day.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
  }

  /// Sets who says whether anything is added.
  public void setKeeps(BooleanSupplier asked) {
    keeps = asked;
  }

  /// Listens to something being added.
  ///
  /// @return ends it
  public Runnable onChange(Consumer<? super Review> listener) {
    return onChange.add(listener);
  }

  /// An answer to a question or a number.
  void answered(String exercise, String kind, Certainty certainty, Correctness correctness) {
    add(review.answered(exercise, kind, certainty, correctness, today()));
  }

  /// A part of an exercise was got so far.
  ///
  /// @param share 0 to 1
  public void reached(String exercise, Part part, double share) {
    add(review.reached(exercise, part, share));
  }

  /// A section of the lesson on an exercise was read.
  ///
  /// @param section its name in links
  public void read(String exercise, String section) {
    add(review.read(exercise, section));
  }

  /// Forgets everything.
  public void reset() {
    become(Review.EMPTY);
  }

  private void add(Review next) {
    if (keeps.getAsBoolean()) {
      become(next);
    }
  }

  private void become(Review next) {
    if (!next.equals(review)) {
      review = next;
      onChange.tell(next);
    }
  }
}

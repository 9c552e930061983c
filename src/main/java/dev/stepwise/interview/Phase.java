package dev.stepwise.interview;

/// What an interview is at.
public enum Phase {
  /// The problem is worked on, with nudges.
  PROBLEM,
  /// The interviewer asks further.
  QUESTIONS,
  /// The candidate rates the interview.
  RATING
}

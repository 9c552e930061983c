package dev.stepwise.shell.practising;

import dev.stepwise.practice.Practice;
import dev.stepwise.practice.Task;
import dev.stepwise.quiz.Certainty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of an open question: 1 to 9 choose, A, S and D answer as a guess, fairly sure and
/// certain, three neighbours on the keyboard; Enter goes on after an answer.
final class AnswerKeys {
  private AnswerKeys() {}

  /// The key that answers.
  static String of(Certainty certainty) {
    return switch (certainty) {
      case GUESS -> "A";
      case FAIRLY -> "S";
      case CERTAIN -> "D";
    };
  }

  /// Does what a key asks for; false where it is none of these, or nothing is asked.
  static boolean take(KeyEvent event, Practice<?, ?> practice) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    return switch (practice.task()) {
      case Task.Asked asked -> answer(event.getCode(), asked, practice);
      case Task.Answered _ when event.getCode() == KeyCode.ENTER -> {
        practice.goOn();
        yield true;
      }
      case Task.AtWork(var sheet) when event.getCode() == KeyCode.ENTER && sheet.isDone() -> {
        practice.goOn();
        yield true;
      }
      default -> false;
    };
  }

  private static boolean answer(KeyCode code, Task.Asked asked, Practice<?, ?> practice) {
    int digit = digit(code);
    if (digit >= 1 && digit <= asked.answer().options().size()) {
      practice.pick(digit - 1);
      return true;
    }
    for (var certainty : Certainty.values()) {
      if (code.getName().equals(of(certainty))) {
        practice.answer(certainty);
        return true;
      }
    }
    return false;
  }

  private static int digit(KeyCode code) {
    return code.isDigitKey() || code.isKeypadKey()
        ? code.getName().chars().filter(Character::isDigit).map(c -> c - '0').findFirst().orElse(0)
        : 0;
  }
}

package dev.stepwise.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A test class that uses what a process has once: the window that has the keys, the standard
/// streams, or JavaFX's text layout on another thread than JavaFX's own.
///
/// Such classes run one after another on the thread of the whole suite. All others may run beside
/// them, also those that draw by [Fx#call], where JavaFX's thread does one thing after another.
/// `HabitsTest` holds that whoever opens windows has this annotation.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Execution(ExecutionMode.SAME_THREAD)
public @interface OneAtATime {}

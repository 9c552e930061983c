/// Scenario files and tables: read, checked and written.
@NullMarked
package dev.stepwise.scenario;

import org.jspecify.annotations.NullMarked;

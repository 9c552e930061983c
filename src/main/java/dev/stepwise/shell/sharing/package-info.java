/// What students and teachers take away from a run: pictures, films, traces, tables.
@org.jspecify.annotations.NullMarked
package dev.stepwise.shell.sharing;

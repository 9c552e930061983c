package dev.stepwise.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs a Python program in a process of its own: with an environment of its own, in a folder of
/// its own, without input, for a limited time and with a limited output. When it is over, nothing
/// that it started is left.
///
/// @param python what runs it
/// @param limit how long it may run
record Sandbox(Python python, Duration limit) {
  private static final int MOST_OUTPUT = 1 << 20;
  private static final int KEPT = 16 << 10;
  private static final String MARK = "STEPWISE_CHECK";
  private static final int PAUSE = 20;

  /// How a run ended.
  enum End {
    /// By itself.
    DONE,
    /// It ran for too long.
    LATE,
    /// It printed too much.
    LOUD,
    /// The thread that waited was interrupted.
    CANCELLED
  }

  /// What came of a run.
  ///
  /// @param printed the beginning of what it printed
  /// @param status what it said to the system, where it ended by itself
  record Outcome(End end, String printed, int status) {}

  /// Runs a program.
  ///
  /// @param program the program's file
  /// @param folder where it runs
  Outcome run(Path program, Path folder) throws IOException {
    var mark = UUID.randomUUID().toString();
    var command = new ArrayList<>(python.command());
    command.addAll(List.of("-I", "-u", "-B", program.toString()));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Python.nothing());
    scrub(builder.environment(), folder, mark);
    var process = builder.start();
    var output = new ByteArrayOutputStream();
    var loud = new AtomicBoolean();
    var reader = Thread.ofVirtual().start(() -> read(process.getInputStream(), output, loud));
    var end = End.DONE;
    try {
      long until = System.nanoTime() + limit.toNanos();
      while (!process.waitFor(PAUSE, TimeUnit.MILLISECONDS)) {
        if (loud.get()) {
          end = End.LOUD;
          break;
        }
        if (System.nanoTime() > until) {
          end = End.LATE;
          break;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      end = End.CANCELLED;
    } finally {
      endAll(process, mark);
    }
    join(reader);
    end = end == End.DONE && loud.get() ? End.LOUD : end;
    String printed;
    synchronized (output) {
      printed = output.toString(StandardCharsets.UTF_8);
    }
    return new Outcome(end, printed, process.isAlive() ? -1 : process.exitValue());
  }

  private static void join(Thread reader) {
    boolean interrupted = Thread.interrupted();
    try {
      reader.join(Duration.ofSeconds(1));
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void read(InputStream in, ByteArrayOutputStream output, AtomicBoolean loud) {
    var buffer = new byte[8192];
    long total = 0;
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
        synchronized (output) {
          output.write(buffer, 0, Math.clamp(KEPT - output.size(), 0, n));
        }
        if (total > MOST_OUTPUT) {
          loud.set(true);
          return;
        }
      }
    } catch (IOException _) {
      // the process is gone
    }
  }

  /// What a program needs to find its own libraries, and nothing that is the user's.
  private static void scrub(Map<String, String> environment, Path folder, String mark) {
    var kept = new java.util.HashMap<String, String>();
    for (var name : List.of("PATH", "SystemRoot", "SYSTEMROOT", "windir", "LANG", "LC_ALL")) {
      var value = environment.get(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    environment.clear();
    environment.putAll(kept);
    for (var name : List.of("HOME", "USERPROFILE", "TMP", "TEMP", "TMPDIR", "MPLCONFIGDIR")) {
      environment.put(name, folder.toString());
    }
    environment.put("MPLBACKEND", "Agg");
    environment.put("PYTHONIOENCODING", "utf-8");
    environment.put("PYTHONUTF8", "1");
    for (var name : List.of("OPENBLAS", "OMP", "MKL", "NUMEXPR", "VECLIB_MAXIMUM")) {
      environment.put(name + "_NUM_THREADS", "1");
    }
    environment.put(MARK, mark);
  }

  /// Ends the process, what it started, and on Linux also what has left its family: each carries a
  /// mark in its environment.
  private static void endAll(Process process, String mark) {
    for (int round = 0; round < 20; round++) {
      var family = new ArrayList<>(process.descendants().toList());
      if (process.isAlive()) {
        family.add(process.toHandle());
      }
      family.addAll(marked(mark));
      if (family.isEmpty()) {
        return;
      }
      family.forEach(ProcessHandle::destroyForcibly);
      try {
        process.waitFor(PAUSE, TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        // what is left is ended all the same; the caller hears of it
        Thread.currentThread().interrupt();
      }
    }
  }

  private static List<ProcessHandle> marked(String mark) {
    var root = Path.of("/proc");
    var found = new ArrayList<ProcessHandle>();
    if (!Files.isDirectory(root)) {
      return found;
    }
    try (var entries = Files.newDirectoryStream(root, "[0-9]*")) {
      for (var entry : entries) {
        if (carries(entry.resolve("environ"), mark)) {
          ProcessHandle.of(Long.parseLong(entry.getFileName().toString())).ifPresent(found::add);
        }
      }
    } catch (IOException _) {
      // a system that shows no processes
    }
    return found;
  }

  private static boolean carries(Path environment, String mark) {
    try {
      return Files.isReadable(environment)
          && new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
              .contains(MARK + "=" + mark);
    } catch (IOException _) {
      return false; // it is gone, or somebody else's
    }
  }
}

package dev.stepwise.cli;

import dev.stepwise.scenario.Nearest;
import dev.stepwise.scenario.ScenarioException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: words in, exit status out. Whatever goes wrong becomes a line or two for the
/// user, never a stack trace.
public final class CommandLineApp {
  private static final Pattern FILE_NAME =
      Pattern.compile("\\.(json|stepwise)$", Pattern.CASE_INSENSITIVE);

  private final Context context;
  private final CrashLog crashLog;

  /// @param context what the commands work with
  /// @param crashLog where defects go
  public CommandLineApp(Context context, CrashLog crashLog) {
    this.context = context;
    this.crashLog = crashLog;
  }

  private CommandLine commands() {
    var commands =
        new CommandLine(new StepwiseCommand(context))
            .addSubcommand(new OpenCommand(context))
            .addSubcommand(new ListCommand(context))
            .addSubcommand(new ScenarioCommand(context))
            .addSubcommand(new TraceCommand(context))
            .addSubcommand(new QuestionsCommand(context))
            .addSubcommand(new SheetCommand(context))
            .addSubcommand(new LectureCommand(context))
            .addSubcommand(new CheckCommand(context))
            .addSubcommand(new RenderCommand(context))
            .addSubcommand(new AnimateCommand(context))
            .addSubcommand(new AutoComplete.GenerateCompletion());
    commands
        .setOut(
            new PrintWriter(
                new OutputStreamWriter(context.standardOutput(), StandardCharsets.UTF_8), true))
        .setErr(
            new PrintWriter(
                new OutputStreamWriter(context.messages(), context.messages().charset()), true))
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(this::wrongWords)
        .setExecutionExceptionHandler(this::failed);
    return commands;
  }

  /// Runs a command.
  ///
  /// @param args its words
  /// @return one of [ExitStatus]
  public int run(String... args) {
    try {
      return args.length == 0 ? openWindow() : execute(args);
    } catch (RuntimeException | Error e) {
      return defect(e);
    }
  }

  /// Most starts have no words, and need not wait until all commands are made.
  private int openWindow() {
    try {
      context.launcher().launch(Opening.home());
      return ExitStatus.DONE;
    } catch (Exception e) {
      return failed(e);
    }
  }

  private int execute(String... args) {
    var commands = commands();
    return isFile(args, commands) ? openFile(args[0]) : commands.execute(args);
  }

  /// Nobody reads the messages of what was started by a double click: what is wrong with the file
  /// is said in the window too.
  private int openFile(String name) {
    try {
      var opening = Opening.of(context.lectures().load(Path.of(name)), Path.of(name));
      context.launcher().launch(opening);
      return ExitStatus.DONE;
    } catch (InvalidPathException _) {
      context.messages().println(name + ": is no name that a file can have here");
      return ExitStatus.WRONG_INPUT;
    } catch (ScenarioException wrong) {
      int status = wrongInput(wrong);
      return sayInWindow(wrong, status);
    } catch (Exception e) {
      return failed(e);
    }
  }

  private int sayInWindow(Exception wrong, int status) {
    try {
      context.launcher().launch(Opening.saying(String.valueOf(wrong.getMessage())));
      return status;
    } catch (Exception e) {
      return failed(e);
    }
  }

  /// What a system runs when a file of ours is opened there: the file's name alone.
  private static boolean isFile(String[] args, CommandLine commands) {
    return args.length == 1
        && !args[0].startsWith("-")
        && !commands.getSubcommands().containsKey(args[0])
        && FILE_NAME.matcher(args[0]).find();
  }

  private int wrongWords(ParameterException e, String[] args) {
    var command = e.getCommandLine();
    context.messages().println(oneLine(message(e, command)));
    context
        .messages()
        .println("'" + command.getCommandSpec().qualifiedName() + " --help' shows what there is.");
    return ExitStatus.WRONG_WORDS;
  }

  private static String message(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      var word = unmatched.getUnmatched().getFirst();
      var known = command.getSubcommands().keySet();
      return known.isEmpty() || word.startsWith("-")
          ? "'" + word + "' is not understood; leave it out"
          : "there is no command '" + word + "'; " + Nearest.remedy(word, List.copyOf(known));
    }
    return String.valueOf(e.getMessage());
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private int failed(Exception e, CommandLine command, ParseResult parsed) {
    return failed(e);
  }

  private int failed(Exception e) {
    return switch (e) {
      case Output.ReaderGone _ -> ExitStatus.DONE;
      case ScenarioException wrong -> wrongInput(wrong);
      case CommandException wrong -> wrongInput(wrong);
      default -> defect(e);
    };
  }

  private int wrongInput(Exception wrong) {
    context.messages().println(wrong.getMessage());
    return ExitStatus.WRONG_INPUT;
  }

  private int defect(Throwable defect) {
    var log = crashLog.record(defect);
    context
        .messages()
        .println(
            "Stepwise failed, which is a defect of ours; "
                + log.map(file -> "details are in " + file).orElse("and no log could be written"));
    return ExitStatus.DEFECT;
  }
}

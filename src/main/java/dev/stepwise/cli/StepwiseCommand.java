package dev.stepwise.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

@Command(
    name = "stepwise",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = StepwiseCommand.Version.class,
    description =
        "A debugger for machine-learning algorithms. Without a command it opens a window.",
    footer = {
      "%nExamples:",
      "  stepwise list",
      "  stepwise scenario k-means --preset bad-start -o bad.json",
      "  stepwise render bad.json --step 2.1.97 -o picture.png",
      "  source <(stepwise generate-completion)    # Tab completes words",
      "%nExit status: 0 done, 1 wrong input, 2 wrong command, 70 a defect of Stepwise."
    })
final class StepwiseCommand implements Callable<Integer> {
  private final Context context;

  StepwiseCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    context.launcher().launch(Opening.home());
    return ExitStatus.DONE;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var module = StepwiseCommand.class.getModule().getDescriptor();
      var number =
          Optional.ofNullable(module)
              .flatMap(ModuleDescriptor::rawVersion)
              // In an installed app it stands in the jar's manifest.
              .or(() ->
                  Optional.ofNullable(
                      StepwiseCommand.class.getPackage().getImplementationVersion()));
      return new String[] {"Stepwise " + number.orElse("(development version)")};
    }
  }
}

package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Run;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.formula.Formulas;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import dev.stepwise.view.multihead.MultiHeadView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OneAtATime
class StageModelTest {
  private final AttentionView view = new AttentionView();
  private final AttentionProblem problem = view.exercise().problem(Given.nothing());
  private final Run<AttentionFrame> run = view.exercise().run(problem);
  private final StageModel<AttentionProblem, AttentionFrame> model = opened();

  private StageModel<AttentionProblem, AttentionFrame> opened() {
    var made = new StageModel<>(view);
    made.setProblem(problem);
    made.show(run.step(0));
    return made;
  }

  private StageNode<AttentionProblem, AttentionFrame> seen(int width, int height) {
    var stage =
        new StageNode<>(model, new Formulas(), new Look(Palette.LIGHT, 1, Look.Density.WINDOW));
    Fx.scene(stage, width, height, Palette.LIGHT);
    stage.layout();
    return stage;
  }

  @Test
  void two_places_show_one_stage_and_one_of_them_can_be_closed() {
    Fx.run(() -> {
      var here = seen(800, 600);
      var there = seen(600, 450);
      model.show(run.step(1));
      var shown = here.hits();
      assertThat(shown.all()).isNotEmpty();
      assertThat(there.hits().all()).hasSameSizeAs(shown.all());
      there.close();
      var last = there.hits();
      model.show(run.step(2));
      assertThat(here.hits()).isNotSameAs(shown);
      assertThat(there.hits()).isSameAs(last);
    });
  }

  @Test
  void what_was_chosen_and_pinned_is_so_again_once_it_is_drawn() {
    Fx.run(() -> {
      var stage = seen(800, 600);
      var option = view.options().getFirst();
      var choice = option.choices().getLast();
      model.restoring(Map.of(option.id(), choice), List.of("token[1]")).run();
      assertThat(model.interaction().choice(option)).isEqualTo(choice);
      model.setProblem(problem);
      model.show(run.step(0));
      assertThat(stage.hits().of(new OfToken(1))).isPresent();
      assertThat(model.interaction().pinned()).contains(new OfToken(1));
      assertThat(model.pins()).containsExactly("token[1]");
    });
  }

  @Test
  void a_pin_that_the_picture_has_not_is_never_set() {
    Fx.run(() -> {
      seen(800, 600);
      model.restoring(Map.of(), List.of("token[9999]")).run();
      model.show(run.step(1));
      assertThat(model.interaction().pinned()).isEmpty();
    });
  }

  @Test
  void what_an_exercise_does_not_have_is_refused_by_its_place() {
    var option = view.options().getFirst().id();
    refused(Map.of("nothing", "x"), List.of(), "/at/choices/nothing");
    refused(Map.of(option, "no such"), List.of(), "/at/choices/" + option);
    refused(Map.of(), List.of("unit[1]"), "/at/pins/0");
    refused(Map.of(), List.of("token[1,2]"), "/at/pins/0");
    refused(Map.of(), List.of("token"), "/at/pins/0");
    assertThat(model.interaction()).isEqualTo(Interaction.NONE);
  }

  private void refused(Map<String, String> choices, List<String> pins, String place) {
    assertThatThrownBy(() -> model.restoring(choices, pins))
        .isInstanceOfSatisfying(
            InvalidInput.class, reason -> assertThat(reason.place()).isEqualTo(place));
  }

  @Test
  void names_of_pins_are_read_as_what_they_were_written_for() {
    var kinds = new MultiHeadView().pinKinds();
    var pins = Map.of("head[2]", new OfHead(2), "head-token[1,4]", new InHead(1, new OfToken(4)));
    pins.forEach((name, element) -> {
      assertThat(kinds.stream().flatMap(kind -> kind.name(element).stream())).containsExactly(name);
      assertThat(kinds.stream().flatMap(kind -> kind.named(name).stream()))
          .singleElement()
          .isEqualTo(element);
    });
  }

  @Test
  void a_step_of_another_problem_comes_from_nowhere_and_lets_go_of_what_was_pinned() {
    model.togglePin(new OfToken(0));
    var before = model.step();
    model.show(run.step(1));
    assertThat(model.before()).isPresent().isEqualTo(before);
    assertThat(model.interaction().pinned()).isPresent();
    model.setProblem(view.exercise().problem(Given.nothing()));
    assertThat(model.isLeaving()).isTrue();
    model.show(run.step(0));
    assertThat(model.before()).isEmpty();
    assertThat(model.interaction().pinned()).isEmpty();
  }
}

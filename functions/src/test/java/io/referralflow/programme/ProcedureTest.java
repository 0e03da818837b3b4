package io.referralflow.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The phases of a procedure.
class ProcedureTest {

  private static Phase phase(String id) {
    return new Phase(new PhaseId(id), id, id);
  }

  @Test
  void the_standard_one_is_screening_interview_and_offer() {
    assertThat(Procedure.STANDARD.phases())
        .extracting(phase -> phase.id().value())
        .containsExactly("screening", "interview", "offer");
    assertThat(Procedure.STANDARD.first().english()).isEqualTo("Screening");
    assertThat(Procedure.STANDARD.second().dutch()).isEqualTo("Gesprek");
    assertThat(Procedure.STANDARD.isFirst(new PhaseId("screening"))).isTrue();
    assertThat(Procedure.STANDARD.isFirst(new PhaseId("interview"))).isFalse();
    assertThat(Procedure.STANDARD.find(new PhaseId("assessment"))).isEmpty();
  }

  @Test
  void it_has_one_to_ten_phases() {
    var ten = IntStream.range(0, 10).mapToObj(i -> phase("p" + i)).toList();

    assertThat(new Procedure(ten).phases()).hasSize(10);
    assertThat(new Procedure(ten.subList(0, 1)).second()).isEqualTo(phase("p0"));
    assertThatThrownBy(() -> new Procedure(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Procedure(IntStream.range(0, 11).mapToObj(i -> phase("p" + i)).toList()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_phase_comes_twice() {
    assertThatThrownBy(() -> new Procedure(List.of(phase("talk"), phase("talk"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_phase_has_a_short_name() {
    assertThat(PhaseId.isValid("second-interview2")).isTrue();
    for (var wrong : List.of("", "Talk", "2nd", "-x", "a b", "x".repeat(31))) {
      assertThatThrownBy(() -> new PhaseId(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}

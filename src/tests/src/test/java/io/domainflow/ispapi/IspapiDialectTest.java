package io.domainflow.ispapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.domainflow.DomainflowTest;
import io.domainflow.ispapi.probe.IspapiProbe;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandNames;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReplaceContacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Errors in a command are detected before it is recorded as about to be sent. */
@DomainflowTest
class IspapiDialectTest {

  @Autowired private IspapiDialect dialect;
  @Autowired private List<IspapiProbe<?, ?>> probes;

  @Test
  void everyCommandThatChangesSomethingHasAProbe() {
    assertThat(probes.stream().map(probe -> probe.command().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(CommandNames.of(Mutation.class));
    assertThat(probes)
        .allSatisfy(
            probe ->
                assertThat(probe.getClass().getSimpleName())
                    .isEqualTo(probe.command().getSimpleName() + "Probe"));
  }

  @Test
  void aFieldThatWouldConfirmForTheResellerIsNotSent() {
    assertThatNoException().isThrownBy(() -> dialect.check(withField("X-US-NEXUS-CATEGORY")));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> dialect.check(withField("X-CONFIRM-DA-NEW-REGISTRANT")))
        .withMessageContaining("cannot be sent");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> dialect.check(withField("TRANSFERLOCK")));
  }

  private static ReplaceContacts withField(String name) {
    return new ReplaceContacts(
        DomainName.of("example.com"),
        Map.of(ContactRole.REGISTRANT, "P-ABC123"),
        new AdditionalFields(Map.of(name, "1")));
  }
}

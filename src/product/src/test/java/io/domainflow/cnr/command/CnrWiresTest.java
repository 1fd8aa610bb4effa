package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.account.Platform;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.registrar.CommandNames;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CnrWiresTest {

  @Test
  void everyCommandIsSaidOrIsNotOfferedForAReason() {
    Set<String> known =
        Stream.of(CnrWires.ALL.commands(), CnrWires.composed(), CnrWires.notOffered())
            .flatMap(Set::stream)
            .map(type -> ((Class<?>) type).getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(known).containsAll(CommandNames.of(Command.class));
    assertThat(CnrWires.notOffered(new CancelRegistrantChange(DomainName.of("a.com"))))
        .hasValueSatisfying(words -> assertThat(words).endsWith("."));
  }

  /** Its zones are created by a separate command. */
  @Test
  void theRegistrarsOwnDnsIsNotOffered() {
    DomainName name = DomainName.of("a.com");
    NameSettings lock = new NameSettings(null, true, null, null, Map.of());

    assertThat(CnrWires.notOffered(new UpdateDomain(name, NameSettings.NOTHING, true)))
        .hasValueSatisfying(words -> assertThat(words).endsWith("."));
    assertThat(CnrWires.notOffered(new UpdateDomain(name, lock, false))).isEmpty();
    assertThat(Platform.CNR.hasDns()).isFalse();
    assertThat(Platform.ISPAPI.hasDns()).isTrue();
  }

  @Test
  void whatIsNotOfferedIsNotSaidEither() {
    assertThat(CnrWires.ALL.commands()).doesNotContainAnyElementsOf(CnrWires.notOffered());
    assertThat(CnrWires.composed()).doesNotContainAnyElementsOf(CnrWires.notOffered());
  }

  /** A reader who knows a command finds its wire format at once. */
  @Test
  void aWireIsNamedAfterItsCommand() {
    assertThat(CnrWires.ALL.all())
        .allSatisfy(
            (command, wire) ->
                assertThat(wire.getClass().getSimpleName())
                    .isEqualTo(command.getSimpleName() + "Wire"));
  }
}

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

class CnrCodecsTest {

  @Test
  void everyCommandIsSaidOrIsNotOfferedForAReason() {
    Set<String> known =
        Stream.of(CnrCodecs.ALL.commands(), CnrCodecs.composed(), CnrCodecs.notOffered())
            .flatMap(Set::stream)
            .map(type -> ((Class<?>) type).getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(known).containsAll(CommandNames.of(Command.class));
    assertThat(CnrCodecs.notOffered(new CancelRegistrantChange(DomainName.of("a.com"))))
        .hasValueSatisfying(words -> assertThat(words).endsWith("."));
  }

  /** Its zones are created by a separate command. */
  @Test
  void theRegistrarsOwnDnsIsNotOffered() {
    DomainName name = DomainName.of("a.com");
    NameSettings lock = new NameSettings(null, true, null, null, Map.of());

    assertThat(CnrCodecs.notOffered(new UpdateDomain(name, NameSettings.NOTHING, true)))
        .hasValueSatisfying(words -> assertThat(words).endsWith("."));
    assertThat(CnrCodecs.notOffered(new UpdateDomain(name, lock, false))).isEmpty();
    assertThat(Platform.CNR.hasDns()).isFalse();
    assertThat(Platform.ISPAPI.hasDns()).isTrue();
  }

  @Test
  void whatIsNotOfferedIsNotSaidEither() {
    assertThat(CnrCodecs.ALL.commands()).doesNotContainAnyElementsOf(CnrCodecs.notOffered());
    assertThat(CnrCodecs.composed()).doesNotContainAnyElementsOf(CnrCodecs.notOffered());
  }

  /** A reader who knows a command finds its encoding at once. */
  @Test
  void aCodecIsNamedAfterItsCommand() {
    assertThat(CnrCodecs.ALL.all())
        .allSatisfy(
            (command, codec) ->
                assertThat(codec.getClass().getSimpleName())
                    .isEqualTo(command.getSimpleName() + "Codec"));
  }
}

package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.registrar.CommandNames;
import io.domainflow.registrar.command.Command;
import org.junit.jupiter.api.Test;

class WiresTest {

  @Test
  void everyCommandCanBeSaid() {
    assertThat(Wires.BY_COMMAND.keySet())
        .extracting(Class::getSimpleName)
        .containsAll(CommandNames.of(Command.class))
        .hasSizeGreaterThan(40);
  }
}

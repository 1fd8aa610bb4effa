package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.registrar.CommandNames;
import io.domainflow.registrar.command.Command;
import org.junit.jupiter.api.Test;

class IspapiWiresTest {

  @Test
  void everyCommandCanBeWritten() {
    assertThat(IspapiWires.ALL.commands())
        .extracting(Class::getSimpleName)
        .containsAll(CommandNames.of(Command.class))
        .hasSizeGreaterThan(40);
  }

  /** So that a reader who knows a command finds at once how it is said. */
  @Test
  void aWireIsNamedAfterItsCommand() {
    assertThat(IspapiWires.ALL.all())
        .allSatisfy(
            (command, wire) ->
                assertThat(wire.getClass().getSimpleName())
                    .isEqualTo(command.getSimpleName() + "Wire"));
  }
}

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

  /** A reader who knows a command finds its wire format at once. */
  @Test
  void aWireIsNamedAfterItsCommand() {
    assertThat(IspapiWires.ALL.all())
        .allSatisfy(
            (command, wire) ->
                assertThat(wire.getClass().getSimpleName())
                    .isEqualTo(command.getSimpleName() + "Wire"));
  }
}

package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.registrar.CommandNames;
import io.domainflow.registrar.command.Command;
import org.junit.jupiter.api.Test;

class IspapiCodecsTest {

  @Test
  void everyCommandCanBeWritten() {
    assertThat(IspapiCodecs.ALL.commands())
        .extracting(Class::getSimpleName)
        .containsAll(CommandNames.of(Command.class))
        .hasSizeGreaterThan(40);
  }

  /** A reader who knows a command finds its encoding at once. */
  @Test
  void aCodecIsNamedAfterItsCommand() {
    assertThat(IspapiCodecs.ALL.all())
        .allSatisfy(
            (command, codec) ->
                assertThat(codec.getClass().getSimpleName())
                    .isEqualTo(command.getSimpleName() + "Codec"));
  }
}

package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.registrar.command.Command;
import io.domainflow.wire.WireCommand;
import io.domainflow.wire.protocol.CommandText;
import io.domainflow.wire.protocol.ResponseParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Commands and answers in wire form. The files called {@code documented} hold the samples of the
 * registrar's command pages.
 */
final class Golden {

  private Golden() {}

  /** Asserts the exact text that goes over the wire. */
  static void assertWireForm(Command<?> command, String file) {
    WireCommand<?> said = IspapiWires.said(command);
    assertThat(CommandText.encode(said.name(), said.parameters()) + "\n")
        .isEqualTo(read(said.name() + "/" + file + ".command"));
  }

  /** The result that a command reads from an answer. */
  static <R> R result(Command<R> command, String file) {
    WireCommand<R> said = IspapiWires.said(command);
    return said.result(ResponseParser.parse(read(said.name() + "/" + file + ".response")));
  }

  private static String read(String file) {
    try (InputStream in =
        Golden.class.getResourceAsStream("/io/domainflow/ispapi/golden/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.ResponseParser;
import io.domainflow.registrar.command.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Commands and answers in the form of the protocol. The files called {@code documented} hold the
 * samples of the registrar's command pages.
 */
final class Golden {

  private Golden() {}

  /** Asserts the exact text that goes over the codec. */
  static void assertEncoded(Command<?> command, String file) {
    EncodedCommand<?> encoded = IspapiCodecs.encode(command);
    assertThat(CommandText.encode(encoded.name(), encoded.parameters()) + "\n")
        .isEqualTo(read(encoded.name() + "/" + file + ".command"));
  }

  /** The result that a command reads from an answer. */
  static <R> R result(Command<R> command, String file) {
    EncodedCommand<R> encoded = IspapiCodecs.encode(command);
    return encoded.result(ResponseParser.parse(read(encoded.name() + "/" + file + ".response")));
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

package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResponseParser;
import io.domainflow.registrar.command.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Commands and answers in the form of the protocol. The files called {@code recorded} hold answers
 * of the registrar's test system as its own SDK has recorded them; in the others, names and columns
 * are those that its modules and pages know.
 */
public final class Golden {

  private Golden() {}

  /** Asserts the exact text that goes over the codec. */
  static void assertEncoded(Command<?> command, String name, String file) {
    EncodedCommand<?> encoded = CnrCodecs.encode(command);
    assertThat(encoded.name()).isEqualTo(name);
    assertThat(CommandText.encode(encoded.name(), encoded.parameters()) + "\n")
        .isEqualTo(read(name + "/" + file + ".command"));
  }

  /** The result that a command reads from an answer. */
  static <R> R result(Command<R> command, String file) {
    EncodedCommand<R> encoded = CnrCodecs.encode(command);
    return encoded.result(answer(encoded.name(), file));
  }

  /** An answer to a command of the registrar. */
  public static RegistrarResponse answer(String name, String file) {
    return ResponseParser.parse(read(name + "/" + file + ".response"));
  }

  private static String read(String file) {
    try (InputStream in = Golden.class.getResourceAsStream("/io/domainflow/cnr/golden/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

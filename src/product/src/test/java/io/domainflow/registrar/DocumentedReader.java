package io.domainflow.registrar;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.ispapi.command.PriceClassName;
import io.domainflow.lineprotocol.AnswerMeaning;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResponseParser;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader with answers scripted by a test in the registrar's format, without a connection. Objects
 * without a scripted answer do not exist.
 */
public final class DocumentedReader implements Reader {

  private static final RegistrarResponse NOT_THERE =
      new RegistrarResponse(545, "Object not found", false, Map.of());

  private final Map<String, RegistrarResponse> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  /**
   * Scripts the answer from now on.
   *
   * @param command the registrar's name
   * @param properties such as {@code STATUS=ACTIVE}; the same name again is the next row
   */
  public DocumentedReader answer(
      String command, int code, String description, String... properties) {
    Map<String, List<String>> columns = new HashMap<>();
    for (String property : properties) {
      String[] pair = property.split("=", 2);
      columns.computeIfAbsent(pair[0], each -> new ArrayList<>()).add(pair[1]);
    }
    answers.put(command, new RegistrarResponse(code, description, false, columns));
    return this;
  }

  /** Scripts a success. */
  public DocumentedReader answer(String command, String... properties) {
    return answer(command, 200, "Command completed successfully", properties);
  }

  /** Scripts a sample from the registrar's pages. */
  public DocumentedReader documented(String command, String sample) {
    String file = "/io/domainflow/ispapi/golden/" + command + "/" + sample + ".response";
    try (InputStream in = DocumentedReader.class.getResourceAsStream(file)) {
      answers.put(
          command, ResponseParser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The registrar's names of the commands that were sent, in sequence. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public String account() {
    return "sandbox";
  }

  @Override
  public String priceClassOf(DomainName name) {
    return PriceClassName.ofZone(name.zone());
  }

  @Override
  public boolean renewsWhatIsRestored() {
    return false;
  }

  @Override
  public boolean chargesRenewalsLater() {
    return false;
  }

  @Override
  public boolean mayHidePending() {
    return false;
  }

  @Override
  public <R> R ask(Query<R> query) {
    EncodedCommand<R> said = IspapiCodecs.encode(query);
    asked.add(said.name());
    RegistrarResponse response = answers.getOrDefault(said.name(), NOT_THERE);
    return switch (AnswerMeaning.kindOf(response, false)) {
      case SUCCESS, NEGATIVE_CHECK -> said.result(response);
      case LOGIN_REFUSED -> throw AccessRefused.login("main", answer(response));
      default -> throw new Refused(said.name(), answer(response));
    };
  }

  private static Answer<Object> answer(RegistrarResponse response) {
    return new Answer<>(
        AnswerMeaning.kindOf(response, false),
        null,
        AnswerMeaning.reasonOf(response),
        response.code(),
        response.description(),
        response.code() + " " + response.description(),
        true,
        AnswerMeaning.isAway(response),
        Load.FINE);
  }
}

package io.domainflow.ote;

import io.domainflow.lineprotocol.Credentials;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.Endpoint;
import io.domainflow.lineprotocol.LineProtocolClient;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.NotAccepted;
import io.domainflow.registrar.NotSent;
import io.domainflow.registrar.command.Query;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One of the two compared sides, to which only queries are sent. */
final class ConsentSide {

  // The registrar's commands that only read have these prefixes. Those with other names are listed
  // in full.
  private static final Pattern QUESTION =
      Pattern.compile(
          "(Check|Query|Status).*|GetEnvironment|GetZoneInfo", Pattern.CASE_INSENSITIVE);

  private static final Pattern SECRET =
      Pattern.compile("(?i)([A-Z0-9-]*(?:AUTH|PASSWORD|TOKEN)[A-Z0-9-]*\\s*[=:]\\s*)\\S+");

  private static final Set<ResultCode> BUSY =
      EnumSet.of(
          ResultCode.SERVER_ERROR,
          ResultCode.TRY_AGAIN,
          ResultCode.NO_SESSION,
          ResultCode.USAGE_EXCEEDED,
          ResultCode.CONNECTION_CLOSED,
          ResultCode.TOO_MANY_SESSIONS);

  private final String name;
  private final LineProtocolClient client;
  private final OteSystem system;
  private final Endpoint endpoint;
  private final Credentials credentials;

  ConsentSide(
      String name, OteSystem system, LineProtocolClient client, URI url, Credentials credentials) {
    this.name = name;
    this.system = system;
    this.client = client;
    this.endpoint = system.endpoint(url);
    this.credentials = credentials;
  }

  /**
   * Sends a query.
   *
   * @return the answer, with secrets removed from its text
   * @throws Unanswered if the answer is not usable
   * @throws RunFailed if no query will be answered, or if this is not a query
   */
  RegistrarResponse ask(Query<?> question) {
    EncodedCommand<?> said = said(question);
    if (!QUESTION.matcher(said.name()).matches()) {
      throw new RunFailed(
          said.name()
              + " may change something: only Check…, Query… and Status… commands, GetEnvironment"
              + " and GetZoneInfo are sent. It was not sent and no money was spent.");
    }
    RegistrarResponse answer = withoutSecrets(send(said));
    Optional<ResultCode> code = ResultCode.of(answer.code());
    if (code.filter(ResultCode.AUTHENTICATION_FAILED::equals).isPresent()) {
      throw new RunFailed(
          "%s does not accept the login («%d %s»). Check %s and %s; nothing was compared."
              .formatted(
                  name,
                  answer.code(),
                  answer.description(),
                  OteSettings.LOGIN,
                  OteSettings.PASSWORD));
    }
    if (code.filter(BUSY::contains).isPresent()) {
      throw new Unanswered("%s says «%d %s»".formatted(name, answer.code(), answer.description()));
    }
    return answer;
  }

  /**
   * Asks for one property.
   *
   * @throws LeftOut if it is not stated
   */
  String stated(String property, Query<?> question) {
    return ask(question)
        .first(property)
        .orElseThrow(
            () ->
                new LeftOut(
                    "%s states no %s in %s".formatted(name, property, said(question).name())));
  }

  /** A query in the line protocol. */
  @SuppressWarnings("unchecked")
  <R> EncodedCommand<R> said(Query<R> question) {
    return question instanceof Cases.Raw raw
        ? (EncodedCommand<R>) raw.said()
        : system.say(question);
  }

  private RegistrarResponse send(EncodedCommand<?> question) {
    try {
      return client.send(endpoint, credentials, question);
    } catch (NotSent | NotAccepted e) {
      throw new RunFailed(
          "%s (%s) cannot be asked: %s. Only questions are sent, so nothing was changed or charged."
              .formatted(name, endpoint.url(), e.reason()));
    } catch (NoAnswer e) {
      throw new Unanswered(name + " gave no usable answer: " + e.reason());
    }
  }

  private RegistrarResponse withoutSecrets(RegistrarResponse answer) {
    String text = SECRET.matcher(answer.description()).replaceAll("$1***");
    return new RegistrarResponse(
        answer.code(),
        text.replace(credentials.password(), "***").replace(credentials.login(), "***"),
        answer.pending(),
        answer.properties());
  }
}

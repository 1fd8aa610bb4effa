package io.domainflow.lineprotocol;

import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.MalformedResponse;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResponseParser;
import io.domainflow.lineprotocol.message.SecretText;
import io.domainflow.registrar.CallFailed;
import io.domainflow.registrar.ConnectionProblem;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.NotAccepted;
import io.domainflow.registrar.NotSent;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one command in one HTTP request. Never repeats it and never follows a redirect: the caller,
 * who knows what the command costs, decides whether to send it again.
 *
 * <p>A call ends within its total timeout, whatever the other side does, and reads at most 2 MiB.
 * Only command, domain, result code and duration are logged; an auth code or personal data that the
 * registrar repeats in a description is removed.
 */
public final class LineProtocolClient {

  private static final Logger log = LoggerFactory.getLogger(LineProtocolClient.class);

  private static final int MAX_ANSWER_BYTES = 2 * 1024 * 1024;

  // A shorter value may be part of any word.
  private static final int SHORTEST_AUTH_CODE = 4;

  private static final int LONGEST_DESCRIPTION = 1_000;

  private final HttpClient http;
  private final Duration total;

  /**
   * Creates a client.
   *
   * @param http as created by {@link LineProtocolHttp}
   * @param total timeout of a call, from the start to the last byte of the answer
   */
  public LineProtocolClient(HttpClient http, Duration total) {
    this.http = http;
    this.total = total;
  }

  /**
   * Sends a command and waits for the answer, which may be a refusal: {@link
   * io.domainflow.lineprotocol.AnswerMeaning} interprets it.
   *
   * @throws IllegalArgumentException if a value of the command does not fit the protocol; nothing
   *     was sent
   * @throws NotSent if the registrar could not be reached; certainly not executed
   * @throws NotAccepted if the web server rejected the request; not executed
   * @throws NoAnswer if the command was sent and its outcome is unknown
   */
  public RegistrarResponse send(
      Endpoint endpoint, Credentials credentials, EncodedCommand<?> command) {
    Map<String, String> parameters = command.parameters();
    String text = CommandText.encode(command.name(), parameters);
    String domain = parameters.getOrDefault("DOMAIN", "-");
    long start = System.nanoTime();
    try {
      RegistrarResponse response =
          withoutSentData(read(exchange(endpoint, credentials, text)), parameters);
      if (!command.isAnsweredBy(response)) {
        throw NoAnswer.unusable("it is an answer about something else");
      }
      log.info(
          "{} {} answered {} after {} ms",
          command.name(),
          domain,
          response.code(),
          millisecondsSince(start));
      return response;
    } catch (CallFailed e) {
      log.warn(
          "{} {} failed after {} ms: {}",
          command.name(),
          domain,
          millisecondsSince(start),
          e.reason());
      throw e;
    }
  }

  private HttpResponse<byte[]> exchange(Endpoint endpoint, Credentials credentials, String text) {
    SingleUseBody body = new SingleUseBody(form(endpoint, credentials, text));
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.url())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "Domainflow")
            .POST(body)
            .build();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(request, info -> new BoundedBody(MAX_ANSWER_BYTES));
    try {
      // Not HttpRequest.timeout, which covers only the header and lets a slow body drip forever.
      return exchange.get(total.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
      throw body.withdraw() ? notSent(failure) : noAnswer(failure);
    } catch (TimeoutException e) {
      throw givenUp(body, exchange, ConnectionProblem.NO_ANSWER_IN_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw givenUp(body, exchange, ConnectionProblem.SHUTDOWN);
    }
  }

  private static CallFailed givenUp(
      SingleUseBody body,
      CompletableFuture<HttpResponse<byte[]>> exchange,
      ConnectionProblem trouble) {
    boolean nothingLeft = body.withdraw();
    exchange.cancel(true);
    return nothingLeft ? new NotSent(trouble, null) : new NoAnswer(trouble);
  }

  private static RegistrarResponse read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 401 || status == 403 || status == 404) {
      throw new NotAccepted(status);
    }
    if (status != 200) {
      throw NoAnswer.unusable("HTTP " + status);
    }
    if (response.body().length == 0) {
      throw NoAnswer.unusable("the answer is empty");
    }
    try {
      return ResponseParser.parse(new String(response.body(), StandardCharsets.UTF_8));
    } catch (MalformedResponse e) {
      throw NoAnswer.unusable(e.getMessage());
    }
  }

  // A description is shown to people and stored.
  private static RegistrarResponse withoutSentData(
      RegistrarResponse response, Map<String, String> parameters) {
    String description = SecretText.masked(response.description());
    String authCode = parameters.get("AUTH");
    if (authCode != null && authCode.length() >= SHORTEST_AUTH_CODE) {
      description = description.replace(authCode, "***");
    }
    description = SentValues.without(SentValues.personal(parameters), description);
    // afterwards, because truncation could leave part of a value
    return new RegistrarResponse(
        response.code(),
        RegistrarResponse.cut(description, LONGEST_DESCRIPTION),
        response.pending(),
        response.properties());
  }

  private static String form(Endpoint endpoint, Credentials credentials, String command) {
    return (endpoint.entity() == null ? "" : field("s_entity", endpoint.entity()) + "&")
        + field("s_login", credentials.login())
        + "&"
        + field("s_pw", credentials.password())
        + (credentials.clientAddress() == null
            ? ""
            : "&" + field("s_remoteaddr", credentials.clientAddress()))
        + "&"
        + field("s_command", command);
  }

  // URLEncoder does not encode the asterisk; the registrar requires it.
  private static String field(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("*", "%2A");
  }

  private static NotSent notSent(Throwable failure) {
    if (failure instanceof HttpConnectTimeoutException) {
      return new NotSent(ConnectionProblem.NO_CONNECTION_IN_TIME, failure);
    }
    if (failure.getCause() instanceof UnresolvedAddressException) {
      return new NotSent(ConnectionProblem.HOST_UNKNOWN, failure);
    }
    if (failure instanceof SSLException) {
      return new NotSent(ConnectionProblem.NO_SECURE_CONNECTION, failure);
    }
    if (failure instanceof ConnectException) {
      return new NotSent(ConnectionProblem.CONNECTION_REFUSED, failure);
    }
    return new NotSent(ConnectionProblem.CONNECTION_LOST, null);
  }

  private static NoAnswer noAnswer(Throwable failure) {
    return failure instanceof BoundedBody.TooLarge
        ? NoAnswer.unusable("the answer is too large")
        // the client may request the body before the handshake has failed
        : new NoAnswer(
            failure instanceof SSLException
                ? ConnectionProblem.NO_SECURE_CONNECTION
                : ConnectionProblem.CONNECTION_LOST);
  }

  private static long millisecondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}

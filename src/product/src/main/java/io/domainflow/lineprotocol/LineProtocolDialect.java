package io.domainflow.lineprotocol;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Dialect;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.Repeatable;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** The dialect of a platform with the line protocol: its codecs, its probes, its addresses. */
public abstract class LineProtocolDialect implements Dialect {

  private static final Logger log = LoggerFactory.getLogger(LineProtocolDialect.class);

  private final HttpClient http;
  private final Codecs codecs;
  private final List<? extends Probe<?, ?>> probes;

  protected LineProtocolDialect(
      HttpClient http, Codecs codecs, List<? extends Probe<?, ?>> probes) {
    this.http = http;
    this.codecs = codecs;
    this.probes = probes;
  }

  /**
   * The address of the sandbox: the configured one, else that in this application.
   *
   * @param path of the platform's endpoint in this application
   */
  // The port of a test or of --server.port=0 is known only once the server listens.
  protected static URI sandboxUrl(@Nullable URI set, Environment environment, String path) {
    return set != null
        ? set
        : URI.create(
            "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
  }

  /** The address of a system of the platform. */
  protected abstract Endpoint endpoint(RegistrarSystem system);

  @Override
  public String nameOf(Command<?> command) {
    return codecs.encode(command).name();
  }

  @Override
  public String describe(Command<?> command) {
    return AnswerText.sent(codecs.encode(command));
  }

  @Override
  public int points(Command<?> command) {
    return codecs.encode(command).points();
  }

  @Override
  public void check(Mutation<?> command) {
    EncodedCommand<?> encoded = codecs.encode(command);
    CommandText.encode(encoded.name(), encoded.parameters());
    probeOf(command);
  }

  @Override
  public <R> Answer<R> send(Accounts.Access access, Command<R> command, Duration longest) {
    return send(access, codecs.encode(command), longest);
  }

  /** Sends one command once and parses the answer. */
  protected <R> Answer<R> send(
      Accounts.Access access, EncodedCommand<R> encoded, Duration longest) {
    RegistrarResponse response =
        new LineProtocolClient(http, longest)
            .send(
                endpoint(access.account().system()),
                new Credentials(
                    access.account().login(), access.password(), access.account().clientAddress()),
                encoded);
    try {
      return read(encoded, response);
    } catch (RuntimeException e) {
      log.error("the answer to {} cannot be read", encoded.name(), e);
      throw NoAnswer.unusable("it cannot be read");
    }
  }

  private static <R> Answer<R> read(EncodedCommand<R> encoded, RegistrarResponse response) {
    Command<R> command = encoded.command();
    Kind kind = AnswerMeaning.kindOf(response, !(command instanceof Query));
    boolean alreadySo =
        kind == Kind.REFUSED
            && command instanceof Repeatable
            && ResultCode.of(response.code()).filter(encoded::meansAlreadyDone).isPresent();
    boolean checkedNo = kind == Kind.NEGATIVE_CHECK && command instanceof Query;
    boolean hasResult = kind == Kind.SUCCESS || checkedNo || alreadySo;
    return new Answer<>(
        alreadySo ? Kind.SUCCESS : kind,
        hasResult ? encoded.result(response) : null,
        AnswerMeaning.reasonOf(response),
        response.code(),
        response.description(),
        kind == Kind.SUCCESS
            ? String.valueOf(response.code())
            : AnswerText.answer(encoded, response),
        ResultCode.of(response.code()).isPresent(),
        AnswerMeaning.isAway(response),
        AnswerMeaning.loadOf(response));
  }

  @Override
  public <R> ProbeResult<R> probe(Mutation<R> command, Intent intent, Reader registrar) {
    return probe(probeOf(command), command, intent, registrar);
  }

  private static <C extends Mutation<R>, R> ProbeResult<R> probe(
      Probe<C, R> probe, Mutation<R> command, Intent intent, Reader registrar) {
    return probe.probe(probe.command().cast(command), intent, registrar);
  }

  // A probe is registered under its command's class, and the command fixes the result.
  @SuppressWarnings("unchecked")
  private <R> Probe<? extends Mutation<R>, R> probeOf(Mutation<R> command) {
    return (Probe<? extends Mutation<R>, R>)
        probes.stream()
            .filter(probe -> probe.command().isInstance(command))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(command.name() + " has no probe; it is not sent"));
  }
}

package io.domainflow.ispapi;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.ispapi.command.AnswerMeaning;
import io.domainflow.ispapi.command.PriceClassName;
import io.domainflow.ispapi.command.WireCommand;
import io.domainflow.ispapi.probe.Probe;
import io.domainflow.ispapi.protocol.CommandText;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Dialect;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarProperties;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.Repeatable;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Speaks to HEXONET's ISPAPI, live, test system (OT&E) or sandbox. */
@Component
public class IspapiDialect implements Dialect {

  private static final Logger log = LoggerFactory.getLogger(IspapiDialect.class);

  private static final String LIVE_ENTITY = "54cd";
  private static final String TEST_ENTITY = "1234";

  private final HttpClient http;
  private final List<Probe<?, ?>> probes;
  private final RegistrarProperties properties;
  private final Environment environment;

  public IspapiDialect(
      HttpClient ispapiHttpClient,
      List<Probe<?, ?>> probes,
      RegistrarProperties properties,
      Environment environment) {
    this.http = ispapiHttpClient;
    this.probes = probes;
    this.properties = properties;
    this.environment = environment;
  }

  @Override
  public String priceClassOf(String zone) {
    return PriceClassName.ofZone(zone);
  }

  @Override
  public String nameOf(Command<?> command) {
    return WireCommand.of(command).name();
  }

  @Override
  public String told(Command<?> command) {
    return Told.sent(command);
  }

  @Override
  public int points(Command<?> command) {
    return WireCommand.of(command).points();
  }

  @Override
  public void check(Mutation<?> command) {
    WireCommand<?> said = WireCommand.of(command);
    CommandText.encode(said.name(), said.parameters());
    probeOf(command);
  }

  @Override
  public <R> Answer<R> send(Accounts.Access access, Command<R> command, Duration longest) {
    ResellerAccount account = access.account();
    WireCommand<R> said = WireCommand.of(command);
    IspapiResponse response =
        new IspapiClient(http, longest)
            .send(
                endpoint(account.system()),
                new Credentials(account.login(), access.password(), account.clientAddress()),
                said);
    try {
      return read(command, said, response);
    } catch (RuntimeException e) {
      log.error("the answer to {} cannot be read", said.name(), e);
      throw NoAnswer.unusable("it cannot be read");
    }
  }

  private static <R> Answer<R> read(
      Command<R> command, WireCommand<R> said, IspapiResponse response) {
    Kind kind = AnswerMeaning.kindOf(response, !(command instanceof Query));
    boolean alreadySo =
        kind == Kind.REFUSED
            && command instanceof Repeatable
            && ResultCode.of(response.code()).filter(said::isAlreadySo).isPresent();
    boolean checkedNo = kind == Kind.NEGATIVE_CHECK && command instanceof Query;
    boolean says = kind == Kind.SUCCESS || checkedNo || alreadySo;
    return new Answer<>(
        alreadySo ? Kind.SUCCESS : kind,
        says ? said.result(response) : null,
        AnswerMeaning.reasonOf(response),
        response.code(),
        response.description(),
        kind == Kind.SUCCESS ? String.valueOf(response.code()) : Told.answer(command, response),
        ResultCode.of(response.code()).isPresent(),
        AnswerMeaning.isAway(response),
        AnswerMeaning.loadOf(response));
  }

  @Override
  public <R> Finding<R> look(Mutation<R> command, Intent intent, Reader registrar) {
    return look(probeOf(command), command, intent, registrar);
  }

  private static <C extends Mutation<R>, R> Finding<R> look(
      Probe<C, R> probe, Mutation<R> command, Intent intent, Reader registrar) {
    return probe.look(probe.command().cast(command), intent, registrar);
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

  private Endpoint endpoint(RegistrarSystem system) {
    return switch (system) {
      case LIVE -> new Endpoint(properties.liveUrl(), LIVE_ENTITY);
      case OTE -> new Endpoint(properties.oteUrl(), TEST_ENTITY);
      case SANDBOX -> new Endpoint(sandboxUrl(), TEST_ENTITY);
    };
  }

  // The port of a test or of --server.port=0 is known only once the server listens.
  private URI sandboxUrl() {
    return properties.sandboxUrl() != null
        ? properties.sandboxUrl()
        : URI.create(
            "http://127.0.0.1:"
                + environment.getRequiredProperty("local.server.port")
                + "/sandbox/api/call.cgi");
  }
}

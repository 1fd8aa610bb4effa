package io.domainflow.cnr;

import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.cnr.command.Calls;
import io.domainflow.cnr.command.CnrCodecs;
import io.domainflow.cnr.command.CnrDomainStatus;
import io.domainflow.cnr.command.Composed;
import io.domainflow.cnr.command.ComposedCallFailed;
import io.domainflow.cnr.command.Refusals;
import io.domainflow.cnr.command.RightCheck;
import io.domainflow.cnr.command.ZonePrices;
import io.domainflow.cnr.probe.CnrProbe;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.Endpoint;
import io.domainflow.lineprotocol.LineProtocolDialect;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.CallFailed;
import io.domainflow.registrar.ConnectionProblem;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.NotSent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.Query;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The dialect of CentralNic Reseller, live, test system (OT&E) or sandbox.
 *
 * <p>Commands that the registrar lacks are refused without a call, as {@link
 * RefusalReason#NOT_OFFERED}. A command that consists of several of the registrar's makes several
 * calls within the timeout of one: any number of queries, and at most one command that changes
 * something.
 */
@Component
public class CnrDialect extends LineProtocolDialect {

  private static final String SANDBOX_PATH = "/sandbox/cnr/api/call.cgi";

  private final CnrProperties properties;
  private final Environment environment;
  private final Clock clock;

  public CnrDialect(
      HttpClient registrarHttpClient,
      ObjectProvider<CnrProbe<?, ?>> probes,
      CnrProperties properties,
      Environment environment,
      Clock clock) {
    super(registrarHttpClient, CnrCodecs.ALL, probes.orderedStream().toList());
    this.properties = properties;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.CNR;
  }

  @Override
  public String priceClassOf(String zone) {
    return ZonePrices.classOf(zone);
  }

  @Override
  public boolean renewsWhatIsRestored() {
    return true;
  }

  @Override
  public boolean chargesRenewalsLater() {
    return true;
  }

  @Override
  public boolean mayHidePending() {
    return true;
  }

  @Override
  public String nameOf(Command<?> command) {
    return CnrCodecs.notOffered(command).isPresent() ? command.name() : nameOfOffered(command);
  }

  private <R> String nameOfOffered(Command<R> command) {
    return CnrCodecs.composed(command)
        .map(composed -> composed.name(command))
        .orElseGet(() -> super.nameOf(command));
  }

  @Override
  public String describe(Command<?> command) {
    return CnrCodecs.notOffered(command).isPresent() ? command.name() : toldOfOffered(command);
  }

  private <R> String toldOfOffered(Command<R> command) {
    return CnrCodecs.composed(command)
        .map(
            composed ->
                composed
                    .about(command)
                    .map(domain -> composed.name(command) + " for " + domain.ascii())
                    .orElseGet(() -> composed.name(command)))
        .orElseGet(() -> super.describe(command));
  }

  @Override
  public int points(Command<?> command) {
    return CnrCodecs.notOffered(command).isPresent() ? 0 : pointsOfOffered(command);
  }

  private <R> int pointsOfOffered(Command<R> command) {
    return CnrCodecs.composed(command)
        .map(composed -> composed.points(command))
        .orElseGet(() -> super.points(command));
  }

  // A command that is refused without a call cannot have been executed.
  @Override
  public void check(Mutation<?> command) {
    if (CnrCodecs.notOffered(command).isEmpty()) {
      super.check(command);
    }
  }

  @Override
  public <R> ProbeResult<R> probe(Mutation<R> command, Intent intent, Reader registrar) {
    return CnrCodecs.notOffered(command).isPresent()
        ? new ProbeResult.NoTrace<>()
        : super.probe(command, intent, registrar);
  }

  @Override
  public <R> Answer<R> send(Accounts.Access access, Command<R> command, Duration longest) {
    Optional<String> missing = CnrCodecs.notOffered(command);
    if (missing.isPresent()) {
      return Refusals.notOffered(missing.get());
    }
    return CnrCodecs.composed(command)
        .map(composed -> ask(composed, command, access, longest))
        .orElseGet(() -> super.send(access, command, longest));
  }

  // The text of a refusal for a missing right does not distinguish it from one for an object in
  // another account. Only role users can lack a right.
  @Override
  protected <R> Answer<R> send(
      Accounts.Access access, EncodedCommand<R> encoded, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    Answer<R> answer = super.send(access, encoded, longest);
    boolean open = isOfAnother(answer) && accountOf(access).length() < login(access).length();
    return open && isRightMissing(access, encoded, Duration.ofNanos(end - System.nanoTime()))
        ? rightMissing(answer)
        : answer;
  }

  private boolean isRightMissing(
      Accounts.Access access, EncodedCommand<?> encoded, Duration longest) {
    if (encoded.command() instanceof Query) {
      Optional<RightCheck> check = RightCheck.of(encoded.name(), encoded.parameters());
      return check.isEmpty()
          || isOfAnother(super.send(access, CnrCodecs.encode(check.get()), longest));
    }
    String domain = encoded.parameters().get("DOMAIN");
    if (domain == null) {
      return false;
    }
    try {
      return super.send(
                  access,
                  CnrCodecs.encode(new CnrDomainStatus(DomainName.ofManaged(domain))),
                  longest)
              .kind()
          == Kind.SUCCESS;
    } catch (CallFailed e) {
      // The command was refused, whatever the answer to this query is.
      return false;
    }
  }

  private static boolean isOfAnother(Answer<?> answer) {
    return answer.kind() == Kind.REFUSED && answer.reason() == RefusalReason.OF_ANOTHER_ACCOUNT;
  }

  private static <R> Answer<R> rightMissing(Answer<R> answer) {
    return new Answer<>(
        Kind.LOGIN_REFUSED,
        null,
        RefusalReason.RIGHT_MISSING,
        answer.code(),
        answer.words(),
        answer.text(),
        answer.documented(),
        answer.away(),
        answer.load());
  }

  private static String login(Accounts.Access access) {
    return access.account().login();
  }

  private String accountOf(Accounts.Access access) {
    String login = login(access);
    int role = login.indexOf(platform().roleMark());
    return role < 0 ? login : login.substring(0, role);
  }

  private <R> Answer<R> ask(
      Composed<Command<R>, R> composed,
      Command<R> command,
      Accounts.Access access,
      Duration longest) {
    Parts parts = new Parts(access, longest, command instanceof Query);
    try {
      R result = composed.ask(command, parts);
      return like(parts.last(), result);
    } catch (ComposedCallFailed e) {
      return like(e.answer(), null);
    }
  }

  private static <R> Answer<R> like(Answer<?> part, @Nullable R result) {
    return new Answer<>(
        result == null ? part.kind() : Kind.SUCCESS,
        result,
        part.reason(),
        part.code(),
        part.words(),
        part.text(),
        part.documented(),
        part.away(),
        part.load());
  }

  @Override
  protected Endpoint endpoint(RegistrarSystem system) {
    return switch (system.stage()) {
      case LIVE -> new Endpoint(properties.liveUrl(), null);
      case TEST -> new Endpoint(properties.oteUrl(), null);
      case SANDBOX ->
          new Endpoint(sandboxUrl(properties.sandboxUrl(), environment, SANDBOX_PATH), null);
    };
  }

  /** The calls of one command, with a common timeout. */
  private final class Parts implements Calls {

    private final Accounts.Access access;
    private final long end;
    private final boolean question;
    private @Nullable Answer<?> last;

    Parts(Accounts.Access access, Duration longest, boolean question) {
      this.access = access;
      this.end = System.nanoTime() + longest.toNanos();
      this.question = question;
    }

    Answer<?> last() {
      if (last == null) {
        throw new IllegalStateException("a command without a call");
      }
      return last;
    }

    @Override
    public String account() {
      return accountOf(access);
    }

    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public <R> R ask(Query<R> part) {
      return resultOf(answerTo(part));
    }

    @Override
    public <R> Answer<R> answerTo(Query<R> part) {
      try {
        return call(part);
      } catch (NoAnswer e) {
        // The command that changes something comes last, so it has not been sent.
        throw question ? e : new NotSent(e.trouble(), e);
      }
    }

    @Override
    public <R> R change(Command<R> part) {
      return resultOf(call(part));
    }

    private <R> R resultOf(Answer<R> answer) {
      if (answer.result() == null) {
        throw new ComposedCallFailed(answer);
      }
      return answer.result();
    }

    private <R> Answer<R> call(Command<R> part) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.toMillis() <= 0) {
        throw new NotSent(ConnectionProblem.NO_ANSWER_IN_TIME, null);
      }
      Answer<R> answer = send(access, CnrCodecs.encode(part), left);
      last = answer;
      return answer;
    }
  }
}

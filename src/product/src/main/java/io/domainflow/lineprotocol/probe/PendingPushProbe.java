package io.domainflow.lineprotocol.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Checks a push of a name that is still in the account, because the registry may not have executed
 * it yet. A transfer under way is the push, since none was under way right before it was sent.
 */
@Component
public class PendingPushProbe {

  /** How long a registry may need without showing anything; an order waits as long. */
  private static final Duration AT_REGISTRY = Duration.ofDays(3);

  private final Clock clock;

  public PendingPushProbe(Clock clock) {
    this.clock = clock;
  }

  /** Checks a push. */
  public ProbeResult<PushDomain.Result> probe(DomainName name, Intent intent, Reader registrar) {
    if (isBeingTransferred(name, registrar)) {
      return new ProbeResult.Executed<>(new PushDomain.Result(true));
    }
    Instant done =
        Objects.requireNonNullElse(intent.doubtSince(), intent.intendedAt()).plus(AT_REGISTRY);
    return intent.inDoubt() && clock.instant().isBefore(done)
        ? new ProbeResult.Inconclusive<>(
            "the domain is still in the account, and the registry may have yet to take it until "
                + done,
            false,
            done)
        : new ProbeResult.NoTrace<>();
  }

  private static boolean isBeingTransferred(DomainName name, Reader registrar) {
    return registrar
        .transfer(name)
        .filter(transfer -> transfer.type() != ReadTransfer.Type.TRADE)
        .filter(transfer -> !transfer.state().isOver())
        .isPresent();
  }
}

package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Mailbox;
import io.domainflow.sandbox.registry.Registrant;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Issues auth codes that the registry keeps instead of the registrar; they expire. */
@Component("sandboxRegistryCodes")
@ConditionalOnSandbox
public class RegistryCodes {

  /** How long a code is valid. */
  static final Duration GOOD_FOR = Duration.ofDays(30);

  private final Mailbox mailbox;

  RegistryCodes(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** A code that the name did not have before. */
  public static String fresh(RegisteredName name, Instant at) {
    return AuthCodes.of(name.domain() + " " + at + " " + name.auth());
  }

  /** Gives a name a code that expires, and that the registrar can see. */
  public static void issue(RegisteredName name, String code, Instant at, Transaction transaction) {
    transaction.put(Table.NAMES, name.withAuth(code, at.plus(GOOD_FOR), false));
  }

  /** Gives a name a code that expires, and sends it to the registrant, if there is an address. */
  public void mail(RegisteredName name, Instant at, Transaction transaction) {
    String code = fresh(name, at);
    transaction.put(Table.NAMES, name.withAuth(code, at.plus(GOOD_FOR), true));
    Registrant.of(name.domain(), transaction)
        .ifPresent(
            registrant ->
                mailbox.send(
                    Mailbox.Kind.AUTH_CODE,
                    registrant.address(),
                    name.domain(),
                    0,
                    "Auth code of " + name.domain(),
                    "With this code your domain name "
                        + name.domain()
                        + " can be moved to another registrar until "
                        + DenicCodes.day(at.plus(GOOD_FOR))
                        + ":\n\n"
                        + code
                        + "\n",
                    at,
                    transaction));
  }
}

package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Claims;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.Notice;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusTmdbClaimHandler implements CommandHandler {

  private final Claims claims;

  StatusTmdbClaimHandler(Claims claims) {
    this.claims = claims;
  }

  @Override
  public String command() {
    return "StatusTMDBClaim";
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Optional<String> key = call.value("CLAIMKEY");
    String domain =
        transaction.all(Table.SETUPS).stream()
            .filter(setup -> key.isPresent() && key.equals(Claims.key(Optional.of(setup))))
            .map(NameSetup::domain)
            .findFirst()
            .orElseThrow(() -> unknown(transaction));
    Notice notice = claims.notice(domain, transaction);
    return Answer.of(Code.COMPLETED)
        .with("NOTICE-ACCEPT-ID", notice.id())
        .with("NOTICE-CREATEDDATE", RegistrarDate.of(notice.createdAt()))
        .with("NOTICE-EXPIRATIONDATE", RegistrarDate.of(notice.expiresAt()))
        .with("NOTICE-POA-ACCEPT-HASH", notice.hash())
        .with("NOTICE-TEXT", Claims.encoded(Claims.text(notice)))
        .with("NOTICE-XML", Claims.encoded(Claims.xml(notice)));
  }

  private static Refusal unknown(Transaction transaction) {
    return Profile.of(transaction) == Profile.A
        ? new Refusal(Code.INVALID_SYNTAX, "CLAIMKEY")
        : new Refusal(Code.NOT_FOUND);
  }
}

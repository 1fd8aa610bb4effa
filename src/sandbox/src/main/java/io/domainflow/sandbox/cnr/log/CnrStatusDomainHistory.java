package io.domainflow.sandbox.cnr.log;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DeletedName;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrStatusDomainHistory implements CnrHandler {

  private final Clock clock;

  CnrStatusDomainHistory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN").optional("HISTORYID");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    DeletedName deleted =
        transaction
            .find(Table.DELETED, call.domain())
            .filter(gone -> gone.isOf(call.account()))
            .filter(
                gone ->
                    call.value("HISTORYID")
                        .map(CnrQueryDomainHistoryList.historyId(gone)::equals)
                        .orElse(true))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    RegisteredName name = deleted.name();
    Instant now = clock.instant();
    String login = Platform.login(name.accountOrThrow());
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("created by", login)
            .with("created date", CnrDate.of(name.createdAt()))
            .with("deleted date", CnrDate.of(deleted.deletedAt()))
            .with("domain", deleted.domain())
            .with("nameserver", name.nameservers())
            .with("registration expiration date", CnrDate.of(name.expiresAt()))
            .with("rgp enddate", CnrDate.of(CnrQueryDomainHistoryList.until(deleted, now)))
            .with(
                "rgp status",
                CnrQueryDomainHistoryList.status(deleted, now, Profile.of(transaction)))
            .with("roid", Math.abs((long) deleted.domain().hashCode()) + "_DOMAIN-KEYSYS")
            .with("status", "DELETED")
            .with("updated by", login)
            .with("updated date", CnrDate.of(deleted.deletedAt()));
    if (name.transferredAt() != null) {
      answer.with("registrar transfer date", CnrDate.of(name.transferredAt()));
    }
    List.of("OWNER", "ADMIN", "TECH", "BILLING")
        .forEach(
            role -> answer.with(role.toLowerCase(Locale.ROOT) + " contact", name.handles(role)));
    return answer;
  }
}

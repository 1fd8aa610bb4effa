package io.domainflow.process.outgoingtransfer;

import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.Facts;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.outgoingtransfer.TransferSigns.Signs;
import io.domainflow.process.outgoingtransfer.TransferTerms.Terms;
import io.domainflow.process.task.AccountDecision;
import io.domainflow.process.task.AccountTask;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answer outgoing transfer: somebody else wants a name that is here. */
@Component
class AnswerOutgoingTransfer implements AccountTask {

  static final String DECISION = "OutgoingTransferAnswer";

  private static final int LONGEST_PROOF = 1000;

  private final OutgoingTransfers transfers;
  private final TransferTerms terms;
  private final TransferSigns signs;
  private final DecisionTables tables;

  AnswerOutgoingTransfer(
      OutgoingTransfers transfers,
      TransferTerms terms,
      TransferSigns signs,
      DecisionTables tables) {
    this.transfers = transfers;
    this.terms = terms;
    this.signs = signs;
    this.tables = tables;
  }

  @Override
  public String id() {
    return OutgoingTransferProcess.TASK_ANSWER;
  }

  @Override
  public Optional<Row> row(String subject) {
    return open(subject)
        .map(
            transfer ->
                new Row(
                    transfer.domain().unicode(),
                    (transfer.toOtherAccount() ? "Another account" : "Another registrar")
                        + " wants this name; without an answer it leaves on "
                        + PlainTime.of(transfer.executesAt())
                        + "."));
  }

  private Optional<OutgoingTransfer> open(String subject) {
    NameKey key = NameKey.of(subject);
    return transfers.open(key.account(), key.domain());
  }

  @Override
  public Map<String, Object> shows(String subject) {
    // one that has ended in this moment is about to close
    return open(subject).map(this::shows).orElse(Map.of());
  }

  private Map<String, Object> shows(OutgoingTransfer transfer) {
    Signs known = signs.of(transfer);
    Map<String, Object> shown = new HashMap<>();
    shown.put("wantedBy", wantedBy(transfer));
    shown.put(
        "requestedAt",
        transfer.requestedAt() == null ? "not stated" : PlainTime.of(transfer.requestedAt()));
    shown.put("foundAt", PlainTime.of(transfer.foundAt()));
    shown.put(
        "goesAt",
        PlainTime.of(transfer.executesAt())
            + (transfer.executesStated() ? "" : " (computed; the registrar does not state it)"));
    shown.put("answerBefore", PlainTime.of(terms(transfer).answerBy(transfer.executesAt())));
    shown.put(
        "holderTold",
        transfer.holderToldAt() == null
            ? "no: there is no address or no mail server"
            : "by mail on " + PlainTime.of(transfer.holderToldAt()));
    shown.put("signs", signs(known));
    shown.put("lookAt", PlainText.of(lookAt(transfer, known)));
    shown.put("problem", transfer.problem() == null ? "nothing" : PlainText.of(transfer.problem()));
    return shown;
  }

  private static String wantedBy(OutgoingTransfer transfer) {
    String who =
        transfer.gainingRegistrar() == null
            ? "not stated"
            : PlainText.of(transfer.gainingRegistrar());
    return transfer.toOtherAccount() ? "another account at this registrar (" + who + ")" : who;
  }

  private static String signs(Signs known) {
    List<String> rows = new ArrayList<>();
    rows.add(row("Auth code ordered here", known.authCodeOrdered() ? "yes" : "no"));
    rows.add(row("Transfer lock opened", at(known.changes().lockOpenedAt())));
    rows.add(row("Name servers changed", at(known.changes().nameserversAt())));
    rows.add(row("Registrant or mail address changed", at(known.changes().registrantAt())));
    rows.add(row("Lock after a change of registrant", until(known.changeLockUntil())));
    return String.join("\n", rows);
  }

  private static String row(String what, String how) {
    return "| " + what + " | " + how + " |";
  }

  private static String at(@Nullable Instant time) {
    return time == null ? "not here" : PlainTime.of(time);
  }

  private static String until(@Nullable Instant time) {
    return time == null ? "none" : "until " + PlainTime.of(time);
  }

  private String lookAt(OutgoingTransfer transfer, Signs known) {
    Map<String, Object> inputs =
        new Facts()
            .and(OutgoingTransferProcess.ACCOUNT, transfer.account())
            .and(OutgoingTransferProcess.POLICY_VERSION, terms(transfer).policyVersion())
            .and(OutgoingTransferProcess.ANSWER_REFUSED, transfer.problem() != null)
            .and(known.facts())
            .map();
    return (String) tables.decide(DECISION, inputs).get("lookAt");
  }

  private Terms terms(OutgoingTransfer transfer) {
    return terms.of(
        transfer.account(), Objects.requireNonNullElse(transfer.requestedAt(), transfer.foundAt()));
  }

  @Override
  public void decided(AccountDecision decision) {
    Optional<OutgoingTransfer> open = open(decision.subject());
    if (open.isEmpty()) {
      throw AccountDecision.refused(
          "The request has ended meanwhile, so there is nothing to answer. Nothing was sent.");
    }
    OutgoingTransfer transfer = open.get();
    if (transfer.answer() != null) {
      // the holder has answered with the link in his mail
      return;
    }
    if (decision.is("APPROVE")) {
      transfers.approve(transfer, decision.login());
      return;
    }
    DenialReason reason = reason(decision, terms(transfer));
    String proof = decision.required("proof", "«Proof»");
    if (proof.length() > LONGEST_PROOF) {
      throw AccountDecision.refused(
          "«Proof» has " + LONGEST_PROOF + " characters at most. Nothing was sent.");
    }
    transfers.deny(transfer, reason, proof, decision.login());
  }

  private static DenialReason reason(AccountDecision decision, Terms terms) {
    String text = decision.required("reason", "«Reason»");
    return terms.reasons().stream()
        .filter(reason -> reason.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                AccountDecision.refused(
                    "«Reason» must be one for which the transfer policy allows a denial. Nothing"
                        + " was sent."));
  }
}

package io.domainflow.process.outgoingtransfer;

import io.domainflow.order.domain.RecentChanges.Changes;
import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransferAnswers;
import io.domainflow.order.leaving.OutgoingTransferAnswers.GivenAnswer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.domain.OwnerSigns;
import io.domainflow.process.outgoingtransfer.TransferSigns.Signs;
import io.domainflow.process.task.AccountDecision;
import io.domainflow.process.task.AccountTask;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Answer outgoing transfer: another registrar or account requests a name. */
@Component
class AnswerOutgoingTransfer implements AccountTask {

  private static final int LONGEST_PROOF = 1000;

  private final OutgoingTransfers transfers;
  private final OutgoingTransferAnswers answers;
  private final TransferSigns signs;
  private final AnswerPolicy policy;
  private final OwnerSigns owners;

  AnswerOutgoingTransfer(
      OutgoingTransfers transfers,
      OutgoingTransferAnswers answers,
      TransferSigns signs,
      AnswerPolicy policy,
      OwnerSigns owners) {
    this.transfers = transfers;
    this.answers = answers;
    this.signs = signs;
    this.policy = policy;
    this.owners = owners;
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
    // a request that has ended at this moment: the task is about to close
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
            + (transfer.executesStated() ? "" : " (computed; the registrar does not state it)")
            + (known.terms().onlyWithCode()
                ? " if the auth code was given with the request; if not, the request fails then"
                : ""));
    shown.put("answerBefore", PlainTime.of(known.terms().answerBy(transfer.executesAt())));
    shown.put(
        "holderTold",
        transfer.holderToldAt() == null
            ? "no: there is no address or no mail server"
            : "by mail on " + PlainTime.of(transfer.holderToldAt()));
    shown.put("signs", signs(known));
    shown.put("lookAt", PlainText.of(policy.lookAt(transfer, known) + approvals(transfer)));
    shown.put("lately", lately(known));
    shown.put("approvalPossible", known.dispute() == null);
    shown.put(
        "reasonsAllowed",
        known.reasons().stream().map(DenialReason::name).collect(Collectors.joining(" ")));
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

  private String approvals(OutgoingTransfer transfer) {
    if (!policy.wantsTwoApprovals(transfer)) {
      return "";
    }
    return answers
        .firstApproval(transfer)
        .map(
            first ->
                " "
                    + first.by()
                    + " has approved on "
                    + PlainTime.of(first.at())
                    + "; the name goes when a second person approves, too.")
        .orElse(" Two people have to approve: after the first approval the task comes back.");
  }

  // What matters for the decision is above the question; the facts contain the rest.
  private static String lately(Signs known) {
    List<String> found = new ArrayList<>();
    if (known.code() != null) {
      found.add("auth code ordered here: " + code(known));
    }
    Changes changes = known.changes();
    if (known.lockOpenedLately()) {
      found.add("transfer lock opened: " + seen(changes.lockOpenedAt()));
    }
    if (known.setUpChangedLately()) {
      found.add("name servers changed: " + seen(changes.nameserversAt()));
      found.add("registrant or mail address changed: " + seen(changes.registrantAt()));
    }
    if (known.ownerChangedLately()) {
      found.add("handed over here from another owner");
    }
    if (!known.differing().isEmpty()) {
      found.add("otherwise than ordered: " + differing(known));
    }
    return found.isEmpty() ? "" : StringUtils.capitalize(String.join("; ", found)) + ".";
  }

  private static String signs(Signs known) {
    List<String> rows = new ArrayList<>();
    rows.add(row("Auth code ordered here", code(known)));
    rows.add(row("Transfer lock opened", seen(known.changes().lockOpenedAt())));
    rows.add(row("Name servers changed", seen(known.changes().nameserversAt())));
    rows.add(row("Registrant or mail address changed", seen(known.changes().registrantAt())));
    rows.add(row("Otherwise than ordered", differing(known)));
    rows.add(row("Lock after a change of registrant", until(known.changeLockUntil())));
    rows.add(row("Dispute", known.dispute() == null ? "none" : known.dispute().name()));
    return String.join("\n", rows);
  }

  private static String code(Signs known) {
    if (known.code() == null) {
      return "no";
    }
    return "on "
        + PlainTime.of(known.code().at())
        + ", by "
        + PlainText.of(known.code().login())
        + (known.codeLoginMadeAt() == null
            ? ""
            : ", a login "
                + (known.codeLoginNew() ? "that was new, " : "")
                + "made or changed on "
                + PlainTime.of(known.codeLoginMadeAt()));
  }

  private static String differing(Signs known) {
    return known.differing().isEmpty()
        ? known.compared() ? "nothing" : "not known: nothing of it was ordered or taken over here"
        : known.differing().stream()
            .sorted()
            .map(section -> section.words())
            .collect(Collectors.joining(", "));
  }

  private static String row(String what, String how) {
    return "| " + what + " | " + how + " |";
  }

  private static String seen(@Nullable Instant time) {
    return time == null ? "not here" : PlainTime.of(time);
  }

  private static String until(@Nullable Instant time) {
    return time == null ? "none" : "until " + PlainTime.of(time);
  }

  @Override
  public void decided(AccountDecision decision) {
    NameKey key = NameKey.of(decision.subject());
    OutgoingTransfer transfer =
        transfers
            .lock(key.account(), key.domain())
            .orElseThrow(
                () ->
                    AccountDecision.refused(
                        "The request has ended meanwhile, so there is nothing to answer. Nothing was"
                            + " sent."));
    refuseForAnother(decision, transfer);
    decision.set(OutgoingTransferProcess.SECOND_APPROVAL_DUE, false);
    if (transfer.answer() != null) {
      // the registrant has answered with the link in the mail
      return;
    }
    if (decision.is("APPROVE")) {
      approve(decision, transfer);
      return;
    }
    DenialReason reason = reason(decision, signs.of(transfer).reasons());
    String proof = decision.required("proof", "«Proof»");
    if (proof.length() > LONGEST_PROOF) {
      throw AccountDecision.refused(
          "«Proof» has " + LONGEST_PROOF + " characters at most. Nothing was sent.");
    }
    answers.deny(transfer, reason, proof, decision.login());
  }

  private static void refuseForAnother(AccountDecision decision, OutgoingTransfer transfer) {
    String shown = decision.get(OutgoingTransferProcess.REQUEST);
    if (shown != null && !shown.equals(transfer.id().toString())) {
      throw AccountDecision.refused(
          "The name is wanted by another request meanwhile, which has its own task. Nothing was"
              + " sent.");
    }
  }

  private void approve(AccountDecision decision, OutgoingTransfer transfer) {
    String login = decision.login();
    Signs known = signs.of(transfer);
    if (known.dispute() != null) {
      throw AccountDecision.refused(
          "The name is disputed ("
              + known.dispute()
              + ") and does not leave until that is settled: deny the request. Nothing was sent.");
    }
    Instant since = transfer.foundAt().minus(known.terms().codeBefore());
    if (transfers.codeOrders(transfer, since).stream()
        .anyMatch(order -> order.login().equals(login))) {
      throw forbidden(
          "You have ordered the auth code of this name, so somebody else has to approve that it"
              + " leaves. Nothing was sent.");
    }
    owners.refuseApproval(transfer.account(), transfer.domain(), transfer.foundAt(), login);
    if (!policy.wantsTwoApprovals(transfer)) {
      answers.approve(transfer, login);
      return;
    }
    Optional<GivenAnswer> first = answers.firstApproval(transfer);
    if (first.isEmpty()) {
      answers.approveFirst(transfer, login);
      decision.set(OutgoingTransferProcess.SECOND_APPROVAL_DUE, true);
      return;
    }
    if (login.equals(first.get().by())) {
      throw forbidden(
          "You have approved already, so a second person has to approve, too. Nothing was sent.");
    }
    answers.approve(transfer, login);
  }

  private static InvalidRequestException forbidden(String message) {
    return new InvalidRequestException(Status.FORBIDDEN, message);
  }

  private static DenialReason reason(AccountDecision decision, Set<DenialReason> allowed) {
    String text = decision.required("reason", "«Reason»");
    return allowed.stream()
        .filter(reason -> reason.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                AccountDecision.refused(
                    "«Reason» must be one for which this request may be denied: "
                        + allowed.stream()
                            .map(DenialReason::words)
                            .collect(Collectors.joining("; "))
                        + ". Nothing was sent."));
  }
}

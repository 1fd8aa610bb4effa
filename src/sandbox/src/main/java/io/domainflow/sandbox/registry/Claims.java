package io.domainflow.sandbox.registry;

import io.domainflow.model.DomainName;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Handles trademark notices: their text, validity and proof of acceptance. */
@Component("sandboxClaims")
@ConditionalOnSandbox
public class Claims {

  private static final Duration VALIDITY = Duration.ofDays(2);

  private final Clock clock;

  Claims(Clock clock) {
    this.clock = clock;
  }

  /** The key of a name's claim, if it has one. */
  public static Optional<String> key(Optional<NameSetup> setup) {
    return setup
        .filter(NameSetup::claims)
        .map(s -> "claim/" + AuthCodes.hash("claim:" + s.domain()));
  }

  /** The notice of a name; a new one if none is valid. */
  public Notice notice(String domain, Transaction transaction) {
    return current(domain, transaction).orElseGet(() -> make(domain, transaction));
  }

  private Optional<Notice> current(String domain, Transaction transaction) {
    return transaction
        .find(Table.NOTICES, domain)
        .filter(notice -> notice.validAt(clock.instant()));
  }

  private Notice make(String domain, Transaction transaction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String id =
        AuthCodes.hash(domain).substring(0, 8)
            + String.format(Locale.ROOT, "%019d", transaction.next("notice"));
    Notice notice = new Notice(domain, id, AuthCodes.hash("accept:" + id), now, now.plus(VALIDITY));
    transaction.put(Table.NOTICES, notice);
    return notice;
  }

  /**
   * Refuses a name with a claim whose current notice was not accepted.
   *
   * @throws Refusal naming the parameter that is missing or wrong
   */
  void refuseUnaccepted(ReceivedCommand call, Optional<NameSetup> setup, Transaction transaction) {
    Optional<String> key = key(setup);
    if (key.isEmpty()) {
      return;
    }
    boolean profileA = Profile.of(transaction) == Profile.A;
    if (!call.command().equalsIgnoreCase("AddDomainApplication")) {
      require("CLAIMKEY", key, call, profileA);
    }
    Optional<Notice> notice = current(setup.get().domain(), transaction);
    require("NOTICE-POA-ACCEPT-HASH", notice.map(Notice::hash), call, profileA);
    if (profileA) {
      checkAcceptance(call, notice.orElseThrow());
    }
  }

  /**
   * Refuses a name with a claim if the call does not mention the notice, in CNR's words.
   *
   * @throws Refusal if the name has a claim
   */
  void refuseWithoutNotice(
      ReceivedCommand call, Optional<NameSetup> setup, Transaction transaction) {
    if (key(setup).isPresent()
        && call.parameters().keySet().stream().noneMatch(name -> name.startsWith("X-CLAIMS-"))) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.MISSING_ATTRIBUTE : Code.INVALID_VALUE,
          "claims notice not accepted");
    }
  }

  private static void require(
      String parameter, Optional<String> expected, ReceivedCommand call, boolean missingIsItsOwn) {
    Optional<String> given = call.value(parameter);
    if (given.isEmpty() && missingIsItsOwn) {
      throw new Refusal(Code.MISSING_ATTRIBUTE, parameter);
    }
    if (given.isEmpty() || !given.equals(expected)) {
      throw new Refusal(Code.INVALID_VALUE, parameter);
    }
  }

  private static void checkAcceptance(ReceivedCommand call, Notice notice) {
    for (String accepted : List.of("CLAIMKEY-UPDATEDDATE", "NOTICE-ACCEPTEDDATE")) {
      refuse(
          accepted,
          call.value(accepted)
              .filter(date -> !notice.validAt(RegistrarDate.parse(accepted, date)))
              .isPresent());
    }
    refuse(
        "NOTICE-ACCEPT-ID",
        call.value("NOTICE-ACCEPT-ID").filter(id -> !id.equals(notice.id())).isPresent());
    refuse(
        "NOTICE-EXPIRATIONDATE",
        call.value("NOTICE-EXPIRATIONDATE")
            .map(date -> RegistrarDate.parse("NOTICE-EXPIRATIONDATE", date))
            .filter(date -> !date.equals(notice.expiresAt()))
            .isPresent());
  }

  private static void refuse(String parameter, boolean wrong) {
    if (wrong) {
      throw new Refusal(Code.INVALID_VALUE, parameter);
    }
  }

  /** The text that a person reads before accepting. */
  public static String text(Notice notice) {
    return """

        NOTICE OF A TRADEMARK CLAIM

        The name %1$s was asked for. Its label matches a mark that somebody has recorded.
        Who registers the name anyway confirms to have read this notice and not to infringe the
        rights below, as far as they know. Whether the use intended is allowed is for a lawyer to
        say. This notice holds until %2$s UTC.

        1. Mark: %3$s
        Jurisdiction: Germany
        Goods and services: sample goods of a company that does not exist
        Holder: Sandbox Trademarks GmbH, Beispielstrasse 1, 10115 Berlin, DE
        """
        .formatted(notice.domain(), RegistrarDate.of(notice.expiresAt()), mark(notice));
  }

  /** The notice for programs. */
  public static String xml(Notice notice) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <notice xmlns="urn:ietf:params:xml:ns:tmNotice-1.0">
          <id>%s</id>
          <notBefore>%s</notBefore>
          <notAfter>%s</notAfter>
          <label>%s</label>
          <claim id="0">
            <markName>%s</markName>
            <holder entitlement="owner"><org>Sandbox Trademarks GmbH</org></holder>
            <jurDesc jurCC="DE">Germany</jurDesc>
            <goodsAndServices>sample goods of a company that does not exist</goodsAndServices>
          </claim>
        </notice>
        """
        .formatted(
            notice.id(),
            notice.createdAt(),
            notice.expiresAt(),
            label(notice.domain()),
            mark(notice));
  }

  private static String mark(Notice notice) {
    return label(DomainName.of(notice.domain()).unicode()).toUpperCase(Locale.ROOT);
  }

  private static String label(String domain) {
    return domain.substring(0, domain.indexOf('.'));
  }

  /** Everything but letters and digits as {@code %xx}, as the registrar writes notices. */
  public static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length() * 2);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02x", (int) c));
      }
    }
    return encoded.toString();
  }
}

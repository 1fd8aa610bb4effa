package io.domainflow.process.transfer;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.order.Ordered;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.process.domain.LockTimes.LockTime;
import io.domainflow.process.transfer.TransferCheck.Result;
import io.domainflow.registrar.DocumentedReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A transfer that is checked: its order, and the answers of the registrar about its name. */
final class CheckedTransfer {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String NAME = "example.com";

  private final DocumentedReader registrar = new DocumentedReader();
  private final Ordered order = Ordered.transfer(NAME).authCode("secret1");

  /** The name is with another registrar, and can be transferred for a year. */
  CheckedTransfer() {
    registrar.answer("CheckDomains", "DOMAINCHECK=211 Domain name not available");
    possible();
    zone("ZONETRANSFERPERIODS=1Y");
  }

  DocumentedReader registrar() {
    return registrar;
  }

  Ordered order() {
    return order;
  }

  void possible(String... properties) {
    registrar.answer("CheckDomainTransfer", 218, "Request is available", properties);
  }

  void zone(String... properties) {
    registrar.answer("QueryDomainOptions", properties);
  }

  void prices(String priceClass, String transfer) {
    registrar.answer(
        "StatusUser",
        "RELATIONTYPE=PRICE_CLASS_DOMAIN_" + priceClass + "_TRANSFER",
        "RELATIONVALUE=" + transfer,
        "RELATIONTYPE=PRICE_CLASS_DOMAIN_" + priceClass + "_CURRENCY",
        "RELATIONVALUE=EUR");
  }

  static Result open(
      Kind kind, String period, String priceClass, Money price, String losingRegistrar) {
    return new Result.Open(
        kind,
        period == null ? null : Period.of(period),
        priceClass,
        price == null ? null : new Quote(priceClass == null ? "COM" : priceClass, price, null),
        losingRegistrar,
        false,
        Duration.ofDays(5));
  }

  static Result blocked(Code code, String text, Instant until) {
    return new Result.Blocked(new TransferBlocker(code, text, until));
  }

  static Code code(Result found) {
    return found instanceof Result.Blocked blocked ? blocked.obstacle().code() : null;
  }

  Result check() {
    return check(true);
  }

  Result check(boolean mayTake) {
    return transferCheck().check(order.order(), () -> mayTake, registrar);
  }

  static TransferCheck transferCheck() {
    return new TransferCheck(
        Clock.fixed(NOW, ZoneOffset.UTC),
        new TransferBlockers(
            new IspapiCodes(),
            (account, domain, since, at) -> new LockTime(Duration.ofDays(60), false)));
  }
}

package io.domainflow.registrar;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks which names can be had, for somebody who has not ordered anything. */
@Component
public class NameChecks {

  /** As many names can be asked for at once. */
  public static final int MOST = 250;

  /**
   * Trademark notices are asked for name by name, at the same points of the registrar's quota each;
   * in longer lists they are left out.
   */
  public static final int MOST_WITH_CLAIMS = 10;

  // Words of the registrar's reasons for names that a registry keeps for itself.
  private static final List<String> KEPT_BACK = List.of("reserved", "collision", "blocked");

  private final RegistrarGateway registrar;
  private final Inquiries inquiries;
  private final RegistrarCodes codes;

  NameChecks(RegistrarGateway registrar, Inquiries inquiries, RegistrarCodes codes) {
    this.registrar = registrar;
    this.inquiries = inquiries;
    this.codes = codes;
  }

  /**
   * Asks for all names in one call.
   *
   * @param names at most {@link #MOST}
   * @return one entry for each name, in that order
   * @throws RegistrarFailure if the registrar does not answer
   */
  public List<CheckedName> check(String account, List<DomainName> names) {
    return names.isEmpty() ? List.of() : inquiries.whileCallerWaits(() -> ask(account, names));
  }

  private List<CheckedName> ask(String account, List<DomainName> names) {
    boolean claims = names.size() <= MOST_WITH_CLAIMS;
    return registrar.ask(account, new CheckDomains(names)).names().stream()
        .map(this::checked)
        .map(name -> claims && name.status() == NameStatus.FREE ? claims(account, name) : name)
        .toList();
  }

  private CheckedName checked(Availability name) {
    return new CheckedName(
        name.domain(),
        status(name),
        name.reason() == null ? name.text() : name.reason(),
        PriceClasses.own(name.priceClass()),
        name.price());
  }

  private NameStatus status(Availability name) {
    return switch (name.kind()) {
      case AVAILABLE -> NameStatus.FREE;
      case PREMIUM -> NameStatus.PREMIUM;
      case TAKEN -> isKeptBack(name) ? NameStatus.RESERVED : NameStatus.TAKEN;
      case NOT_CHECKED -> notChecked(name.code());
    };
  }

  private static boolean isKeptBack(Availability name) {
    String words =
        Stream.of(name.reason(), name.text())
            .flatMap(Stream::ofNullable)
            .reduce("", (one, other) -> one + " " + other)
            .toLowerCase(Locale.ROOT);
    return KEPT_BACK.stream().anyMatch(words::contains);
  }

  // Of a zone that is not sold the check is said to have failed (549); what could not be found out
  // just now has another code.
  private NameStatus notChecked(int code) {
    return switch (codes.reason(code)) {
      case VALUE_MALFORMED -> NameStatus.INVALID;
      case VALUE_REFUSED -> NameStatus.UNSUPPORTED;
      default -> NameStatus.UNKNOWN;
    };
  }

  // Zones without a claims phase refuse the question; that is the same as no claim.
  private CheckedName claims(String account, CheckedName name) {
    Optional<String> key;
    try {
      key = registrar.ask(account, new CheckClaims(name.domain(), true)).claimKey();
    } catch (Refused e) {
      return name;
    }
    return key.isEmpty()
        ? name
        : new CheckedName(
            name.domain(),
            NameStatus.CLAIMS,
            "a trademark notice stands against the name and has to be accepted with the order",
            name.priceClass(),
            name.price());
  }
}

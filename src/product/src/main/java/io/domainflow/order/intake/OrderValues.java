package io.domainflow.order.intake;

import io.domainflow.account.OrderDefaults;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Text;
import io.domainflow.order.content.AuthCodeOrder.Deliver;
import io.domainflow.order.content.ClaimsAcceptance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads single members of an order, both when it is placed and when it is corrected. */
@Component
class OrderValues {

  // The caller's clock may differ from ours.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Pattern IDN_LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*");
  private static final int MOST_METADATA = 20;

  private static final int LONGEST_TARGET = 32;
  private static final Pattern TARGET = Pattern.compile("[A-Z0-9][A-Z0-9-]+");

  private final Clock clock;

  OrderValues(Clock clock) {
    this.clock = clock;
  }

  /** The highest accepted price; null if not given. */
  static @Nullable Money acceptPrice(JsonMembers fields) {
    JsonMembers price = fields.object("acceptPrice");
    if (price == null) {
      return null;
    }
    price.refuseUnknown(Set.of("amount", "currency"));
    Money amount = price.required("amount", text -> Money.of(text, "EUR"));
    Money currency = price.required("currency", text -> Money.of("1.00", text));
    return amount == null || currency == null
        ? null
        : new Money(amount.amount(), currency.currency());
  }

  /** The acceptance of a trademark notice; null if not given. */
  @Nullable ClaimsAcceptance claimsAcceptance(JsonMembers fields) {
    JsonMembers claims = fields.object("claimsAcceptance");
    if (claims == null) {
      return null;
    }
    claims.refuseUnknown(Set.of("noticeId", "acceptedAt"));
    String noticeId = claims.required("noticeId");
    Instant acceptedAt = claims.required("acceptedAt", this::past);
    return noticeId == null || acceptedAt == null
        ? null
        : new ClaimsAcceptance(noticeId, acceptedAt);
  }

  /** The caller's metadata; empty if not given. */
  static Map<String, String> metadata(JsonMembers fields) {
    Map<String, String> metadata = new LinkedHashMap<>();
    JsonMembers object = fields.object("metadata");
    if (object == null) {
      return metadata;
    }
    if (object.names().size() > MOST_METADATA) {
      fields.problem("metadata", "INVALID", "must have at most " + MOST_METADATA + " entries");
    }
    for (String name : object.names()) {
      String value = object.optional(name);
      if (!isMetadataName(name)) {
        fields.problem("metadata", "INVALID", "must have names of at most 64 printable characters");
      } else if (value != null) {
        metadata.put(name, value);
      }
    }
    return metadata;
  }

  private static boolean isMetadataName(String name) {
    try {
      return !Text.singleLine(name, 64).isEmpty();
    } catch (InvalidValue e) {
      return false;
    }
  }

  /** The given renewal mode, else that of the account. */
  static RenewalMode renewalMode(JsonMembers fields, OrderDefaults defaults) {
    RenewalMode mode = fields.optional("renewalMode", text -> Text.oneOf(RenewalMode.class, text));
    return mode == null ? defaults.renewalMode() : mode;
  }

  /** The renewal mode of a name that is cancelled at the end of its period. */
  static RenewalMode endingMode(JsonMembers fields) {
    RenewalMode wished =
        fields.optional("renewalMode", text -> Text.oneOf(RenewalMode.class, text));
    if (wished == RenewalMode.AUTORENEW) {
      fields.problem(
          "renewalMode", "INVALID", "must be a mode that does not renew: AUTODELETE or AUTOEXPIRE");
    }
    return wished == null ? RenewalMode.AUTODELETE : wished;
  }

  /** The recipient of an auth code; by default the caller. */
  static Deliver deliver(JsonMembers fields) {
    Deliver deliver = fields.optional("deliver", text -> Text.oneOf(Deliver.class, text));
    return deliver == null ? Deliver.CALLER : deliver;
  }

  /** The target of a release in the registry's terms; null if missing or invalid. */
  static @Nullable String releaseTarget(JsonMembers fields) {
    return fields.required(
        "target",
        text -> {
          String target = Text.singleLine(text, LONGEST_TARGET);
          if (!TARGET.matcher(target).matches()) {
            throw new InvalidValue(
                "must be the tag of the new registrar, or a word of the registry such as TRANSIT:"
                    + " capitals, digits and hyphens");
          }
          return target;
        });
  }

  /** The mode of a change of registrant; null for the account's default. */
  static @Nullable RegistrantChangeMode registrantChangeMode(JsonMembers fields) {
    return fields.optional(
        "registrantChangeMode", text -> Text.oneOf(RegistrantChangeMode.class, text));
  }

  /** Whether the name to be deleted was repeated. */
  static boolean isConfirmed(JsonMembers fields, @Nullable DomainName domain) {
    DomainName repeated = fields.optional("confirmDomain", DomainName::of);
    if (repeated != null && !repeated.equals(domain)) {
      fields.problem("confirmDomain", "INVALID", "must be the domain that is to be deleted");
    }
    return repeated != null;
  }

  /** The period of a renewal; null if it is missing, so that the order is refused. */
  static @Nullable Period renewalPeriod(JsonMembers fields) {
    Period period = fields.required("period", Period::of);
    if (period != null && period.years() == 0) {
      fields.problem("period", "INVALID", "must be a number of years such as 1Y, at most 10Y");
    }
    return period;
  }

  /** A date in UTC, or the date of a time. */
  static LocalDate day(String text) {
    try {
      return text.length() > 10
          ? Instant.parse(text).atOffset(ZoneOffset.UTC).toLocalDate()
          : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue(
          "must be a date in UTC such as 2026-12-01, or a time such as 2026-12-01T10:00:00Z");
    }
  }

  /**
   * The language of an internationalized name, as a tag.
   *
   * @throws InvalidValue if it is invalid
   */
  static String language(String text) {
    if (!IDN_LANGUAGE.matcher(text).matches()) {
      throw new InvalidValue("must be a language tag such as de");
    }
    return text;
  }

  /**
   * A time in the past.
   *
   * @throws InvalidValue if it is invalid or in the future
   */
  Instant past(String text) {
    Instant time;
    try {
      time = Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue("must be a time in UTC such as 2026-12-01T10:00:00Z");
    }
    if (time.isAfter(clock.instant().plus(CLOCK_SKEW))) {
      throw new InvalidValue("must not be in the future");
    }
    return time;
  }
}

package io.domainflow.order.intake;

import io.domainflow.client.ConsentRight;
import io.domainflow.consent.ConsentSide;
import io.domainflow.consent.GivenConsent;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the consents in an order for a change of registrant, if the caller may send them. */
@Component
class ConsentsReader {

  private static final int MOST_CONSENTS = 10;

  private static final String CONSENTS_NOT_ALLOWED =
      "may be sent by API clients alone that administrators have given the right to; leave it out,"
          + " and an approver is asked where a consent is needed";

  private final OrderValues values;

  ConsentsReader(OrderValues values) {
    this.values = values;
  }

  /**
   * The given consents.
   *
   * @param right the caller's right to send them; empty to refuse all
   */
  List<GivenConsent> read(JsonMembers fields, Optional<ConsentRight> right) {
    List<JsonMembers> given = fields.objects("consents", MOST_CONSENTS);
    if (!given.isEmpty() && right.isEmpty()) {
      fields.problem("consents", "NOT_ALLOWED", CONSENTS_NOT_ALLOWED);
      return List.of();
    }
    return given.stream()
        .map(consent -> consent(consent, right.orElseThrow()))
        .filter(consent -> consent != null)
        .toList();
  }

  private @Nullable GivenConsent consent(JsonMembers fields, ConsentRight right) {
    fields.refuseUnknown(
        Set.of("side", "basis", "textVersion", "givenAt", "evidence", "optOutOfLock"));
    ConsentSide side = fields.required("side", text -> Text.oneOf(ConsentSide.class, text));
    String basis = fields.required("basis");
    String textVersion = fields.required("textVersion", text -> textOf(right, text));
    Instant givenAt = fields.required("givenAt", values::past);
    String evidence = fields.required("evidence");
    boolean optOutOfLock = Boolean.TRUE.equals(fields.flag("optOutOfLock"));
    return side == null
            || basis == null
            || textVersion == null
            || givenAt == null
            || evidence == null
        ? null
        : new GivenConsent(
            side, basis, textVersion, givenAt, evidence, optOutOfLock, right.login());
  }

  private static String textOf(ConsentRight right, String version) {
    if (!version.equals(right.textVersion())) {
      throw new InvalidValue(
          "must be the version of the text that your client may send consents to: "
              + right.textVersion());
    }
    return version;
  }
}

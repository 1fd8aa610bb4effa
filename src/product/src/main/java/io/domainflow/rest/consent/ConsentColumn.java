package io.domainflow.rest.consent;

import java.util.List;
import java.util.function.Function;

/**
 * A column of the tables of consents.
 *
 * @param member its name in JSON
 * @param meaning one sentence for people
 */
record ConsentColumn(
    String member, String title, String meaning, Function<ConsentView, String> value) {

  /** All columns, in the order of the members of {@link ConsentView}. */
  static final List<ConsentColumn> ALL =
      List.of(
          new ConsentColumn(
              "side",
              "Side",
              "PRIOR is the registrant before the change, NEW the one after it.",
              v -> v.side().name()),
          new ConsentColumn(
              "kind",
              "Kind",
              "CONSENT is to the change of registrant, OPT_OUT to have no lock against transfers after it.",
              v -> v.kind().name()),
          new ConsentColumn(
              "at", "Given at", "When the registrant agreed (UTC).", v -> v.at().toString()),
          new ConsentColumn(
              "by", "Recorded by", "The person or login that recorded it.", ConsentView::by),
          new ConsentColumn(
              "basis",
              "Basis",
              "What the consent rests on, such as the agreement that names a designated agent.",
              ConsentView::basis),
          new ConsentColumn(
              "textVersion",
              "Version of the text",
              "Version of the text that the registrant agreed to.",
              ConsentView::textVersion),
          new ConsentColumn(
              "evidence",
              "Evidence",
              "Where the proof is kept; with the channel STANDING the id of the standing authorisation.",
              ConsentView::evidence),
          new ConsentColumn(
              "state",
              "State",
              "VALID counts; VOID was for data that was changed later; REVOKED was revoked.",
              v -> v.state().name()),
          new ConsentColumn(
              "orderReference",
              "Order",
              "Reference of the order that asked for the change.",
              ConsentView::orderReference),
          new ConsentColumn(
              "agent",
              "Designated agent",
              "Who confirmed for that side as its designated agent.",
              ConsentView::agent),
          new ConsentColumn(
              "channel",
              "Channel",
              "How it arrived: with the order (ORDER), from a person (TASK) or from a standing authorisation (STANDING).",
              v -> v.channel().name()),
          new ConsentColumn(
              "recordedAt",
              "Recorded at",
              "When it was recorded here (UTC).",
              v -> v.recordedAt().toString()),
          new ConsentColumn(
              "fingerprint",
              "Fingerprint",
              "SHA-256 of the new registrant's data that was agreed to.",
              ConsentView::fingerprint));

  String of(ConsentView consent) {
    return value.apply(consent);
  }
}

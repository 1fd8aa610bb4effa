package io.domainflow.process.authcode;

import static io.domainflow.Registrations.freshName;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.util.List;

/** The steps of the stories of an auth code: the name, the order, the code, and the lock. */
final class AuthCodeStories {

  private final RegistrarGateway gateway;
  private final Registrations stories;

  AuthCodeStories(Registrations stories, RegistrarGateway gateway) {
    this.gateway = gateway;
    this.stories = stories;
  }

  /** A name in the account, with more members at the registrar. */
  String here(String tld, String more) {
    String domain = freshName(tld);
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D' %s}".formatted(domain, more));
    return domain;
  }

  /** Orders the auth code of a name, and returns the reference. */
  String place(String domain, String more) {
    return stories.placePlain("AUTH_CODE", domain, more);
  }

  /** The order once it has a code, which an approver has agreed to if need be. */
  JsonNode done(String reference) {
    return stories.awaitAuthCode(reference);
  }

  /** What a caller gets who fetches the code. */
  static Answer read(Caller caller, String reference) {
    return caller.post("/api/v1/orders/" + reference + "/auth-code", "");
  }

  /** Whether the registrar lets the name be transferred. */
  boolean isOpen(String domain) {
    return gateway
        .ask(stories.account(), new ReadDomain(DomainName.of(domain)))
        .transferLocked()
        .filter(locked -> !locked)
        .isPresent();
  }

  /** The commands that changed the name, a text for each call. */
  List<String> changes(String domain) {
    return stories.ledger(domain).stream()
        .map(
            entry ->
                entry.get("parameters").properties().stream()
                    .map(p -> p.getKey() + "=" + p.getValue().asText())
                    .toList()
                    .toString())
        .toList();
  }
}

package io.domainflow.process.authcode;

import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.Preview;
import io.domainflow.process.authcode.AuthCodeObstacles.NameState;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.tld.AuthCodeRoute;
import io.domainflow.tld.TldCatalogue;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Previews an order for an auth code. */
@Component
class AuthCodePreview implements OrderPreview {

  private final CheckAuthCodeWorker check;
  private final AuthCodeObstacles obstacles;
  private final TldCatalogue tlds;

  AuthCodePreview(CheckAuthCodeWorker check, AuthCodeObstacles obstacles, TldCatalogue tlds) {
    this.check = check;
    this.obstacles = obstacles;
    this.tlds = tlds;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.AUTH_CODE);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    NameState state = check.ask(draft, registrar);
    Optional<Failure> obstacle = obstacles.of(draft, state);
    if (obstacle.isPresent()) {
      return notes.ends(obstacle.get());
    }
    // The preview does not say whether an approver is asked: a thief would try until nobody is.
    notes.step("An approver may be asked first.");
    if (AuthCodeObstacles.isLocked(state.domain())) {
      notes.step(
          "The transfer lock is opened; it is set again if the domain has not left in time.");
    }
    AuthCodeRoute route = tlds.policyOfOrdered(draft.content().domain()).authCodeRoute();
    notes.step(
        switch (route) {
          case READ -> "The auth code is read from the registrar, and made if there is none.";
          case CREATE_AT_REGISTRY ->
              "The registry makes a new auth code; one that was issued before is void then.";
          case MAILED_BY_REGISTRY ->
              "The registry mails the auth code to the registrant; there is nothing to read here.";
          case NONE -> "There is no auth code for this domain.";
        });
    obstacles
        .young(draft, state.domain())
        .forEach(
            young ->
                notes.warn(
                    "The domain was "
                        + young.of()
                        + " lately: until "
                        + PlainTime.of(young.end())
                        + " a transfer may be refused."));
    return notes.step("The registrant is told by mail that a code was issued.").done();
  }
}

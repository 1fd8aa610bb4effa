package io.domainflow.rest.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.consent.DisputeHolds;
import io.domainflow.consent.HoldKind;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.DomainName;
import io.domainflow.model.Text;
import io.domainflow.order.domain.DisputeNotice;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Dispute holds on names, in any account: administrators set and remove them, even for a name that
 * is not known here yet, and staff can read them.
 */
@RestController
@RequestMapping(path = "/api/v1/domains/{domain}/hold", produces = MediaType.APPLICATION_JSON_VALUE)
class HoldController {

  static final Set<String> MEMBERS = Set.of("kind", "reference");

  private static final Logger log = LoggerFactory.getLogger(HoldController.class);

  private final DisputeHolds holds;
  private final DisputeNotice notice;

  HoldController(DisputeHolds holds, DisputeNotice notice) {
    this.holds = holds;
    this.notice = notice;
  }

  @GetMapping
  HoldView get(@PathVariable("domain") String name, Authentication login) {
    if (!LoginAccess.isStaff(login)) {
      throw new HoldNotFound();
    }
    return holds.find(RequestValue.domain(name)).map(HoldView::of).orElseThrow(HoldNotFound::new);
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  HoldView put(
      @PathVariable("domain") String name, @RequestBody JsonNode body, Authentication login) {
    DomainName domain = RequestValue.domain(name);
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    HoldKind kind = fields.required("kind", text -> Text.oneOf(HoldKind.class, text));
    String reference = fields.required("reference");
    RequestRejected.ifWrong(fields);
    HoldView set =
        HoldView.of(
            notice.note(
                domain,
                Objects.requireNonNull(kind),
                Objects.requireNonNull(reference),
                login.getName()));
    log.info("a hold on {} was set by {}", domain, login.getName());
    return set;
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable("domain") String name, Authentication login) {
    DomainName domain = RequestValue.domain(name);
    if (!holds.remove(domain, login.getName())) {
      throw new HoldNotFound();
    }
    log.info("the hold on {} was removed by {}", domain, login.getName());
  }
}

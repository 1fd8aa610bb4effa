package io.domainflow.rest.leaving;

import io.domainflow.order.leaving.OutgoingTransferAnswers;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.rest.DomainNotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows approvers and administrators the answers to an outgoing transfer, with the proof of a
 * denial: ICANN, or a court, may ask for it.
 */
@RestController
class GivenAnswersController {

  private final OutgoingTransfers transfers;
  private final OutgoingTransferAnswers answers;

  GivenAnswersController(OutgoingTransfers transfers, OutgoingTransferAnswers answers) {
    this.transfers = transfers;
    this.answers = answers;
  }

  /** The answers to a request, oldest first. */
  record GivenAnswers(List<GivenAnswerView> answers) {}

  @GetMapping(
      path = "/api/v1/outgoing-transfers/{id}/answers",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<GivenAnswers> answers(@PathVariable String id) {
    GivenAnswers given =
        new GivenAnswers(
            transfers.find(id(id)).map(answers::of).orElseThrow(DomainNotFound::new).stream()
                .map(GivenAnswerView::of)
                .toList());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(given);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new DomainNotFound();
    }
  }
}

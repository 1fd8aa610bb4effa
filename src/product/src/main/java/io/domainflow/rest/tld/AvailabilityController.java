package io.domainflow.rest.tld;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which names are available and what they cost. */
@RestController
@RequestMapping(path = "/api/v1/availability", produces = MediaType.APPLICATION_JSON_VALUE)
class AvailabilityController {

  private final Availability availability;
  private final AskedAccount accounts;

  AvailabilityController(Availability availability, AskedAccount accounts) {
    this.availability = availability;
    this.accounts = accounts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  AvailabilityView ask(@RequestBody JsonNode body, Authentication login) {
    AvailabilityQuery query = AvailabilityQuery.of(body);
    return availability.of(accounts.of(query.account(), login), query.names(), query.operations());
  }
}

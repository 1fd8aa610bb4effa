package io.domainflow.rest.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.order.intake.OrderProcess;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Previews an order without placing it. People who try it by hand use a parameter of the order;
 * generated clients, whose methods have one type of answer, use a separate path.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class DryRunController {

  private final OrderProcess process;

  DryRunController(OrderProcess process) {
    this.process = process;
  }

  @PostMapping(path = "/dry-runs", consumes = MediaType.APPLICATION_JSON_VALUE)
  PreviewView preview(@RequestBody JsonNode body) {
    return PreviewView.of(process.preview(OrderController.object(body)));
  }
}

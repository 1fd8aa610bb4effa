package io.domainflow.rest.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.order.intake.OrderProcess;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what an order would do, without placing it. It is a parameter of an order for people who
 * try one by hand, and a path of its own for generated clients, whose methods have one answer.
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

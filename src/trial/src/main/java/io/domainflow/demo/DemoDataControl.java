package io.domainflow.demo;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Creates demo data on request, for the sandbox's page. */
@RestController
@Profile("demo")
@ConditionalOnProperty("domainflow.sandbox.enabled")
@RequestMapping(path = "/sandbox/demo-data", produces = MediaType.APPLICATION_JSON_VALUE)
class DemoDataControl {

  private final DemoDataStart start;

  DemoDataControl(DemoDataStart start) {
    this.start = start;
  }

  /** The body of {@code POST /sandbox/demo-data}. */
  record DemoSize(Integer orders) {}

  @GetMapping
  DemoDataStart.State state() {
    return start.state();
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> begin(@RequestBody DemoSize wanted) {
    Integer orders = wanted.orders();
    if (orders == null || orders < 1 || orders > DemoDataProperties.MOST) {
      String complaint = "must be from 1 to " + DemoDataProperties.MOST;
      ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
      problem.setDetail("\"orders\" " + complaint + ".");
      problem.setProperty("errors", List.of(Map.of("field", "orders", "message", complaint)));
      return answer(problem);
    }
    return start.begin(orders)
        ? ResponseEntity.accepted().body(start.state())
        : answer(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Demo data is being made already."));
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}

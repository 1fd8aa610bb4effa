package io.domainflow.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.model.Resettable;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.clock.ClockControl;
import io.domainflow.sandbox.state.SandboxJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The control calls, which set up situations and show what happened. */
@RestController
@ConditionalOnSandbox
@RequestMapping(path = "/sandbox", produces = MediaType.APPLICATION_JSON_VALUE)
class SandboxController {

  /** The longest move of the clock in one call. */
  private static final Duration FURTHEST = Duration.ofDays(3660);

  private final SandboxControl control;
  private final RegistryControl registry;
  private final ClockControl clock;
  private final RegistryActions happenings;
  private final MailPage mails;
  private final NamesList names;
  private final Choices choices;
  private final ObjectProvider<Resettable> starters;

  SandboxController(
      SandboxControl control,
      RegistryControl registry,
      ClockControl clock,
      RegistryActions happenings,
      MailPage mails,
      NamesList names,
      Choices choices,
      ObjectProvider<Resettable> starters) {
    this.control = control;
    this.registry = registry;
    this.clock = clock;
    this.happenings = happenings;
    this.mails = mails;
    this.names = names;
    this.choices = choices;
    this.starters = starters;
  }

  /** The body of {@code POST /sandbox/clock}, with exactly one member. */
  record Advance(@Nullable Duration advance, @Nullable Instant to) {}

  @GetMapping("/ledger")
  byte[] ledger(
      @RequestParam(required = false) @Nullable String domain,
      @RequestParam(required = false) @Nullable Integer latest) {
    return json(Shown.rows("account", control.ledger(domain, latest)));
  }

  @GetMapping("/requests")
  byte[] requests(
      @RequestParam(required = false) @Nullable String domain,
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable Integer latest) {
    return json(Shown.rows("account", control.requests(domain, since, latest)));
  }

  @GetMapping("/mailbox")
  byte[] mailbox(@RequestParam(required = false) @Nullable String to) {
    return json(mails.list(to));
  }

  @PostMapping(path = "/happen", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] happen(@RequestBody byte[] body) {
    return json(happenings.happen(ControlBody.tree(body)));
  }

  @GetMapping("/clock")
  byte[] now() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("now", clock.now());
    answer.put("nextDue", clock.nextDue().orElse(null));
    return json(answer);
  }

  @PostMapping(path = "/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] advance(@RequestBody byte[] body) {
    Advance move = ControlBody.read(ControlBody.tree(body), Advance.class);
    Duration by = forward(move);
    return json(move.to() == null ? clock.advance(by) : clock.advanceTo(move.to()));
  }

  private Duration forward(Advance move) {
    if (move.advance() != null && move.to() != null) {
      throw new BadControl("Only one of \"advance\" and \"to\" can be given.");
    }
    String member = move.to() == null ? "advance" : "to";
    Duration by = move.to() == null ? move.advance() : Duration.between(clock.now(), move.to());
    if (by == null || by.isNegative()) {
      throw BadControl.at(
          member,
          move.to() == null
              ? "must be a time forward, such as P14D or PT1H"
              : "must be later than the clock, which goes forward only");
    }
    if (by.compareTo(FURTHEST) > 0) {
      throw BadControl.at(member, "must not be more than ten years ahead (P3660D)");
    }
    return by;
  }

  @GetMapping("/faults")
  byte[] faults() {
    return json(control.faults());
  }

  @PostMapping(path = "/faults", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] addFault(@RequestBody byte[] body) {
    return json(control.addFaults(ControlBody.tree(body)));
  }

  @DeleteMapping("/faults/{number:[0-9]{1,18}}")
  byte[] deleteFault(@PathVariable long number) {
    return json(control.deleteFault(number));
  }

  @DeleteMapping("/faults")
  byte[] deleteFaults() {
    return json(control.deleteFaults());
  }

  @PostMapping(path = "/registry", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] registry(@RequestBody byte[] body) {
    return json(Map.of("domains", registry.setUp(ControlBody.tree(body))));
  }

  @GetMapping("/registry")
  byte[] names(
      @RequestParam(required = false) @Nullable String domain,
      @RequestParam(required = false) @Nullable Integer most) {
    return json(names.list(domain, most));
  }

  @GetMapping("/choices")
  byte[] choices() {
    return json(choices.all());
  }

  @GetMapping("/accounts")
  byte[] accounts() {
    return json(Shown.rows("login", control.accounts()));
  }

  @PostMapping(path = "/accounts", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] account(@RequestBody byte[] body) {
    return json(Shown.row("login", control.setAccount(ControlBody.tree(body))));
  }

  @GetMapping("/profile")
  byte[] profile() {
    return json(Map.of("name", control.profile()));
  }

  @PostMapping(path = "/profile", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] selectProfile(@RequestBody byte[] body) {
    return json(Map.of("name", control.selectProfile(ControlBody.tree(body))));
  }

  @GetMapping("/lists")
  byte[] lateness() {
    return json(Map.of("late", control.lateness()));
  }

  @PostMapping(path = "/lists", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] selectLateness(@RequestBody byte[] body) {
    return json(Map.of("late", control.selectLateness(ControlBody.tree(body))));
  }

  @PostMapping("/reset")
  byte[] reset() {
    starters.orderedStream().forEach(Resettable::startOver);
    clock.reset();
    control.reset();
    return json(Map.of("now", clock.now()));
  }

  @GetMapping("/export")
  byte[] export() {
    return json(control.export());
  }

  @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] importState(@RequestBody byte[] body) {
    JsonNode tree = ControlBody.tree(body);
    control.importState(tree);
    clock.restore();
    Instant now = clock.now();
    return json(Map.of("now", now));
  }

  private static byte[] json(Object value) {
    try {
      return SandboxJson.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.domainflow.metrics;

import io.domainflow.registrar.RegistrarCall;
import io.domainflow.registrar.RegistrarCodes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts calls to the registrar ({@code domainflow_registrar_calls_total}, by account, command and
 * code) and those without an answer ({@code domainflow_registrar_unanswered_total}, by account),
 * and times them ({@code domainflow_registrar_call_seconds}, by account).
 */
@Component
class CallMetrics {

  private final MeterRegistry registry;
  private final RegistrarCodes codes;

  CallMetrics(MeterRegistry registry, RegistrarCodes codes) {
    this.registry = registry;
    this.codes = codes;
  }

  @EventListener
  void on(RegistrarCall call) {
    Counter.builder("domainflow.registrar.calls")
        .description("calls to the registrar; code is its answer's, or why there was none")
        .tag("account", call.account())
        .tag("command", call.command())
        .tag("code", code(call))
        .register(registry)
        .increment();
    Timer.builder("domainflow.registrar.call")
        .description("how long calls to the registrar take")
        .tag("account", call.account())
        .serviceLevelObjectives(StepMetrics.BOUNDS)
        .register(registry)
        .record(call.took());
    // exists from an account's first call: a counter that begins with its first event hides that
    // event
    Counter.builder("domainflow.registrar.unanswered")
        .description("calls to the registrar that got no answer")
        .tag("account", call.account())
        .register(registry)
        .increment(call.code() == null ? 1 : 0);
  }

  // The registrar may send any number; only documented codes get their own series.
  private String code(RegistrarCall call) {
    Integer code = call.code();
    if (code == null) {
      return Objects.requireNonNull(call.trouble(), "no answer without trouble").name();
    }
    return codes.meaning(code).isPresent() ? code.toString() : "UNDOCUMENTED";
  }
}

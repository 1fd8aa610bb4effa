package io.domainflow.registrar;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to the registrar that is over. Published for each one, on the thread that has made it; a
 * listener must be quick, and must not fail.
 *
 * @param command its name
 * @param orderId the order it was made for; null for other calls
 * @param processInstance the one whose step has made it; null for other calls
 * @param whileWaiting whether that order waited meanwhile
 * @param code the registrar's; null if there was no answer
 * @param trouble why there was none; else null
 * @param at when it began
 */
public record RegistrarCall(
    String account,
    String command,
    @Nullable UUID orderId,
    @Nullable String processInstance,
    boolean whileWaiting,
    @Nullable Integer code,
    @Nullable Trouble trouble,
    Instant at,
    Duration took) {}

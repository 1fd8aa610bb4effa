package io.domainflow.registrar;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A completed call to the registrar. Published for each call on the thread that made it; listeners
 * must be quick and must not fail.
 *
 * @param command its name
 * @param orderId the order it was made for; null for other calls
 * @param processInstance the instance whose step made it; null for other calls
 * @param whileWaiting whether that order was waiting meanwhile
 * @param code the registrar's code; null if there was no answer
 * @param trouble why there was no answer; else null
 * @param at when the call began
 */
public record RegistrarCall(
    String account,
    String command,
    @Nullable UUID orderId,
    @Nullable String processInstance,
    boolean whileWaiting,
    @Nullable Integer code,
    @Nullable ConnectionProblem trouble,
    Instant at,
    Duration took) {}

package io.domainflow.rest.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Text;
import io.domainflow.order.intake.ContentDigest;
import io.domainflow.order.intake.IdempotentResponse;
import io.domainflow.order.intake.IdempotentResponses;
import io.domainflow.order.intake.IdempotentResponses.Begun;
import io.domainflow.rest.RequestRejected;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Answers a request with an {@code Idempotency-Key} once, and repeats exactly that answer for 30
 * days. A refused request frees its key, because nothing was done.
 */
@Component
class IdempotentReplies {

  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final int LONGEST = 255;

  private final IdempotentResponses replies;
  private final ContentDigest digest;
  private final ObjectMapper json;

  IdempotentReplies(IdempotentResponses replies, ContentDigest digest, ObjectMapper json) {
    this.replies = replies;
    this.digest = digest;
    this.json = json;
  }

  /**
   * The answer to a request.
   *
   * @param key null if the caller sent none: then the request is simply answered
   * @param target what the request is for, such as its path
   * @param body empty if there is none
   * @param answer executes the request; exceptions are not stored. It may hand over its answer
   *     before it commits its work, so that both are stored or neither
   */
  ResponseEntity<?> once(
      String login,
      @Nullable String key,
      String target,
      ObjectNode body,
      Function<Consumer<ResponseEntity<OrderView>>, ResponseEntity<OrderView>> answer) {
    if (key == null) {
      return answer.apply(given -> {});
    }
    Begun begun = begin(login, key, target, body);
    if (begun.earlier().isPresent()) {
      return replay(begun.earlier().get());
    }
    ResponseEntity<OrderView> given =
        orFreed(begun, () -> answer.apply(before -> replies.answered(begun, stored(before))));
    replies.answered(begun, stored(given));
    return given;
  }

  /**
   * The answer to a request that may come later than its execution.
   *
   * @param answer executes the request, and creates the answer that is sent and stored; until then
   *     a repeated request counts as still being answered. If the application was killed before the
   *     answer, a repeated request is executed again, which has to be safe
   */
  DeferredResult<ResponseEntity<?>> later(
      String login,
      @Nullable String key,
      String target,
      ObjectNode body,
      Function<UnaryOperator<ResponseEntity<OrderView>>, DeferredResult<ResponseEntity<?>>>
          answer) {
    if (key == null) {
      return answer.apply(given -> given);
    }
    Begun begun = begin(login, key, target, body);
    if (begun.earlier().isPresent()) {
      DeferredResult<ResponseEntity<?>> again = new DeferredResult<>();
      again.setResult(replay(begun.earlier().get()));
      return again;
    }
    return orFreed(
        begun,
        () ->
            answer.apply(
                given -> {
                  replies.answered(begun, stored(given));
                  return given;
                }));
  }

  private <T> T orFreed(Begun begun, Supplier<T> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      replies.refused(begun);
      throw e;
    }
  }

  private ResponseEntity<?> replay(IdempotentResponse reply) {
    ResponseEntity.BodyBuilder again =
        ResponseEntity.status(reply.status()).header(REPLAYED, "true");
    if (reply.location() != null) {
      again.location(URI.create(reply.location()));
    }
    try {
      return again.body(json.readTree(reply.body()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reply was not stored as JSON", e);
    }
  }

  private IdempotentResponse stored(ResponseEntity<OrderView> given) {
    try {
      return new IdempotentResponse(
          given.getStatusCode().value(),
          given.getHeaders().getFirst(HttpHeaders.LOCATION),
          json.writeValueAsString(given.getBody()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order can always be written", e);
    }
  }

  private Begun begin(String login, String key, String target, ObjectNode body) {
    check(key);
    return replies.begin(login, key, target + " " + digest.of(body, target));
  }

  private static void check(String key) {
    try {
      if (key.isBlank()) {
        throw new InvalidValue("must have 1 to " + LONGEST + " characters");
      }
      Text.singleLine(key, LONGEST);
    } catch (InvalidValue e) {
      throw new RequestRejected(List.of(new FieldProblem(KEY, "INVALID", e.getMessage())));
    }
  }
}

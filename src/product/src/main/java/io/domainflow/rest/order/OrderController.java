package io.domainflow.rest.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderReference;
import io.domainflow.order.intake.DuplicateOrder;
import io.domainflow.order.intake.OrderActions;
import io.domainflow.order.intake.OrderCancellation;
import io.domainflow.order.intake.OrderInput;
import io.domainflow.order.intake.OrderProcess;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.order.list.OrderPages;
import io.domainflow.order.list.OrderPages.Standing;
import io.domainflow.order.list.OrderPosition;
import io.domainflow.order.list.OrderSearch;
import io.domainflow.order.list.OrderSearch.Position;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.OrderLink;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.SpreadsheetWriter;
import io.domainflow.rest.Timeline;
import io.domainflow.rest.TimelineView;
import io.domainflow.rest.order.ActionsView.ActionView;
import io.domainflow.security.LoginGroups;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Accepts orders and returns their status. */
@RestController
@RequestMapping(path = OrderLink.ORDERS, produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

  private static final String PREFER = "Prefer";
  private static final String DRY_RUN = "dryRun";
  private static final Set<String> FLAG = Set.of("true", "false");

  private final OrderProcess process;
  private final Orders orders;
  private final OrderPages pages;
  private final OrderCancellation cancellation;
  private final OrderActions actions;
  private final OrderInput input;
  private final OrderAccess access;
  private final LoginAccess logins;
  private final OrderViews views;
  private final Timeline timeline;
  private final IdempotentReplies replies;
  private final OrderWaits waits;

  OrderController(
      OrderProcess process,
      Orders orders,
      OrderPages pages,
      OrderCancellation cancellation,
      OrderActions actions,
      OrderInput input,
      OrderAccess access,
      LoginAccess logins,
      OrderViews views,
      Timeline timeline,
      IdempotentReplies replies,
      OrderWaits waits) {
    this.process = process;
    this.orders = orders;
    this.pages = pages;
    this.cancellation = cancellation;
    this.actions = actions;
    this.input = input;
    this.access = access;
    this.logins = logins;
    this.views = views;
    this.timeline = timeline;
    this.replies = replies;
    this.waits = waits;
  }

  /**
   * Places an order. A repeated order gets the same answer and is carried out only once. A caller
   * who prefers to wait gets the answer when the order has ended or waits for somebody.
   */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  DeferredResult<ResponseEntity<?>> place(
      @RequestBody JsonNode body,
      @RequestHeader(name = IdempotentReplies.KEY, required = false)
          @Nullable String idempotencyKey,
      @RequestHeader(name = PREFER, required = false) @Nullable String prefer,
      @RequestParam MultiValueMap<String, String> parameters,
      Authentication login) {
    ObjectNode content = object(body);
    if (isDryRun(parameters)) {
      return now(ResponseEntity.ok(PreviewView.of(process.preview(content))));
    }
    Duration wait = PreferredWait.of(prefer);
    return replies.later(
        login.getName(),
        idempotencyKey,
        "POST orders",
        content,
        kept -> {
          ProvisioningOrder order = place(content, login);
          return wait.isZero()
              ? now(kept.apply(accepted(order, login)))
              : then(
                  order,
                  login,
                  standing -> standing.status() != OrderStatus.IN_PROGRESS,
                  wait,
                  () -> kept.apply(accepted(orders.get(order.id()), login)));
        });
  }

  // An order that was meant as a dry run must not be placed because a parameter is misspelt.
  private static boolean isDryRun(MultiValueMap<String, String> parameters) {
    List<FieldProblem> problems = new ArrayList<>();
    for (String name : parameters.keySet()) {
      if (!name.equals(DRY_RUN)) {
        problems.add(new FieldProblem(name, "UNKNOWN_MEMBER", "is not a parameter here"));
      } else if (!FLAG.containsAll(parameters.get(name)) || parameters.get(name).size() > 1) {
        problems.add(new FieldProblem(name, "INVALID", "must be true or false"));
      }
    }
    if (!problems.isEmpty()) {
      throw new RequestRejected(problems);
    }
    return "true".equals(parameters.getFirst(DRY_RUN));
  }

  private ProvisioningOrder place(ObjectNode content, Authentication login) {
    try {
      OrderReference reference = process.start(content);
      return orders.findByReference(login.getName(), reference).orElseThrow();
    } catch (DuplicateOrder e) {
      if (e.kind() == DuplicateOrder.Kind.REPETITION) {
        return e.earlier();
      }
      throw e;
    }
  }

  /** Orders, by the time at which they were placed. */
  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, SpreadsheetWriter.TYPE})
  ResponseEntity<?> list(
      @RequestParam MultiValueMap<String, String> parameters, Authentication login) {
    OrderQuery query = OrderQuery.of(parameters, logins.caller(login));
    OrderSearch search = query.search();
    if (LoginGroups.isReadOnly(login) && !search.metadata().isEmpty()) {
      throw new RequestRejected(
          List.of(new FieldProblem("metadata", "NOT_OFFERED", "is not shown to analysts")));
    }
    List<ProvisioningOrder> found = pages.read(search.with(search.limit() + 1));
    List<ProvisioningOrder> page = found.stream().limit(search.limit()).toList();
    boolean more = found.size() > page.size();
    return query.csv()
        ? ResponseEntity.ok()
            .contentType(SpreadsheetWriter.MEDIA_TYPE)
            .body(new OrderTable(page, search.sort(), login, more))
        : ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                new OrderList(
                    views.of(page, login),
                    more ? OrderQuery.cursor(Position.of(page.get(page.size() - 1))) : null));
  }

  /**
   * The status of an order. A caller who prefers to wait gets the answer when the order has ended
   * or waits for somebody; with an entity tag, when the order has changed. The tag also changes
   * when the process moves or a step fails, but a waiting call does not end for that.
   */
  @GetMapping("/{reference}")
  DeferredResult<ResponseEntity<?>> get(
      @PathVariable String reference,
      @RequestHeader(name = PREFER, required = false) @Nullable String prefer,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
      Authentication login) {
    ProvisioningOrder order = access.find(reference, login);
    Duration wait = PreferredWait.of(prefer);
    Predicate<Standing> isNews =
        known == null
            ? standing -> standing.status() != OrderStatus.IN_PROGRESS
            : standing -> !standing.updatedAt().equals(order.updatedAt());
    if (wait.isZero() || (known != null && !known.equals(tag(order, views.place(order))))) {
      return now(known(order, known, login));
    }
    return then(order, login, isNews, wait, () -> known(orders.get(order.id()), known, login));
  }

  /** What has happened to an order, in words. */
  @GetMapping("/{reference}/timeline")
  TimelineView timeline(@PathVariable String reference, Authentication login) {
    return timeline.of(access.find(reference, login), login);
  }

  /** What the reader can do with an order, and the consequences. */
  @GetMapping("/{reference}/actions")
  ActionsView actions(@PathVariable String reference, Authentication login) {
    ProvisioningOrder order = access.find(reference, login);
    return new ActionsView(
        order.content().reference().text(),
        LoginGroups.isReadOnly(login)
            ? List.of()
            : actions.of(order, login.getName()).stream().map(ActionView::of).toList());
  }

  /** Cancels an order, whatever it waits for. */
  @PostMapping("/{reference}/cancel")
  ResponseEntity<?> cancel(
      @PathVariable String reference,
      @RequestHeader(name = IdempotentReplies.KEY, required = false)
          @Nullable String idempotencyKey,
      Authentication login) {
    ProvisioningOrder order = access.findToActOn(reference, login);
    return replies.once(
        login.getName(),
        idempotencyKey,
        "POST cancel " + order.id(),
        JsonNodeFactory.instance.objectNode(),
        keep ->
            ok(
                cancellation.cancel(order, login.getName(), done -> keep.accept(ok(done, login))),
                login));
  }

  /** Asks the registrar to resend the mails that an order waits for. */
  @PostMapping("/{reference}/resend")
  ResponseEntity<?> resend(
      @PathVariable String reference,
      @RequestHeader(name = IdempotentReplies.KEY, required = false)
          @Nullable String idempotencyKey,
      Authentication login) {
    ProvisioningOrder order = access.findToActOn(reference, login);
    return replies.once(
        login.getName(),
        idempotencyKey,
        "POST resend " + order.id(),
        JsonNodeFactory.instance.objectNode(),
        keep ->
            ok(
                input.resendMails(order, login.getName(), done -> keep.accept(ok(done, login))),
                login));
  }

  /** Sends an order the input that it waits for. */
  @PostMapping(path = "/{reference}/input", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> input(
      @PathVariable String reference,
      @RequestBody JsonNode body,
      @RequestHeader(name = IdempotentReplies.KEY, required = false)
          @Nullable String idempotencyKey,
      Authentication login) {
    ProvisioningOrder order = access.findToActOn(reference, login);
    ObjectNode answer = object(body);
    return replies.once(
        login.getName(),
        idempotencyKey,
        "POST input " + order.id(),
        answer,
        keep ->
            ok(
                input.answer(order, answer, login.getName(), done -> keep.accept(ok(done, login))),
                login));
  }

  /** The trademark notice for the name of an order, to be read and accepted. */
  @GetMapping("/{reference}/claims-notice")
  ClaimsNoticeView claimsNotice(@PathVariable String reference, Authentication login) {
    ProvisioningOrder order = access.find(reference, login);
    return Optional.ofNullable(order.purchase().notice())
        .flatMap(
            notice -> orders.noticeText(order.id()).map(text -> ClaimsNoticeView.of(notice, text)))
        .orElseThrow(() -> new NoClaimsNotice(reference));
  }

  static ObjectNode object(JsonNode body) {
    if (!(body instanceof ObjectNode content)) {
      throw new OrderRejected(
          List.of(new FieldProblem("body", "WRONG_TYPE", "must be a JSON object")));
    }
    return content;
  }

  private ResponseEntity<OrderView> accepted(ProvisioningOrder order, Authentication reader) {
    return ResponseEntity.accepted()
        .location(URI.create(OrderLink.ORDERS + "/" + order.content().reference()))
        .body(views.of(order, reader));
  }

  private ResponseEntity<OrderView> ok(ProvisioningOrder order, Authentication reader) {
    return ResponseEntity.ok(views.of(order, reader));
  }

  private ResponseEntity<?> known(
      ProvisioningOrder order, @Nullable String known, Authentication login) {
    OrderPosition place = views.place(order);
    String tag = tag(order, place);
    return tag.equals(known)
        ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
        : ResponseEntity.ok().eTag(tag).body(views.of(order, place, login));
  }

  // The same on every node and after a restart: a hash of text, not of values that differ in each.
  private static String tag(ProvisioningOrder order, OrderPosition place) {
    return "\"%s/%08x\"".formatted(order.updatedAt(), place.toString().hashCode());
  }

  private static DeferredResult<ResponseEntity<?>> now(ResponseEntity<?> answer) {
    DeferredResult<ResponseEntity<?>> result = new DeferredResult<>();
    result.setResult(answer);
    return result;
  }

  private DeferredResult<ResponseEntity<?>> then(
      ProvisioningOrder order,
      Authentication login,
      Predicate<Standing> isNews,
      Duration wait,
      Supplier<ResponseEntity<?>> answer) {
    // The waiting code decides when the time is over; the container must not be first.
    DeferredResult<ResponseEntity<?>> result =
        new DeferredResult<>(2 * PreferredWait.LONGEST.toMillis());
    boolean waits =
        this.waits.await(order.id(), login.getName(), isNews, wait, () -> settle(result, answer));
    if (!waits) {
      settle(result, answer);
    }
    return result;
  }

  private static void settle(
      DeferredResult<ResponseEntity<?>> result, Supplier<ResponseEntity<?>> answer) {
    try {
      result.setResult(answer.get());
    } catch (RuntimeException e) {
      result.setErrorResult(e);
    }
  }
}

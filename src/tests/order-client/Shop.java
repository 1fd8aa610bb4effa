import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import shop.client.ApiClient;
import shop.client.ApiException;
import shop.client.api.OrdersApi;
import shop.client.model.Contact;
import shop.client.model.Input;
import shop.client.model.Operation;
import shop.client.model.Order;
import shop.client.model.OrderList;
import shop.client.model.OrderStatus;
import shop.client.model.OrderView;
import shop.client.model.PreviewView;
import shop.client.model.RegistrantDetails;
import shop.client.model.SectionView;
import shop.client.model.TimelineEntry;

/** A shop that knows Domainflow by its specification only; each method tells what came of it. */
public final class Shop {

  private static final int RIVALS = 10;

  private final OrdersApi orders;

  public Shop(String base, String login) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(base);
    client.setRequestInterceptor(request -> request.header("Authorization", login));
    orders = new OrdersApi(client);
  }

  private static Order order(String domain, String invoice) {
    Contact registrant =
        new Contact()
            .firstName("Ada")
            .lastName("Example")
            .street(List.of("Main Street 1"))
            .city("Berlin")
            .postalCode("10115")
            .country("DE")
            .phone("+49.301234567")
            .email("ada@example.net");
    return new Order()
        .reference("shop-" + UUID.randomUUID())
        .operation(Operation.REGISTER)
        .account("sandbox")
        .domain(domain)
        .period("1Y")
        .registrant(registrant)
        .nameservers(new java.util.LinkedHashSet<>(List.of("ns1.example.net", "ns2.example.net")))
        .metadata(Map.of("invoice", invoice));
  }

  /** Places an order and waits for its end. */
  public String place(String domain) throws ApiException {
    OrderView placed = orders.placeOrder(order(domain, "1"), null, "wait=30");
    OffsetDateTime until = placed.getOutcome().getExpiresAt();
    return placed.getStatus() + " " + placed.getOutcome().getCode() + " " + (until != null);
  }

  /** Changes how a name is set up, and reads what has become of it. */
  public String update(String domain) throws ApiException {
    orders.placeOrder(order(domain, "5"), null, "wait=30");
    Order update =
        new Order()
            .reference("shop-" + UUID.randomUUID())
            .operation(Operation.UPDATE)
            .account("sandbox")
            .domain(domain)
            .nameservers(new java.util.LinkedHashSet<>(List.of("ns3.example.net")))
            .registrantDetails(new RegistrantDetails().phone("+49.307654321"));
    OrderView changed = orders.placeOrder(update, null, "wait=30");
    Map<String, SectionView> sections = changed.getOutcome().getSections();
    return changed.getOutcome().getCode()
        + " "
        + sections.get("nameservers").getState()
        + " "
        + sections.get("nameservers").getAfter()
        + " "
        + sections.get("registrantDetails").getState()
        + " "
        + sections.get("registrantDetails").getAfter();
  }

  /** Asks what an order would do. */
  public String tryFirst(String domain) throws ApiException {
    PreviewView preview = orders.tryOrder(order(domain, "0"));
    return preview.getWouldEnd() + " " + preview.getQuestions().get(0).getCode();
  }

  /** Sends the same order with the same key several times. */
  public String repeat(String domain) throws ApiException {
    Order order = order(domain, "2");
    String key = UUID.randomUUID().toString();
    OrderView first = orders.placeOrder(order, key, null);
    OrderView again = orders.placeOrder(order, key, null);
    orders.getOrder(order.getReference(), "wait=30", null);
    OrderView late = orders.placeOrder(order, key, null);
    return String.valueOf(first.equals(again) && first.equals(late));
  }

  /** Sends the same order from many threads at once. */
  public String race(String domain) throws Exception {
    Order order = order(domain, "3");
    ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
    List<Future<UUID>> ids = new ArrayList<>();
    for (int i = 0; i < RIVALS; i++) {
      ids.add(rivals.submit(() -> orders.placeOrder(order, null, "wait=30").getId()));
    }
    List<UUID> different = new ArrayList<>();
    for (Future<UUID> id : ids) {
      if (!different.contains(id.get())) {
        different.add(id.get());
      }
    }
    rivals.shutdown();
    return different.size() + " order";
  }

  /** Gives an order what it waits for, and cancels another. */
  public String giveAndCancel(String domain, String other) throws ApiException {
    Order order = order(domain, "4");
    String code =
        orders.placeOrder(order, null, "wait=30").getWaitingFor().getCode().getValue();
    orders.giveInput(
        order.getReference(),
        new Input().additionalFields(Map.of("X-CA-LEGALTYPE", "CCT")),
        null);
    OrderStatus done = orders.getOrder(order.getReference(), "wait=30", null).getStatus();
    Order second = order(other, "4");
    orders.placeOrder(second, null, "wait=30");
    OrderStatus cancelled = orders.cancelOrder(second.getReference(), null).getStatus();
    return code + " " + done + " " + cancelled;
  }

  /** Finds orders by what the shop wrote into them, and reads what has happened to one. */
  public String watch(String domain, String invoice) throws ApiException {
    Order order = order(domain, invoice);
    orders.placeOrder(order, null, "wait=30");
    OrderList found =
        orders.listOrders(
            null,
            null,
            null,
            null,
            List.of(OrderStatus.COMPLETED),
            List.of(Operation.REGISTER, Operation.RENEW),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of("invoice:" + invoice),
            null,
            10,
            null);
    List<TimelineEntry> entries = orders.getTimeline(order.getReference()).getEntries();
    return found.getOrders().size()
        + " found, "
        + found.getOrders().get(0).getReference().equals(order.getReference())
        + ", "
        + entries.get(entries.size() - 1).getText();
  }

  /** Sends an order that is refused. */
  public String refused(String domain) {
    try {
      orders.placeOrder(order(domain, "5").period("11Y"), null, null);
      return "taken";
    } catch (ApiException e) {
      return e.getCode() + " " + e.getResponseBody();
    }
  }

  /** Asks for an order of somebody else. */
  public String reachFor(String reference) {
    try {
      return orders.getOrder(reference, null, null).getReference();
    } catch (ApiException e) {
      return String.valueOf(e.getCode());
    }
  }
}

package io.domainflow.rest.order;

import io.domainflow.page.PageFile;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which operators find an order, see its current step and act on it; it calls the API.
 */
@RestController
class OrdersPage {

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final OrderWords words;

  OrdersPage(OrderWords words) {
    this.words = words;
  }

  /** The list, or an order: the page reads from its address what to show. */
  @GetMapping(path = {"/orders", "/orders/", "/orders/{reference}"})
  ResponseEntity<Resource> page() {
    return file("orders.html", MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/orders/orders.js")
  ResponseEntity<Resource> script() {
    return file("orders.js", MediaType.valueOf("text/javascript"));
  }

  @GetMapping(path = "/orders/parts/{name:actions|list|notes|order|picture|words}.js")
  ResponseEntity<Resource> part(@PathVariable String name) {
    return file("parts/" + name + ".js", MediaType.valueOf("text/javascript"));
  }

  @GetMapping(path = "/orders/orders.css")
  ResponseEntity<Resource> style() {
    return file("orders.css", MediaType.valueOf("text/css"));
  }

  /** A sentence for each value, by the name of its enumeration. */
  @GetMapping(path = "/orders/words.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Map<String, String>> words() {
    return words.all();
  }

  /** The diagram of a process, in which each element has its id. */
  @GetMapping(path = "/orders/pictures/{process:[A-Za-z]+}.svg")
  ResponseEntity<Resource> picture(@PathVariable String process) {
    return PageFile.of(
        "orders/pictures/" + process + ".svg", SVG, CacheControl.maxAge(Duration.ofMinutes(5)));
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return PageFile.of("orders/" + name, type);
  }
}

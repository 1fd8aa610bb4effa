package io.domainflow.rest.order;

import io.domainflow.page.PageFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The page on which operators find an order and see where it stands; it calls the API. The words
 * for what the API has in closed lists are those of its specification.
 */
@RestController
class OrdersPage {

  private static final List<String> LISTS =
      List.of("Operation", "WaitingForCode", "OutcomeCode", "FailureReason", "RenewalMode");

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final Map<String, Map<String, String>> words;

  OrdersPage() throws IOException {
    try (InputStream specification =
        new ClassPathResource("api-docs/openapi.yaml").getInputStream()) {
      this.words = words(specification);
    }
  }

  @GetMapping(path = {"/orders", "/orders/"})
  ResponseEntity<Resource> page() {
    return file("orders.html", MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/orders/orders.js")
  ResponseEntity<Resource> script() {
    return file("orders.js", MediaType.valueOf("text/javascript"));
  }

  @GetMapping(path = "/orders/orders.css")
  ResponseEntity<Resource> style() {
    return file("orders.css", MediaType.valueOf("text/css"));
  }

  /** A sentence for each value, by the name of its list. */
  @GetMapping(path = "/orders/words.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Map<String, String>> words() {
    return words;
  }

  /** The picture of a process, in which each element has its id. */
  @GetMapping(path = "/orders/pictures/{process:[A-Za-z]+}.svg")
  ResponseEntity<Resource> picture(@PathVariable String process) {
    return PageFile.of(
        "orders/pictures/" + process + ".svg", SVG, CacheControl.maxAge(Duration.ofMinutes(5)));
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return PageFile.of("orders/" + name, type);
  }

  private static Map<String, Map<String, String>> words(InputStream specification) {
    Map<String, Object> root =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(specification);
    Map<?, ?> schemas = (Map<?, ?>) ((Map<?, ?>) root.get("components")).get("schemas");
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    for (String list : LISTS) {
      words.put(list, sentences((String) ((Map<?, ?>) schemas.get(list)).get("description")));
    }
    return words;
  }

  /** A description has a line «- VALUE: sentences» for each value; the first says what it is. */
  private static Map<String, String> sentences(String description) {
    Map<String, String> sentences = new LinkedHashMap<>();
    description
        .lines()
        .filter(line -> line.startsWith("- "))
        .forEach(
            line -> {
              int colon = line.indexOf(": ");
              sentences.put(
                  line.substring(2, colon), first(line.substring(colon + 2)).replace("`", ""));
            });
    return sentences;
  }

  private static String first(String sentences) {
    int end = sentences.indexOf(". ");
    return end < 0 ? sentences : sentences.substring(0, end + 1);
  }
}

package io.domainflow.process.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.Orders;
import io.domainflow.order.content.OrderReference;
import io.domainflow.process.FormFiller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Proposes a reference such as {@code OP-20261129-4F7K} in the field {@code reference} of a start
 * form, unless the field has a default. The reference is not reserved: two people, or two windows,
 * get different ones because it is random.
 */
@Component
class ReferenceProposal implements FormFiller {

  /** Without characters that are confused when read aloud. */
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 4;

  private final Orders orders;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ReferenceProposal(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public void fill(JsonNode form, boolean start, String login, Collection<String> groups) {
    if (start) {
      fill(form, login);
    }
  }

  private void fill(JsonNode form, String login) {
    form.findParents("key").stream()
        .filter(field -> field.get("key").asText().equals("reference"))
        .filter(field -> !field.has("defaultValue"))
        .forEach(field -> ((ObjectNode) field).put("defaultValue", unused(login).text()));
  }

  private OrderReference unused(String login) {
    return Stream.generate(this::any)
        .filter(reference -> orders.findByReference(login, reference).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private OrderReference any() {
    String day =
        DateTimeFormatter.BASIC_ISO_DATE.format(
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return OrderReference.of(
        "OP-"
            + day
            + "-"
            + random
                .ints(LENGTH, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining()));
  }
}

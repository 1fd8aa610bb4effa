package io.domainflow.process.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.process.text.EnteredList;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Converts the values of a start form into members of an order. The fields of a form are flat, with
 * keys such as {@code registrantFirstName} for {@code registrant.firstName}, and an empty field
 * arrives as an empty text.
 */
public final class StartForm {

  private static final String NAMESERVERS = "nameserverNames";
  private static final String AMOUNT = "acceptAmount";
  private static final String CURRENCY = "acceptCurrency";
  private static final String HANDLE = "Handle";
  private static final String STREET = "street";
  private static final String OTHER_CONTACTS = "contacts.";

  private static final List<String> CONTACT =
      List.of(
          "firstName",
          "lastName",
          "organization",
          STREET,
          "city",
          "state",
          "postalCode",
          "country",
          "phone",
          "email");

  private StartForm() {}

  /** The members of a contact by form key, in the order of the form. */
  public static Map<String, String> contactKeys(String prefix) {
    Map<String, String> keys = new LinkedHashMap<>();
    CONTACT.forEach(member -> keys.put(prefix + StringUtils.capitalize(member), member));
    return keys;
  }

  /** Removes empty fields, as if they had not been sent. */
  public static void leaveOutEmpty(ObjectNode content, Collection<String> keys) {
    keys.stream()
        .filter(key -> content.path(key).isTextual() && content.get(key).asText().isBlank())
        .forEach(content::remove);
  }

  /**
   * Builds the registrant from the fields whose keys begin with this prefix; without any, there is
   * no registrant.
   */
  public static void registrant(ObjectNode content, String prefix) {
    Map<String, String> keys = contactKeys(prefix);
    if (!content.hasNonNull("registrant")) {
      ObjectNode registrant = content.objectNode();
      keys.forEach(
          (key, member) -> {
            String text = content.path(key).asText("").strip();
            if (!text.isEmpty()) {
              put(registrant, member, text);
            }
          });
      if (!registrant.isEmpty()) {
        content.set("registrant", registrant);
      }
    }
    content.remove(keys.keySet());
  }

  /** Sets a member of a contact; the lines of a street are joined with commas. */
  public static void put(ObjectNode contact, String member, String text) {
    if (member.equals(STREET)) {
      EnteredList.of(text).forEach(contact.withArray(STREET)::add);
    } else {
      contact.put(member, text);
    }
  }

  /** Builds contacts from the given handles. */
  public static void handles(ObjectNode content, String... members) {
    for (String member : members) {
      String handle = text(content.remove(member + HANDLE));
      if (!handle.isEmpty()) {
        content.putObject(member).put("handle", handle);
      }
    }
  }

  /** Builds the list of name servers from one text. */
  public static void nameservers(ObjectNode content) {
    List<String> hosts = EnteredList.of(text(content.remove(NAMESERVERS)));
    if (!hosts.isEmpty()) {
      hosts.forEach(content.putArray("nameservers")::add);
    }
  }

  /** Builds the accepted price from an amount and a currency. */
  public static void acceptPrice(ObjectNode content) {
    String amount = text(content.remove(AMOUNT));
    String currency = text(content.remove(CURRENCY));
    if (!amount.isEmpty() || !currency.isEmpty()) {
      ObjectNode price = content.putObject("acceptPrice");
      price.put("amount", amount.isEmpty() ? null : amount);
      price.put("currency", currency.isEmpty() ? null : currency);
    }
  }

  /** Converts a choice, which arrives as a text, into true or false. */
  public static void flag(ObjectNode content, String member) {
    if (Set.of("true", "false").contains(content.path(member).asText())) {
      content.put(member, content.get(member).asBoolean());
    }
  }

  /** The keys under which a form may ask for a member of an order, the most likely first. */
  static List<String> keysOf(String member) {
    if (member.startsWith(OTHER_CONTACTS)) {
      return keysOf(member.substring(OTHER_CONTACTS.length()));
    }
    return switch (member) {
      case "businessKey" -> List.of("reference");
      case "nameservers" -> List.of(NAMESERVERS);
      case "acceptPrice.amount", "acceptPrice" -> List.of(AMOUNT);
      case "acceptPrice.currency" -> List.of(CURRENCY);
      default -> keysOfParts(member);
    };
  }

  private static List<String> keysOfParts(String member) {
    String[] parts = member.split("\\.", 2);
    return parts.length == 1
        ? List.of(member)
        : List.of(
            parts[0] + StringUtils.capitalize(parts[1]), "new" + StringUtils.capitalize(parts[1]));
  }

  private static String text(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    // an infinite one, such as 1e400, is refused as what it says
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? new BigDecimal(value.asText()).toPlainString()
        : value.asText("").strip();
  }
}

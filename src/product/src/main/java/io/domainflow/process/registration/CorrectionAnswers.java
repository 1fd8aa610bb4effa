package io.domainflow.process.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.Nameserver;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.process.task.Decision;
import io.domainflow.process.text.EnteredList;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.TldCatalogue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Turns what a correction form submits into members of an order: only the values that differ. A
 * client without the form may submit the members themselves, as at the start of the process.
 */
@Component
class CorrectionAnswers {

  /** The members of a contact by the endings of their keys in the form. */
  private static final Map<String, String> CONTACT_MEMBERS = contactMembers();

  static final String NAMESERVERS = "nameservers";
  static final String PERIOD = "period";
  static final String PRIVACY = "privacy";
  static final String IDN_LANGUAGE = "idnLanguage";

  private static final Set<String> MEMBERS =
      Set.of("registrant", "admin", "tech", "billing", "additionalFields", NAMESERVERS);

  private final TldCatalogue tlds;
  private final ObjectMapper json;

  CorrectionAnswers(TldCatalogue tlds, ObjectMapper json) {
    this.tlds = tlds;
    this.json = json;
  }

  /** The key of a contact's handle in the form. */
  static String handleKey(ContactRole role) {
    return member(role) + "Handle";
  }

  /** Whether the order has contact data for this role, and not a handle. */
  static boolean isGiven(ContactRole role, ProvisioningOrder order) {
    Contact contact = order.content().contact(role);
    return !contact.isHandle()
        && (role == ContactRole.REGISTRANT || !contact.equals(order.content().registrant()));
  }

  /** A list of name servers as the form shows it. */
  static String text(List<Nameserver> nameservers) {
    return String.join(", ", nameservers.stream().map(Nameserver::host).toList());
  }

  ObjectNode of(Decision decision) {
    ProvisioningOrder order = decision.order();
    ObjectNode corrections = json.createObjectNode();
    nameservers(decision, order, corrections);
    for (ContactRole role : ContactRole.values()) {
      if (isGiven(role, order)) {
        contact(role, decision, order, corrections);
      }
    }
    handles(decision, order, corrections);
    further(decision, order, corrections);
    additionalFields(decision, order, corrections);
    for (String member : MEMBERS) {
      JsonNode given = structured(decision, member);
      if (given != null) {
        corrections.set(member, given);
      }
    }
    return corrections;
  }

  private static void nameservers(
      Decision decision, ProvisioningOrder order, ObjectNode corrections) {
    RegistrationOrder ordered = order.content().as(RegistrationOrder.class);
    String text = text(decision, NAMESERVERS);
    if (text != null && !text.equals(text(ordered.nameservers()))) {
      EnteredList.of(text).forEach(corrections.withArray(NAMESERVERS)::add);
    }
  }

  private static void contact(
      ContactRole role, Decision decision, ProvisioningOrder order, ObjectNode corrections) {
    Map<String, String> before = shown(role, order.content().contact(role));
    Map<String, String> after = new LinkedHashMap<>(before);
    before.keySet().stream()
        .filter(decision::has)
        .forEach(key -> after.put(key, Objects.requireNonNullElse(text(decision, key), "")));
    if (after.equals(before)) {
      return;
    }
    ObjectNode contact = corrections.putObject(member(role));
    CONTACT_MEMBERS.forEach(
        (ending, member) -> {
          String value = after.getOrDefault(member(role) + ending, "");
          if (member.equals("street")) {
            value.lines().filter(line -> !line.isBlank()).forEach(contact.withArray(member)::add);
          } else if (!value.isBlank()) {
            contact.put(member, value);
          }
        });
  }

  /** A contact's data by the keys of the form. */
  static Map<String, String> shown(ContactRole role, Contact contact) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("FirstName", contact.firstName());
    values.put("LastName", contact.lastName());
    values.put("Organization", contact.organization());
    values.put("Street", String.join("\n", contact.street()));
    values.put("City", contact.city());
    values.put("State", contact.state());
    values.put("PostalCode", contact.postalCode());
    values.put("Country", contact.country());
    values.put("Phone", contact.phone());
    values.put("Email", contact.email());
    Map<String, String> shown = new LinkedHashMap<>();
    values.forEach((ending, value) -> shown.put(member(role) + ending, value == null ? "" : value));
    return shown;
  }

  private static void handles(Decision decision, ProvisioningOrder order, ObjectNode corrections) {
    for (ContactRole role : List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING)) {
      String handle = text(decision, handleKey(role));
      if (handle != null
          && !handle.isBlank()
          && !handle.equals(order.content().contact(role).handle())) {
        corrections.putObject(member(role)).put("handle", handle);
      }
    }
  }

  private static void further(Decision decision, ProvisioningOrder order, ObjectNode corrections) {
    RegistrationOrder ordered = order.content().as(RegistrationOrder.class);
    String period = text(decision, PERIOD);
    if (period != null && !period.equals(ordered.period().toString())) {
      corrections.put(PERIOD, period);
    }
    if (decision.value(PRIVACY) instanceof Boolean privacy && privacy != ordered.privacy()) {
      corrections.put(PRIVACY, privacy);
    }
    String language = text(decision, IDN_LANGUAGE);
    if (language != null && !language.isBlank() && !language.equals(ordered.idnLanguage())) {
      corrections.put(IDN_LANGUAGE, language);
    }
  }

  private void additionalFields(
      Decision decision, ProvisioningOrder order, ObjectNode corrections) {
    tlds.policyOfOrdered(order.content().domain())
        .form()
        .ifPresent(form -> additionalFields(decision, order, form, corrections));
  }

  // An emptied field is removed from the order.
  private static void additionalFields(
      Decision decision,
      ProvisioningOrder order,
      AdditionalFieldsForm form,
      ObjectNode corrections) {
    AdditionalFields before = order.content().additionalFields();
    Map<String, Object> submitted = new HashMap<>();
    form.keys().stream()
        .filter(decision::has)
        .forEach(key -> submitted.put(key, decision.value(key)));
    Map<String, String> after = form.fromForm(form.unmasked(submitted, before)).values();
    form.fields().stream()
        .filter(field -> !field.isHelper() && submitted.containsKey(field.key()))
        .map(field -> field.parameter())
        .filter(parameter -> !Objects.equals(after.get(parameter), before.values().get(parameter)))
        .forEach(
            parameter ->
                corrections.withObject("additionalFields").put(parameter, after.get(parameter)));
  }

  private @Nullable JsonNode structured(Decision decision, String member) {
    Object value = decision.value(member);
    String text = value instanceof SpinJsonNode spin ? spin.toString() : null;
    if (value instanceof String plain && (plain.startsWith("{") || plain.startsWith("["))) {
      text = plain;
    }
    if (text == null) {
      return null;
    }
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new OrderRejected(List.of(new FieldProblem(member, "INVALID", "is not JSON")));
    }
  }

  private static @Nullable String text(Decision decision, String key) {
    return decision.value(key) instanceof String text
            && !text.startsWith("{")
            && !text.startsWith("[")
        ? text.strip()
        : null;
  }

  private static String member(ContactRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> contactMembers() {
    Map<String, String> members = new LinkedHashMap<>();
    for (String member :
        List.of(
            "firstName",
            "lastName",
            "organization",
            "street",
            "city",
            "state",
            "postalCode",
            "country",
            "phone",
            "email")) {
      members.put(StringUtils.capitalize(member), member);
    }
    return members;
  }
}

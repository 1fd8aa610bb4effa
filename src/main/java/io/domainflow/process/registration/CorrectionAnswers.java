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
import io.domainflow.order.OrderRejected;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.TldCatalogue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * What a correction form submits, as members of an order: only what differs from the order. A
 * client without the form may submit the members themselves, as at the start of the process.
 */
@Component
class CorrectionAnswers {

  /** Keys of the registrant's fields in the form, and the members of a contact they stand for. */
  static final Map<String, String> REGISTRANT_KEYS = registrantKeys();

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
    return role.name().toLowerCase(Locale.ROOT) + "Handle";
  }

  /** A list of name servers as the form shows it. */
  static String text(List<Nameserver> nameservers) {
    return String.join(", ", nameservers.stream().map(Nameserver::host).toList());
  }

  ObjectNode of(DelegateExecution execution, ProvisioningOrder order) {
    ObjectNode corrections = json.createObjectNode();
    nameservers(execution, order, corrections);
    registrant(execution, order, corrections);
    handles(execution, order, corrections);
    further(execution, order, corrections);
    additionalFields(execution, order, corrections);
    for (String member : MEMBERS) {
      JsonNode given = structured(execution, member);
      if (given != null) {
        corrections.set(member, given);
      }
    }
    return corrections;
  }

  private static void nameservers(
      DelegateExecution execution, ProvisioningOrder order, ObjectNode corrections) {
    String text = text(execution, NAMESERVERS);
    if (text != null && !text.equals(text(order.request().nameservers()))) {
      Arrays.stream(text.split("[,;\\s]+"))
          .filter(host -> !host.isEmpty())
          .forEach(corrections.withArray(NAMESERVERS)::add);
    }
  }

  private void registrant(
      DelegateExecution execution, ProvisioningOrder order, ObjectNode corrections) {
    Map<String, String> before = shown(order.request().registrant());
    Map<String, String> after = new LinkedHashMap<>(before);
    REGISTRANT_KEYS.keySet().stream()
        .filter(execution::hasVariable)
        .forEach(key -> after.put(key, Objects.requireNonNullElse(text(execution, key), "")));
    if (!after.equals(before)) {
      ObjectNode registrant = corrections.putObject("registrant");
      after.forEach(
          (key, value) -> {
            String member = REGISTRANT_KEYS.get(key);
            if (member.equals("street")) {
              value
                  .lines()
                  .filter(line -> !line.isBlank())
                  .forEach(registrant.withArray(member)::add);
            } else if (!value.isBlank()) {
              registrant.put(member, value);
            }
          });
    }
  }

  /** The registrant's data by the keys of the form. */
  static Map<String, String> shown(Contact registrant) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("registrantFirstName", registrant.firstName());
    values.put("registrantLastName", registrant.lastName());
    values.put("registrantOrganization", registrant.organization());
    values.put("registrantStreet", String.join("\n", registrant.street()));
    values.put("registrantCity", registrant.city());
    values.put("registrantState", registrant.state());
    values.put("registrantPostalCode", registrant.postalCode());
    values.put("registrantCountry", registrant.country());
    values.put("registrantPhone", registrant.phone());
    values.put("registrantEmail", registrant.email());
    values.replaceAll((key, value) -> value == null ? "" : value);
    return values;
  }

  private static void handles(
      DelegateExecution execution, ProvisioningOrder order, ObjectNode corrections) {
    for (ContactRole role : List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING)) {
      String handle = text(execution, handleKey(role));
      if (handle != null
          && !handle.isBlank()
          && !handle.equals(order.request().contacts().get(role).handle())) {
        corrections.putObject(role.name().toLowerCase(Locale.ROOT)).put("handle", handle);
      }
    }
  }

  private static void further(
      DelegateExecution execution, ProvisioningOrder order, ObjectNode corrections) {
    String period = text(execution, PERIOD);
    if (period != null && !period.equals(order.request().period().toString())) {
      corrections.put(PERIOD, period);
    }
    if (execution.getVariable(PRIVACY) instanceof Boolean privacy
        && privacy != order.request().privacy()) {
      corrections.put(PRIVACY, privacy);
    }
    String language = text(execution, IDN_LANGUAGE);
    if (language != null
        && !language.isBlank()
        && !language.equals(order.request().idnLanguage())) {
      corrections.put(IDN_LANGUAGE, language);
    }
  }

  private void additionalFields(
      DelegateExecution execution, ProvisioningOrder order, ObjectNode corrections) {
    tlds.policyFor(order.request().domain())
        .orElseThrow()
        .form()
        .ifPresent(form -> additionalFields(execution, order, form, corrections));
  }

  // An emptied field is a value that is taken back.
  private static void additionalFields(
      DelegateExecution execution,
      ProvisioningOrder order,
      AdditionalFieldsForm form,
      ObjectNode corrections) {
    AdditionalFields before = order.request().additionalFields();
    Map<String, Object> submitted = new HashMap<>();
    form.keys().stream()
        .filter(execution::hasVariable)
        .forEach(key -> submitted.put(key, execution.getVariable(key)));
    Map<String, String> after = form.fromForm(submitted).values();
    form.fields().stream()
        .filter(field -> !field.isHelper() && submitted.containsKey(field.key()))
        .map(field -> field.parameter())
        .filter(parameter -> !Objects.equals(after.get(parameter), before.values().get(parameter)))
        .forEach(
            parameter ->
                corrections.withObject("additionalFields").put(parameter, after.get(parameter)));
  }

  private JsonNode structured(DelegateExecution execution, String member) {
    Object value = execution.getVariable(member);
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

  private static String text(DelegateExecution execution, String key) {
    return execution.getVariable(key) instanceof String text
            && !text.startsWith("{")
            && !text.startsWith("[")
        ? text.strip()
        : null;
  }

  private static Map<String, String> registrantKeys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("registrantFirstName", "firstName");
    keys.put("registrantLastName", "lastName");
    keys.put("registrantOrganization", "organization");
    keys.put("registrantStreet", "street");
    keys.put("registrantCity", "city");
    keys.put("registrantState", "state");
    keys.put("registrantPostalCode", "postalCode");
    keys.put("registrantCountry", "country");
    keys.put("registrantPhone", "phone");
    keys.put("registrantEmail", "email");
    return keys;
  }
}

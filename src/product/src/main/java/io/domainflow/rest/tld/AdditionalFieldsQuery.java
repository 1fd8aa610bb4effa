package io.domainflow.rest.tld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.content.Operation;
import io.domainflow.rest.RequestRejected;
import io.domainflow.tld.FieldCases;
import io.domainflow.tld.FieldCases.Party;
import io.domainflow.tld.FormOperation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** Reads for which orders somebody asks for the additional fields. */
final class AdditionalFieldsQuery {

  private static final Set<String> PARAMETERS =
      Set.of("operation", "way", "registrantKind", "registrantCountry", "idn", "adminKind");

  /** The names of operations as in orders; a change of registrant in its usual way. */
  private static final Map<String, FormOperation> OPERATIONS =
      Map.of(
          Operation.REGISTER.name(), FormOperation.REGISTER,
          Operation.TRANSFER.name(), FormOperation.TRANSFER,
          Operation.CHANGE_REGISTRANT.name(), FormOperation.TRADE);

  /** The ways of a change of registrant. */
  private static final Map<String, FormOperation> WAYS =
      Map.of("TRADE", FormOperation.TRADE, "UPDATE", FormOperation.UPDATE);

  private static final Map<String, Party> REGISTRANTS =
      Map.of("individual", Party.INDIVIDUAL, "organization", Party.ORGANIZATION);
  private static final Map<String, Party> ADMINS =
      Map.of(
          "individual", Party.INDIVIDUAL,
          "organization", Party.ORGANIZATION,
          "none", Party.UNKNOWN);
  private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

  private AdditionalFieldsQuery() {}

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static FieldCases of(MultiValueMap<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach((name, values) -> node.put(name, values.get(0)));
    JsonMembers fields = new JsonMembers(node);
    fields.refuseUnknown(PARAMETERS);
    FormOperation operation = operation(fields);
    FieldCases cases =
        new FieldCases(
            operation,
            fields.optional("registrantKind", oneOf(REGISTRANTS)),
            fields.optional("registrantCountry", AdditionalFieldsQuery::country),
            fields.optional("idn", oneOf(FLAGS)),
            fields.optional("adminKind", oneOf(ADMINS)));
    RequestRejected.ifWrong(fields);
    return cases;
  }

  private static FormOperation operation(JsonMembers fields) {
    FormOperation operation = fields.optional("operation", oneOf(OPERATIONS));
    FormOperation way = fields.optional("way", oneOf(WAYS));
    boolean named = operation != null || !fields.has("operation");
    if (way != null && named && operation != FormOperation.TRADE) {
      fields.problem("way", "NOT_FOR_OPERATION", "is for CHANGE_REGISTRANT only");
    }
    return way != null ? way : operation == null ? FormOperation.REGISTER : operation;
  }

  private static <T> Function<String, T> oneOf(Map<String, T> values) {
    return text -> {
      if (!values.containsKey(text)) {
        throw new InvalidValue(
            "must be " + String.join(" or ", values.keySet().stream().sorted().toList()));
      }
      return values.get(text);
    };
  }

  private static String country(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
      throw new InvalidValue("must be a country code of two letters (ISO 3166-1), such as DE");
    }
    return code;
  }
}

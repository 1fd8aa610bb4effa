package io.domainflow.process.text;

import io.domainflow.model.FieldProblem;
import io.domainflow.tld.AdditionalField;
import io.domainflow.tld.AdditionalFieldsForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/**
 * Tells an operator what is wrong with the values entered, in the words of the form that asked for
 * them.
 */
public final class ProblemText {

  private static final Pattern NAMESERVER = Pattern.compile("nameservers\\[(\\d+)]");
  private static final Pattern CONTACT =
      Pattern.compile("(newRegistrant|registrant|admin|tech|billing)\\.(.+)");
  private static final Pattern MISSING = Pattern.compile("is missing: ((?:(?!, one of: ).)+)");
  private static final Pattern HUMP = Pattern.compile("(?=\\p{Lu})");

  private static final Map<String, String> LABELS =
      Map.of(
          "newRegistrant", "New registrant",
          "authCode", "Auth code",
          "nameservers", "Name servers",
          "idnLanguage", "Language of the name",
          "admin", "Administrative contact",
          "tech", "Technical contact",
          "billing", "Billing contact");

  private ProblemText() {}

  /** All problems in one line; the form gives the labels of additional fields. */
  public static String of(List<FieldProblem> problems, Optional<AdditionalFieldsForm> form) {
    return problems.stream().map(problem -> text(problem, form)).collect(Collectors.joining("; "));
  }

  // A missing value comes with the label of its own field: its parameter may have two.
  private static String text(FieldProblem problem, Optional<AdditionalFieldsForm> form) {
    Matcher missing = MISSING.matcher(problem.message());
    return problem.code().equals("MISSING") && missing.matches()
        ? missing.group(1) + " is missing"
        : label(problem.field(), form) + " " + withoutLabel(problem);
  }

  // A missing value is already named by its label.
  private static String withoutLabel(FieldProblem problem) {
    return problem.code().equals("MISSING")
        ? problem.message().replaceFirst("^is missing: .*?(, one of: |$)", "is missing$1")
        : problem.message();
  }

  private static String label(String field, Optional<AdditionalFieldsForm> form) {
    String parameter = field.startsWith("X-") ? field : field.replace("additionalFields.", "");
    Matcher nameserver = NAMESERVER.matcher(field);
    if (nameserver.matches()) {
      return "Name server " + (Integer.parseInt(nameserver.group(1)) + 1);
    }
    Matcher contact = CONTACT.matcher(field);
    if (contact.matches()) {
      return label(contact.group(1), form) + ": " + words(contact.group(2));
    }
    return form.stream()
        .flatMap(fields -> fields.fields().stream())
        .filter(known -> parameter.equals(known.parameter()))
        .map(AdditionalField::label)
        .findFirst()
        .orElseGet(() -> LABELS.getOrDefault(field, StringUtils.capitalize(parameter)));
  }

  private static String words(String member) {
    if (member.equals("email")) {
      return "mail address";
    }
    if (member.equals("state")) {
      return "state or province";
    }
    return HUMP.matcher(member).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}

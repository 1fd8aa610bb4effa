package io.domainflow.sandbox.command;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Tsv;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks a command against the documented table of its parameters. */
@Component("sandboxCommandSyntax")
@ConditionalOnSandbox
public class CommandSyntax {

  private static final Pattern NUMBERED = Pattern.compile("(.*?)(0|[1-9][0-9]{0,2})");
  private static final Pattern CONTACT_DATA =
      Pattern.compile("((?:OWNER|ADMIN|TECH|BILLING)CONTACT)([0-9])([A-Z]+[0-9]*)");

  /** Parameters that may replace a required one. */
  private static final Map<String, String> STAND_INS =
      Map.of("STREET", "STREET0", "NAME", "LASTNAME");

  /** The commands that take the X- parameters of AddDomain, though no table lists them. */
  private static final List<String> BORROWERS =
      List.of("CheckDomainRegistration", "AddDomainApplication");

  /** Suffix of the table of a command's second version. */
  private static final String SECOND = "/2";

  /** Known parameters that the command's own table lacks. */
  private static final Map<String, String> NOT_IN_TABLE =
      Map.of("SetDomainRenewalMode", "UNRENEW", "StatusDomain", "PROPERTIES");

  /** Names that documents and the registrar's programs use besides those of the table. */
  private static final Map<String, Map<String, String>> ALIASES =
      Map.of(
          "QueryEventList", Map.of("MIN_DATE", "MINDATE"),
          "ConvertIDN", Map.of("DOMAIN", "DOMAIN0"),
          "GetEnvironment",
              Map.of(
                  "ENVIRONMENTKEY", "ENVIRONMENTKEY0",
                  "ENVIRONMENTNAME", "ENVIRONMENTNAME0",
                  "LEVEL", "LEVEL0",
                  "USEPARENT", "USEPARENT0"),
          "SetEnvironment",
              Map.of(
                  "ENVIRONMENTKEY", "ENVIRONMENTKEY0",
                  "ENVIRONMENTNAME", "ENVIRONMENTNAME0",
                  "ENVIRONMENTVALUE", "ENVIRONMENTVALUE0",
                  "PRIVATE", "PRIVATE0"));

  private static final Set<String> LEFT_OUT_IN_EXAMPLE = Set.of("PERIOD", "TECHCONTACT");

  private static final Set<String> OF_CONTACTS = Set.of("AddContact", "ModifyContact");

  private static final Set<String> PUBLIC_CONTACT_FIELDS =
      Set.of("COUNTRY", "NEW", "CONTACT", "DISCLOSE", "DISCLOSE-ELEMENTS");

  private final Map<String, Map<String, ParameterRule>> rules = new HashMap<>();

  CommandSyntax() {
    List<String[]> rows = Tsv.rows("parameters.tsv");
    for (String[] row : rows) {
      add(row[0], ParameterRule.of(row));
    }
    BORROWERS.forEach(command -> borrow(command, "AddDomain"));
    borrow("CheckDomainTrade", "TradeDomain");
    rules.put("StatusAccount", new LinkedHashMap<>());
    rules.put("EndSession", new LinkedHashMap<>());
  }

  private void borrow(String command, String from) {
    of(from).values().stream()
        .filter(rule -> rule.name().startsWith("X-"))
        .forEach(rule -> add(command, rule));
  }

  private void add(String command, ParameterRule rule) {
    Map<String, ParameterRule> ofCommand =
        rules.computeIfAbsent(command, name -> new LinkedHashMap<>());
    // The documentation shows a street both plain and numbered.
    ofCommand.put(rule.numbered() ? rule.name() + "[]" : rule.name(), rule);
  }

  private Map<String, ParameterRule> of(String command) {
    return Objects.requireNonNull(rules.get(command), command);
  }

  /**
   * Checks names, then presence, then values.
   *
   * @return the call, with alternative names of the documentation unified
   * @throws Refusal for the first fault found
   */
  public ReceivedCommand check(String name, ReceivedCommand call, Profile profile) {
    boolean second = rules.containsKey(name + SECOND) && isSecond(call);
    String command = second ? name + SECOND : name;
    ReceivedCommand plain =
        withoutAliases(
            name, profile == Profile.A ? withoutTicks(command, withoutBlanks(call)) : call);
    boolean asInExample = profile == Profile.B || isBackorder(plain);
    String domain = plain.value("DOMAIN").map(text -> text.toLowerCase(Locale.ROOT)).orElse("");
    for (String key : plain.parameters().keySet()) {
      ParameterRule rule =
          rule(command, key).orElseThrow(() -> new Refusal(Code.INVALID_ATTRIBUTE, key));
      boolean unlisted =
          (key.startsWith("X-") && !takesFurtherFields(command, domain, profile))
              || (key.equals(NOT_IN_TABLE.get(command)) && profile == Profile.B)
              || (!rule.documented() && profile == Profile.B);
      if (unlisted || (!domain.isEmpty() && !rule.belongsTo(domain))) {
        throw new Refusal(Code.INVALID_ATTRIBUTE, key);
      }
    }
    for (ParameterRule rule : of(command).values()) {
      if (isRequired(command, rule, asInExample) && !isPresent(rule, plain.parameters())) {
        throw new Refusal(
            Code.MISSING_ATTRIBUTE, rule.numbered() ? rule.name() + "0" : rule.name());
      }
    }
    plain
        .parameters()
        .forEach((key, value) -> rule(command, key).orElseThrow().type().check(key, value));
    return plain;
  }

  /**
   * Whether the X- parameters of the table may be given; in a zone with applications they must be.
   */
  public static boolean takesFurtherFields(String command, String domain, Profile profile) {
    return profile == Profile.A
        || domain.endsWith(".swiss")
        || BORROWERS.stream().noneMatch(command::equalsIgnoreCase);
  }

  /** Whether the call uses the second version of the command, which has its own parameters. */
  public static boolean isSecond(ReceivedCommand call) {
    return call.value("VERSION").filter("2"::equals).isPresent();
  }

  /** Whether an application is for a name that somebody else has, should it become free. */
  public static boolean isBackorder(ReceivedCommand call) {
    return call.value("CLASS").filter("BACKORDER"::equalsIgnoreCase).isPresent();
  }

  private static boolean isRequired(String command, ParameterRule rule, boolean asInExample) {
    boolean leftOut =
        command.equals("AddDomainApplication") && LEFT_OUT_IN_EXAMPLE.contains(rule.name());
    return rule.required() && !(leftOut && asInExample);
  }

  private static ReceivedCommand withoutBlanks(ReceivedCommand call) {
    Map<String, String> parameters = new LinkedHashMap<>();
    call.parameters().forEach((key, value) -> parameters.put(key, value.isBlank() ? "" : value));
    return call.with(parameters);
  }

  private ReceivedCommand withoutTicks(String command, ReceivedCommand call) {
    Map<String, String> parameters = new LinkedHashMap<>();
    call.parameters()
        .forEach((key, value) -> parameters.put(key, isTick(command, key, value) ? "1" : value));
    return call.with(parameters);
  }

  private boolean isTick(String command, String key, String value) {
    return value.equalsIgnoreCase("on")
        && key.startsWith("X-")
        && rule(command, key).filter(rule -> rule.type().isBox()).isPresent();
  }

  private static ReceivedCommand withoutAliases(String command, ReceivedCommand call) {
    Map<String, String> aliases = ALIASES.getOrDefault(command, Map.of());
    Map<String, String> parameters = new LinkedHashMap<>();
    call.parameters()
        .forEach(
            (key, value) ->
                parameters.put(
                    aliases.getOrDefault(key, key),
                    key.equals("USERDEPTH") ? value.toUpperCase(Locale.ROOT) : value));
    return call.with(parameters);
  }

  private static boolean isPresent(ParameterRule rule, Map<String, String> parameters) {
    String first = rule.numbered() ? rule.name() + "0" : rule.name();
    String value = parameters.get(first);
    if (value != null && (!value.isEmpty() || rule.type().emptyAllowed())) {
      return true;
    }
    String standIn = STAND_INS.get(rule.name());
    if (standIn != null && !parameters.getOrDefault(standIn, "").isEmpty()) {
      return true;
    }
    return rule.numbered()
        && parameters.keySet().stream()
            .map(CONTACT_DATA::matcher)
            .anyMatch(m -> m.matches() && first.equals(m.group(1) + m.group(2)));
  }

  private Optional<ParameterRule> rule(String command, String key) {
    // A command that only the other platform has is not in a table here.
    Map<String, ParameterRule> ofCommand = rules.getOrDefault(command, Map.of());
    if (ofCommand.containsKey(key)) {
      return Optional.of(ofCommand.get(key));
    }
    Matcher numbered = NUMBERED.matcher(key);
    if (numbered.matches()) {
      ParameterRule rule = ofCommand.get(numbered.group(1) + "[]");
      if (rule != null && Integer.parseInt(numbered.group(2)) <= rule.highest()) {
        return Optional.of(rule);
      }
    }
    Matcher contact = CONTACT_DATA.matcher(key);
    if (contact.matches()) {
      ParameterRule slot = ofCommand.get(contact.group(1) + "[]");
      if (slot != null && Integer.parseInt(contact.group(2)) <= slot.highest()) {
        return rule("AddContact", contact.group(3))
            .filter(
                field ->
                    !PUBLIC_CONTACT_FIELDS.contains(field.name())
                        || field.name().equals("COUNTRY"));
      }
    }
    return Optional.empty();
  }

  /** The parameters with secrets and contact data made unreadable. */
  public Map<String, String> masked(String command, Map<String, String> parameters) {
    Map<String, String> masked = new LinkedHashMap<>();
    parameters.forEach((key, value) -> masked.put(key, isHidden(command, key) ? "***" : value));
    return masked;
  }

  /** The parameters with secrets made unreadable. */
  public Map<String, String> withoutSecrets(String command, Map<String, String> parameters) {
    String table =
        rules.keySet().stream().filter(command::equalsIgnoreCase).findFirst().orElse(command);
    Map<String, String> shown = new LinkedHashMap<>();
    parameters.forEach(
        (key, value) ->
            shown.put(
                key, rule(table, key).filter(ParameterRule::secret).isPresent() ? "***" : value));
    return shown;
  }

  private boolean isHidden(String command, String key) {
    if (CONTACT_DATA.matcher(key).matches()) {
      return true;
    }
    return OF_CONTACTS.contains(command)
        ? !PUBLIC_CONTACT_FIELDS.contains(key)
        : rule(command, key).map(ParameterRule::secret).orElse(true);
  }

  /** The known commands, in the spelling of the documentation. */
  public List<String> commands() {
    return rules.keySet().stream().filter(command -> !command.endsWith(SECOND)).toList();
  }
}

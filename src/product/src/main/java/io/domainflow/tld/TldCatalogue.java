package io.domainflow.tld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.DomainName;
import io.domainflow.model.Tld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The TLDs on offer, read once at start from {@code tld/tlds.json} and {@code
 * additional-fields/*.form} on the class path. If one of them has a fault, the application does not
 * start and says why.
 *
 * <p>Forms in the folder of {@link FormsProperties} replace the built-in form for each of their
 * TLDs, or add a TLD. If one of these has a fault, the application starts without its TLDs.
 */
@Component
@EnableConfigurationProperties(FormsProperties.class)
public class TldCatalogue {

  /** The error for a TLD given instead of a name, as part of a sentence. */
  public static final String NO_NAME = "is a top-level domain itself; names are sold below it";

  private static final Logger log = LoggerFactory.getLogger(TldCatalogue.class);

  private static final String POLICY_TABLE = "tld/tlds.json";
  private static final String FORMS = "additional-fields/";
  private static final String CORRECTION_FORM = "registration-correct.form";

  private final Map<String, TldPolicy> policies = new LinkedHashMap<>();
  private final Map<String, FormFault> faulty = new LinkedHashMap<>();
  private final List<FormText> texts = new ArrayList<>();
  private final CustomForms own;

  TldCatalogue(
      ResourcePatternResolver resources,
      ObjectMapper mapper,
      Conditions conditions,
      FormsProperties properties)
      throws IOException {
    Map<String, FormFile> forms = new LinkedHashMap<>();
    Map<String, FormFile> delivered = new LinkedHashMap<>();
    for (Resource resource : resources.getResources("classpath*:" + FORMS + "*.form")) {
      String file = FORMS + resource.getFilename();
      FormFile form = new FormFile(file, text(resource), mapper, conditions);
      if (form.hasTerms()) {
        throw new CatalogueFault(file + " has terms, which are a matter of " + POLICY_TABLE);
      }
      delivered.put(form.id(), form);
      for (String tld : form.tlds()) {
        if (forms.put(tld, form) != null) {
          throw new CatalogueFault(file + " is for ." + tld + ", which another form is for too");
        }
      }
    }
    Set<String> taken = namesIn(resources.getResource("classpath:" + CORRECTION_FORM), mapper);
    own =
        properties
            .path()
            .map(folder -> new CustomForms(folder, delivered.values(), taken, mapper, conditions))
            .orElseGet(CustomForms::none);
    own.faults().forEach(fault -> log.error("{}", inWords(fault)));
    own.faults().forEach(fault -> fault.tlds().forEach(tld -> faulty.put(tld, fault)));
    Map<String, FormFile> customForms = new LinkedHashMap<>();
    own.forms().forEach(form -> form.tlds().forEach(tld -> customForms.put(tld, form)));
    String table = text(resources.getResource("classpath:" + POLICY_TABLE));
    for (PolicyTable.Row row : PolicyTable.read(POLICY_TABLE, table, mapper)) {
      Optional<FormFile> form = Optional.ofNullable(forms.remove(row.tld()));
      Optional<FormFile> instead = Optional.ofNullable(customForms.remove(row.tld()));
      policies.put(
          row.tld(),
          policy(instead.map(file -> file.terms().over(row)).orElse(row), instead.or(() -> form)));
    }
    if (!forms.isEmpty()) {
      throw new CatalogueFault(
          POLICY_TABLE + " has no row for " + forms.keySet() + ", though there is a form");
    }
    customForms.forEach(
        (tld, form) ->
            policies.put(tld, policy(form.terms().row(tld, form.file()), Optional.of(form))));
    policies.keySet().removeAll(faulty.keySet());
    Map<String, FormText> byFile = new LinkedHashMap<>();
    Stream.concat(
            delivered.values().stream().map(form -> form.text(false)),
            own.forms().stream().map(form -> form.text(true)))
        .forEach(text -> byFile.put(text.file(), text));
    texts.addAll(byFile.values());
  }

  /** The policy of the longest offered suffix of a name: {@code co.uk} before {@code uk}. */
  public Optional<TldPolicy> policyFor(DomainName domain) {
    return zoneOf(domain).map(policies::get);
  }

  /**
   * The policy of a name that was ordered while it was offered.
   *
   * @throws TldUnavailable if it is no longer offered, because of its form
   */
  public TldPolicy policyOfOrdered(DomainName domain) {
    return policyFor(domain)
        .orElseThrow(() -> new TldUnavailable(domain.ascii() + " " + whyNotOffered(domain)));
  }

  /** The policy of an offered TLD. */
  public Optional<TldPolicy> policyOf(Tld tld) {
    return Optional.ofNullable(policies.get(tld.label()));
  }

  /** Whether this is not a name but an offered TLD, such as {@code co.uk}. */
  public boolean isTld(DomainName domain) {
    return policies.containsKey(domain.ascii()) || faulty.containsKey(domain.ascii());
  }

  /**
   * Why a name without a policy is not offered, as part of a sentence that continues from the name.
   */
  public String whyNotOffered(DomainName domain) {
    return zoneOf(domain)
        .flatMap(zone -> faultOf(new Tld(zone)))
        .map(fault -> "has a top-level domain that " + mistake(fault))
        .orElse("has a top-level domain that is not offered");
  }

  /** The effect of a mistake on a TLD, as part of a sentence that continues from its name. */
  public static String mistake(FormFault fault) {
    return "cannot be ordered now, because the form of its additional fields has a mistake ("
        + fault.message()
        + "); an administrator has to correct the file and to start the application again";
  }

  /** All offered TLDs, in the order of the table. */
  public List<TldPolicy> policies() {
    return List.copyOf(policies.values());
  }

  /** The mistake because of which a TLD is not offered. */
  public Optional<FormFault> faultOf(Tld tld) {
    return Optional.ofNullable(faulty.get(tld.label()));
  }

  /** All forms of the installation that have a mistake. */
  public List<FormFault> faults() {
    return List.copyOf(own.faults());
  }

  /** Every form in use, built-in or of the installation. */
  public List<FormText> forms() {
    return List.copyOf(texts);
  }

  /** The longest suffix that is offered, or would be offered without a mistake in its form. */
  private Optional<String> zoneOf(DomainName domain) {
    String suffix = domain.ascii();
    int dot;
    while ((dot = suffix.indexOf('.')) >= 0) {
      suffix = suffix.substring(dot + 1);
      if (policies.containsKey(suffix) || faulty.containsKey(suffix)) {
        return Optional.of(suffix);
      }
    }
    return Optional.empty();
  }

  private static TldPolicy policy(PolicyTable.Row row, Optional<FormFile> form) {
    Tld tld = row.asTld();
    return new TldPolicy(
        tld,
        row.periods(),
        row.idn(),
        row.transferLock(),
        row.privacy(),
        row.nameservers().get(0),
        row.nameservers().get(1),
        row.transferContacts(),
        row.transferPeriods(),
        row.paperworks(),
        Optional.of(row.applicationClass()).filter(name -> !name.isEmpty()),
        row.authCode(),
        row.pushable(),
        form.map(file -> file.forTld(tld)));
  }

  private static String text(Resource resource) throws IOException {
    return resource.getContentAsString(StandardCharsets.UTF_8);
  }

  /** Repeats the warning after startup, because nobody reads the lines in between. */
  @EventListener(ApplicationReadyEvent.class)
  void warnAboutUnsoldTlds() {
    if (!faulty.isEmpty()) {
      log.error(
          "started without .{}: see the mistakes in forms above",
          String.join(", .", faulty.keySet()));
    }
  }

  private static String inWords(FormFault fault) {
    return "%s (not sold until it is corrected: .%s)"
        .formatted(fault.message(), String.join(", .", fault.tlds()));
  }

  /** The keys and ids of a form; empty if there is no such form. */
  private static Set<String> namesIn(Resource form, ObjectMapper mapper) throws IOException {
    if (!form.exists()) {
      return Set.of();
    }
    JsonNode components = mapper.readTree(text(form)).path("components");
    Set<String> names = new HashSet<>(components.findValuesAsText("key"));
    names.addAll(components.findValuesAsText("id"));
    names.removeAll(FormText.AROUND_THE_FIELDS);
    return names;
  }
}

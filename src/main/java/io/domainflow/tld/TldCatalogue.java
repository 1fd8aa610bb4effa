package io.domainflow.tld;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.DomainName;
import io.domainflow.model.Tld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The TLDs we sell, read once at start from {@code tld/tlds.json} and {@code
 * additional-fields/*.form} on the class path. With a fault in one of them the application does not
 * start, and says which and why.
 */
@Component
public class TldCatalogue {

  /** What is wrong with a TLD in place of a name, as a part of a sentence. */
  public static final String NO_NAME = "is a top-level domain itself; names are sold below it";

  /** What is wrong with a name below no TLD that we sell, as a part of a sentence. */
  public static final String NOT_OFFERED = "has a top-level domain that is not offered";

  private static final String POLICY_TABLE = "tld/tlds.json";
  private static final String FORMS = "additional-fields/";

  private final Map<String, TldPolicy> policies = new LinkedHashMap<>();

  TldCatalogue(ResourcePatternResolver resources, ObjectMapper mapper, Conditions conditions)
      throws IOException {
    Map<String, FormFile> forms = new LinkedHashMap<>();
    for (Resource resource : resources.getResources("classpath*:" + FORMS + "*.form")) {
      String file = FORMS + resource.getFilename();
      FormFile form = new FormFile(file, text(resource), mapper, conditions);
      for (String tld : form.tlds()) {
        if (forms.put(tld, form) != null) {
          throw new CatalogueFault(file + " is for ." + tld + ", which another form is for too");
        }
      }
    }
    String table = text(resources.getResource("classpath:" + POLICY_TABLE));
    for (PolicyTable.Row row : PolicyTable.read(POLICY_TABLE, table, mapper)) {
      policies.put(row.tld(), policy(row, Optional.ofNullable(forms.remove(row.tld()))));
    }
    if (!forms.isEmpty()) {
      throw new CatalogueFault(
          POLICY_TABLE + " has no row for " + forms.keySet() + ", though there is a form");
    }
  }

  /** The policy of the longest suffix of a name that we sell: {@code co.uk} before {@code uk}. */
  public Optional<TldPolicy> policyFor(DomainName domain) {
    String suffix = domain.ascii();
    int dot;
    while ((dot = suffix.indexOf('.')) >= 0) {
      suffix = suffix.substring(dot + 1);
      TldPolicy policy = policies.get(suffix);
      if (policy != null) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /** The policy of a TLD that we sell names below. */
  public Optional<TldPolicy> policyOf(Tld tld) {
    return Optional.ofNullable(policies.get(tld.label()));
  }

  /** Whether this is no name but a TLD we sell names below, such as {@code co.uk}. */
  public boolean isTld(DomainName domain) {
    return policies.containsKey(domain.ascii());
  }

  /** All TLDs we sell, in the order of the table. */
  public List<TldPolicy> policies() {
    return List.copyOf(policies.values());
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
        row.paperworks(),
        Optional.of(row.applicationClass()).filter(name -> !name.isEmpty()),
        form.map(file -> file.forTld(tld)));
  }

  private static String text(Resource resource) throws IOException {
    return resource.getContentAsString(StandardCharsets.UTF_8);
  }
}

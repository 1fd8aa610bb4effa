package io.domainflow.tld;

import static io.domainflow.tld.Catalogues.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.process.additionalfields.ServerFeel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class TldCatalogueTest {

  private static final String ROW =
      """
      {"tld": "%s", "years": [1, 10], "idn": true, "transferLock": true, "privacy": true,
       "nameservers": [0, 13], "transferContacts": [], "source": "test"}""";

  @TempDir Path classes;

  @Test
  void knowsWhatComOffers() {
    TldPolicy com = policy("example.com");

    assertThat(com.registrationPeriods())
        .hasSize(10)
        .startsWith(Period.of("1Y"))
        .endsWith(Period.of("10Y"));
    assertThat(com.privacy()).isTrue();
    assertThat(com.transferLock()).isTrue();
    assertThat(com.form()).isEmpty();
  }

  @Test
  void knowsThePaperwork() {
    assertThat(policy("example.com").paperwork()).isEmpty();
    assertThat(policy("example.com").applicationClass()).isEmpty();
    assertThat(policy("example.se").paperwork().get(FormOperation.TRADE).kind())
        .isEqualTo(Paperwork.Kind.SIGNED_FORM);
    assertThat(policy("example.no").paperwork())
        .containsOnlyKeys(FormOperation.REGISTER, FormOperation.TRADE);
    assertThat(policy("example.ca").paperwork().get(FormOperation.REGISTER).unless())
        .contains("X-CA-ACCEPT-AGREEMENT-VERSION");
    assertThat(policy("example.swiss").applicationClass()).contains("GOLIVE");
  }

  @Test
  void recognisesTermsOutOfSequence() {
    assertThat(policy("example.hk").registrationPeriods())
        .extracting(Period::toString)
        .containsExactly("1Y", "2Y", "3Y", "5Y");
    assertThat(policy("example.de").registrationPeriods())
        .extracting(Period::toString)
        .containsExactly("1Y");
  }

  @ParameterizedTest
  @CsvSource({
    "example.fr, false, false, true, 8",
    "example.re, false, false, true, 8",
    "example.us, true, false, false, 13",
    "example.ca, true, false, true, 13",
    "example.shop, true, false, true, 13",
    "example.de, true, false, true, 13",
    "example.nl, false, false, false, 13",
    "example.it, true, false, true, 6",
    "example.nom.es, false, false, true, 7",
    "example.co.uk, true, false, false, 10",
    "example.com.au, false, false, false, 9",
    "example.香港, false, false, true, 13"
  })
  void knowsWhatARegistryDoesNotOffer(
      String domain, boolean lock, boolean privacy, boolean idn, int nameservers) {
    assertThat(policy(domain).transferLock()).isEqualTo(lock);
    assertThat(policy(domain).privacy()).isEqualTo(privacy);
    assertThat(policy(domain).idn()).isEqualTo(idn);
    assertThat(policy(domain).maxNameservers()).isEqualTo(nameservers);
  }

  @ParameterizedTest
  @CsvSource({"example.ch", "example.co.li", "com.museum", "example.app"})
  void doesNotSellWhatHasNoRow(String domain) {
    assertThat(Catalogues.DELIVERED.policyFor(DomainName.of(domain))).isEmpty();
  }

  @Test
  void findsTheLongestSuffixThatIsSold() throws IOException {
    TldCatalogue catalogue = catalogueOver(row("uk"), row("co.uk"), row("xn--p1ai"));

    assertThat(tldOf(catalogue, "example.co.uk")).contains("co.uk");
    assertThat(tldOf(catalogue, "example.uk")).contains("uk");
    assertThat(tldOf(catalogue, "example.org.uk")).contains("uk");
    assertThat(tldOf(catalogue, "co.uk")).contains("uk");
    assertThat(tldOf(catalogue, "пример.рф")).contains("xn--p1ai");
    assertThat(tldOf(catalogue, "example.notuk")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "example.uk, uk",
    "example.co.uk, co.uk",
    "example.com.es, com.es",
    "例子.香港, xn--j6w193g"
  })
  void sellsEachZoneOfAGroupSeparately(String domain, String tld) {
    assertThat(policy(domain).tld().label()).isEqualTo(tld);
    assertThat(policy(domain).isDirectlyBelow(DomainName.of(domain))).isTrue();
  }

  @Test
  void distinguishesANameDirectlyBelowTheTldFromADeeperOne() {
    assertThat(policy("example.com").isDirectlyBelow(DomainName.of("example.com"))).isTrue();
    assertThat(policy("www.example.com").isDirectlyBelow(DomainName.of("www.example.com")))
        .isFalse();
    assertThat(policy("example.com").isDirectlyBelow(DomainName.of("example.net"))).isFalse();
  }

  @Test
  void refusesToStartWithAFormThatNoRowIsThereFor() throws IOException {
    write("tld/tlds.json", "[" + row("com") + "]");
    write(
        "additional-fields/zz.form",
        """
        {"id": "additional-fields-zz", "schemaVersion": 16, "properties": {"tlds": "zz"},
         "components": [{"type": "textfield", "key": "zzId", "label": "Id",
           "properties": {"ispapi": "X-ZZ-ID", "appliesTo": "register"}}]}
        """);

    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(this::catalogue)
        .withMessage("tld/tlds.json has no row for [zz], though there is a form");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"years\": [1, 10]| \"years\": [1, 11]| row com needs years [shortest, longest, single longer ones …] within 1 to 10",
        "\"years\": [1, 10]| \"years\": [1]| row com needs years",
        "\"years\": [1, 10]| \"years\": [1, 3, 3]| row com needs years",
        "\"years\": [1, 10]| \"years\": [1, 3, 11]| row com needs years",
        "[0, 13]| [9, 8]| row com needs nameservers",
        "\"com\"| \".com\"| row .com must name the zone in lower case without a dot in front",
        "\"com\"| \"COM\"| row COM must name the zone in lower case",
        "\"test\"| \"\"| row com must say where it comes from",
        "\"idn\": true,| | cannot be read",
        "\"idn\"| \"idnn\"| cannot be read",
        "\"source\"| \"paperwork\": {\"renew\": {\"code\": \"SIGNED_FORM\", \"what\": \"a form\", \"days\": 14}}, \"source\"| row com has paperwork for renew",
        "\"source\"| \"paperwork\": {\"trade\": {\"code\": \"SIGNED_FORM\", \"what\": \"a form\", \"days\": 0}}, \"source\"| days within 1 to 365",
        "\"source\"| \"paperwork\": {\"trade\": {\"code\": \"SIGNED_FORM\", \"what\": \"\", \"days\": 14}}, \"source\"| says what it is",
        "\"source\"| \"paperwork\": {\"trade\": {\"code\": \"AGREEMENT\", \"what\": \"agree\", \"days\": 7}}, \"source\"| comes after a registration only",
        "\"source\"| \"paperwork\": {\"trade\": {\"code\": \"SIGNED_FORM\", \"what\": \"a form\", \"days\": 14, \"unless\": \"X-NO-FORM\"}}, \"source\"| whether a registry waits",
        "\"source\"| \"paperwork\": {\"trade\": {\"code\": \"LETTER\", \"what\": \"a form\", \"days\": 14}}, \"source\"| cannot be read"
      })
  void refusesToStartWithARowThatIsWrong(String right, String wrong, String message)
      throws IOException {
    String broken = row("com").replace(right, wrong == null ? "" : wrong);

    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(() -> catalogueOver(broken))
        .withMessageContaining("tld/tlds.json")
        .withMessageContaining(message);
  }

  @Test
  void refusesToStartWithTheSameTldTwice() {
    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(() -> catalogueOver(row("com"), row("com")))
        .withMessageContaining("row com is there twice");
  }

  @Test
  void isABeanOfTheApplication() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(ObjectMapper.class);
      context.registerBean(Conditions.class, ServerFeel::conditions);
      context.register(TldCatalogue.class);
      context.refresh();
      assertThat(context.getBean(TldCatalogue.class).policies()).hasSizeGreaterThan(20);
    }
  }

  private TldCatalogue catalogueOver(String... rows) throws IOException {
    write("tld/tlds.json", "[" + String.join(",", rows) + "]");
    return catalogue();
  }

  /** The catalogue over nothing but the files of this test. */
  private TldCatalogue catalogue() throws IOException {
    try (var onlyThese = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      return Catalogues.over(onlyThese);
    }
  }

  private void write(String name, String content) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String row(String tld) {
    return ROW.formatted(tld);
  }

  private static Optional<String> tldOf(TldCatalogue catalogue, String domain) {
    return catalogue.policyFor(DomainName.of(domain)).map(policy -> policy.tld().label());
  }
}

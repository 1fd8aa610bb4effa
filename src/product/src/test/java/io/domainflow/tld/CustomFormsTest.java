package io.domainflow.tld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.Tld;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The folder of an installation's forms, with built-in ones for .aa and .bb (one form) and .cc
 * (none).
 */
class CustomFormsTest {

  private static final String ROW =
      """
      {"tld": "%s", "years": [1, 10], "idn": true, "transferLock": true, "privacy": true,
       "nameservers": [0, 13], "transferContacts": [], "source": "test"}""";

  @TempDir Path classes;
  @TempDir Path folder;

  @BeforeEach
  void delivers() throws IOException {
    write(
        classes.resolve("tld/tlds.json"),
        "[%s, %s, %s, %s]"
            .formatted(
                ROW.formatted("aa"),
                ROW.formatted("bb"),
                ROW.formatted("cc"),
                ROW.formatted("co.cc")));
    write(classes.resolve("additional-fields/aa.form"), form("aa", "\"tlds\": \"aa,bb\""));
    write(
        classes.resolve("registration-correct.form"),
        "{\"components\": [{\"key\": \"techHandle\"}]}");
  }

  @Test
  void areOneFileForANewTld() throws IOException {
    own("xy", form("xy", "\"tlds\": \"xy\""));

    TldPolicy xy = policy("example.xy");
    assertThat(xy.registrationPeriods()).extracting(Period::toString).containsExactly("1Y");
    assertThat(xy.idn()).isFalse();
    assertThat(xy.transferLock()).isFalse();
    assertThat(xy.privacy()).isFalse();
    assertThat(xy.minNameservers()).isEqualTo(2);
    assertThat(xy.maxNameservers()).isEqualTo(13);
    assertThat(xy.transferContacts()).isEmpty();
    assertThat(xy.form())
        .get()
        .extracting(AdditionalFieldsForm::id)
        .isEqualTo("additional-fields-xy");
  }

  @Test
  void maySayWhatTheirTldOffers() throws IOException {
    own(
        "xy",
        form(
            "xy",
            """
            "tlds": "xy,co.xy,xn--p1ai", "years": "1,3,5", "nameservers": "0,6", "idn": "true",
            "transferLock": "true", "privacy": "true", "transferContacts": "REGISTRANT, ADMIN"\
            """));

    for (String domain : List.of("example.xy", "EXAMPLE.CO.XY", "пример.рф")) {
      TldPolicy policy = policy(domain);
      assertThat(policy.registrationPeriods())
          .extracting(Period::toString)
          .containsExactly("1Y", "2Y", "3Y", "5Y");
      assertThat(policy.idn() && policy.transferLock() && policy.privacy()).isTrue();
      assertThat(policy.minNameservers()).isZero();
      assertThat(policy.maxNameservers()).isEqualTo(6);
      assertThat(policy.transferContacts())
          .containsExactlyInAnyOrder(ContactRole.REGISTRANT, ContactRole.ADMIN);
      assertThat(policy.check(DomainName.of(domain))).isEmpty();
    }
  }

  @Test
  void takeThePlaceOfTheDeliveredFormForTheirTldsOnly() throws IOException {
    own("my-bb", form("my-bb", "\"tlds\": \"bb\", \"years\": \"1,2\""));

    assertThat(policy("example.aa").form().orElseThrow().keys()).containsExactly("aaNumber");
    assertThat(policy("example.bb").form().orElseThrow().keys()).containsExactly("mybbNumber");
    assertThat(policy("example.aa").registrationPeriods()).hasSize(10);
    assertThat(policy("example.bb").registrationPeriods()).hasSize(2);
    assertThat(policy("example.bb").privacy()).as("what is not said stays").isTrue();
    assertThat(catalogue().forms())
        .extracting(FormText::file)
        .containsExactly("aa.form", "my-bb.form");
  }

  @Test
  void areDeployedInsteadOfTheDeliveredFormOfTheSameName() throws IOException {
    own("aa", form("aa", "\"tlds\": \"aa,bb\"").replace("Number of aa", "Other label"));

    assertThat(catalogue().faults()).isEmpty();
    assertThat(catalogue().forms())
        .singleElement()
        .satisfies(form -> assertThat(form.json()).contains("Other label"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "X-XY-NUMBER| x number| xy.form, line 5: field xyNumber has a property ispapi that is no",
        "xyNumber| number| xy.form, line 4: field number must have a key that begins with the name of the form, such as xyNumber",
        "xyNumber| xylophone| xy.form, line 4: field xylophone must have a key that begins",
        "register,transfer,trade,update| register| xy.form, line 4: field xyNumber is shown with a transfer, which it is not for; hide it, such as by =operation = \"transfer\"",
        "\"schemaVersion\": 16,| \"schemaVersion\": 16| xy.form, line 2, column 2: is not JSON",
        "additional-fields-xy| additional-fields-yx| xy.form, line 1: must have the id additional-fields-xy",
      })
  void formsWithAMistakeDisableTheirTld(String right, String wrong, String message)
      throws IOException {
    own("xy", form("xy", "\"tlds\": \"xy,cc\"").replace(right, wrong));
    TldCatalogue catalogue = catalogue();

    assertThat(catalogue.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.message()).startsWith(message);
              assertThat(fault.tlds()).containsExactly("xy", "cc");
            });
    for (String domain : List.of("example.xy", "example.cc")) {
      assertThat(catalogue.policyFor(DomainName.of(domain))).isEmpty();
      assertThat(catalogue.whyNotOffered(DomainName.of(domain)))
          .startsWith(
              "has a top-level domain that cannot be ordered now, because the form of its"
                  + " additional fields has a mistake (xy.form, line ")
          .contains(message);
    }
    assertThat(catalogue.policyOf(new Tld("cc"))).isEmpty();
    assertThat(catalogue.policies()).hasSize(3);
    assertThat(catalogue.policyFor(DomainName.of("example.co.cc"))).isPresent();
    assertThat(catalogue.forms()).extracting(FormText::file).containsExactly("aa.form");
  }

  /** Then example.co.cc is not treated as a name under .cc either. */
  @Test
  void formsWithAMistakeDoNotFallBackToTheShorterSuffix() throws IOException {
    own("co.cc", form("co.cc", "\"tlds\": \"co.cc\"").replace("textfield", "filepicker"));
    TldCatalogue catalogue = catalogue();

    assertThat(catalogue.policyFor(DomainName.of("example.co.cc"))).isEmpty();
    assertThat(catalogue.whyNotOffered(DomainName.of("example.co.cc"))).contains("co.cc.form");
    assertThat(catalogue.isTld(DomainName.of("co.cc"))).isTrue();
    assertThat(catalogue.policyFor(DomainName.of("example.cc"))).isPresent();
  }

  @Test
  void formsWithAMistakeAreNotReplacedByTheDeliveredOne() throws IOException {
    own("aa", form("aa", "\"tlds\": \"aa,bb\"").replace("\"label\"", "\"lable\""));

    assertThat(catalogue().policies())
        .extracting(policy -> policy.tld().label())
        .containsExactly("cc", "co.cc");
  }

  @Test
  void twoFormsForTheSameTldAreBothRefused() throws IOException {
    own("xy", form("xy", "\"tlds\": \"xy\""));
    own("zz", form("zz", "\"tlds\": \"zz,xy\""));

    assertThat(catalogue().faults())
        .extracting(FormFault::message)
        .containsExactly(
            "xy.form, line 2: is for .xy, and so is zz.form; a TLD has one form",
            "zz.form, line 2: is for .xy, and so is xy.form; a TLD has one form");
    assertThat(catalogue().policyFor(DomainName.of("example.zz"))).isEmpty();
  }

  @Test
  void aFormNamedLikeADeliveredOneMustCoverAllOfItsTlds() throws IOException {
    own("aa", form("aa", "\"tlds\": \"aa\""));

    assertThat(catalogue().faults())
        .extracting(FormFault::message)
        .containsExactly(
            "aa.form, line 2: has the id of the delivered form for .bb too; name these TLDs as"
                + " well, or give the file and its id another name");
    assertThat(catalogue().policyFor(DomainName.of("example.aa"))).isEmpty();
    assertThat(catalogue().policyFor(DomainName.of("example.bb"))).isPresent();
  }

  @Test
  void haveNoKeyOfTheFormToCorrectARegistration() throws IOException {
    own("tech", form("tech", "\"tlds\": \"tech\"").replace("techNumber", "techHandle"));

    assertThat(catalogue().faults())
        .extracting(FormFault::message)
        .containsExactly(
            "tech.form, line 4: field techHandle has a key that is taken; choose another");
  }

  @Test
  void valuesThatAreNotTextAreReported() throws IOException {
    Files.write(folder.resolve("xy.form"), "{\"ü\": 1}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(catalogue().faults())
        .containsExactly(
            new FormFault(
                List.of("xy"),
                "xy.form: cannot be read; it must be text in UTF-8 that the application may read"));
  }

  @Test
  void needAnExistingFolder() throws IOException {
    Path missing = folder.resolve("missing");
    Path file = Files.createFile(folder.resolve("file"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FormsProperties(missing.toString()))
        .withMessage(
            "domainflow.forms.folder is %s, which does not exist (%s)".formatted(missing, missing));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FormsProperties(file.toString()))
        .withMessage("domainflow.forms.folder is %s, which is not a folder".formatted(file));
    assertThat(new FormsProperties(" ").path()).isEmpty();
  }

  /** The built-in ones are tested, so a mistake in them is a bug of the product. */
  @Test
  void areTheOnlyFormsThatMayHaveMistakesOrTerms() throws IOException {
    Path delivered = classes.resolve("additional-fields/aa.form");
    write(delivered, form("aa", "\"tlds\": \"aa,bb\"").replace("textfield", "filepicker"));

    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(this::catalogue)
        .withMessageStartingWith("additional-fields/aa.form, line 4: field aaNumber is of type");

    write(delivered, form("aa", "\"tlds\": \"aa,bb\", \"years\": \"1,2\""));

    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(this::catalogue)
        .withMessage("additional-fields/aa.form has terms, which are a matter of tld/tlds.json");
  }

  private TldPolicy policy(String domain) throws IOException {
    return catalogue().policyFor(DomainName.of(domain)).orElseThrow();
  }

  private TldCatalogue catalogue() throws IOException {
    try (var onlyThese = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      return Catalogues.over(onlyThese, folder);
    }
  }

  private void own(String name, String json) throws IOException {
    write(folder.resolve(name + ".form"), json);
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String form(String name, String properties) {
    return """
        {"id": "additional-fields-%1$s", "type": "default", "schemaVersion": 16,
         "properties": {%2$s},
         "components": [
           {"type": "textfield", "key": "%3$sNumber", "label": "Number of %1$s",
            "properties": {"ispapi": "X-%4$s-NUMBER", "appliesTo": "register,transfer,trade,update"}}
         ]}
        """
        .formatted(
            name,
            properties.strip().replace("\n", " "),
            name.replaceAll("[.-]", ""),
            name.replaceAll("[.-]", "").toUpperCase(Locale.ROOT));
  }
}

package io.domainflow.tld;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.process.additionalfields.ServerFeel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFileTest {

  private static final String GOOD =
      """
      {"id": "additional-fields-zz", "type": "default", "schemaVersion": 16,
       "properties": {"tlds": "zz"},
       "components": [
         {"type": "select", "key": "zzKind", "label": "Kind",
          "values": [{"label": "One", "value": "1"}, {"label": "Two", "value": "2"}],
          "properties": {"ispapi": "X-ZZ-KIND", "appliesTo": "register"}},
         {"type": "textfield", "key": "zzNumber", "label": "Number",
          "validate": {"pattern": "^[0-9]+$"},
          "conditional": {"hide": "=zzKind = \\"1\\""},
          "properties": {"ispapi": "X-ZZ-NUMBER", "appliesTo": "register,transfer", "example": "12"}}
       ]}
      """;

  @Test
  void readsAValidForm() {
    assertThatNoException().isThrownBy(() -> read(GOOD));
  }

  /** One list of options for individuals, another for organizations. */
  @Test
  void readsTwoFieldsOfOneParameterIfNobodySeesBoth() {
    String apart =
        GOOD.replace("X-ZZ-NUMBER", "X-ZZ-KIND")
            .replace("\"=zzKind = \\\"1\\\"\"", "\"=registrantKind = \\\"organization\\\"\"")
            .replace(
                "\"label\": \"Kind\",",
                "\"label\": \"Kind\","
                    + " \"conditional\": {\"hide\": \"=registrantKind != \\\"organization\\\"\"},");

    assertThatNoException().isThrownBy(() -> read(apart));
  }

  /** What is in it would be read on the screen, or dots be refused by the form. */
  @Test
  void readsASecretThatTasklistShowsAsDots() {
    String secret =
        GOOD.replace("\"key\": \"zzNumber\"", "\"key\": \"zzSecret\", \"id\": \"Field_zzSecret\"")
            .replace("X-ZZ-NUMBER\"", "X-ZZ-NUMBER\", \"secret\": \"true\"");

    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(() -> read(secret))
        .withMessageContaining("field zzSecret is secret, so it must be a textfield that takes ••");
    assertThatNoException().isThrownBy(() -> read(secret.replace("[0-9]+$", "([0-9]+|•+)$")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"default\",| \"default\"| zz.form, line 1, column 50: is not JSON",
        "additional-fields-zz| additional-fields-yy| must have the id additional-fields-zz",
        "\"schemaVersion\": 16| \"schemaVersion\": 18| schemaVersion that Tasklist knows, at most 16",
        "\"tlds\": \"zz\"| \"tlds\": \" \"| must name its TLDs",
        "zzNumber| zz-number| field zz-number must be a key in camel case",
        "zzNumber| operation| field operation has a key that the order sets",
        "\"key\": \"zzNumber\",| | field without key",
        "\"key\": \"zzNumber\"| \"key\": \"zzKind\"| field zzKind has a key that is there twice",
        "\"ispapi\": \"X-ZZ-NUMBER\",| | field zzNumber must have one of the properties ispapi",
        "X-ZZ-NUMBER| X-ZZ-KIND| field zzNumber has a parameter that another field has",
        "X-ZZ-NUMBER| _ZZ-NUMBER| field zzNumber has a property ispapi that is no parameter name",
        "register,transfer| register,restore| field zzNumber applies to an unknown operation, restore",
        "register,transfer| | field zzNumber must say in appliesTo",
        "\"textfield\"| \"filepicker\"| field zzNumber is of type filepicker",
        "\"textfield\"| \"dynamiclist\"| field zzNumber is of type dynamiclist",
        "\"textfield\"| \"checkbox\"| field zzNumber is a checkbox and needs wireTrue",
        "\"value\": \"2\"| \"value\": \"1\"| field zzKind has the same option twice",
        "\"values\"| \"valuesKey\"| field zzKind needs its options in the form",
        "\"label\": \"Number\"| \"label\": \"\"| field zzNumber needs a label",
        "^[0-9]+$| ^[0-9+$| field zzNumber has a pattern that cannot be read",
        ", \"example\": \"12\"| | field zzNumber has a pattern, so it needs a property example",
        "\"12\"| \"a dozen\"| field zzNumber has an example that it does not accept",
        "=zzKind = | zzKind = | field zzNumber has a condition that does not start with =",
        "=zzKind = | =zzKnid = | field zzNumber has a condition over zzKnid",
        "=zzKind = | =zzKind = = | field zzNumber has a condition that is not FEEL",
        "X-ZZ-NUMBER\"| X-ZZ-NUMBER\", \"secret\": \"true\"| field zzNumber is secret, so its key and its id",
        "X-ZZ-NUMBER\"| X-ZZ-NUMBER\", \"consent\": \"true\"| field zzNumber is a consent, so it must be",
        "X-ZZ-NUMBER| AUTH| field zzNumber is an auth code, so it must apply to trade only",
      })
  void saysWhereAndWhatIsWrong(String right, String wrong, String message) {
    String broken = GOOD.replace(right, wrong == null ? "" : wrong);

    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(() -> read(broken))
        .withMessageContaining("additional-fields/zz.form")
        .withMessageContaining(message);
  }

  /** Of two helpers nobody could say which of them an order answers. */
  @Test
  void readsNoFieldThatTwoHelpersDecideAbout() {
    String helper =
        """
        {"type": "select", "key": "zzFirst", "label": "First",
         "values": [{"label": "One", "value": "1"}],
         "properties": {"helper": "_FIRST", "appliesTo": "register"}},
        """;
    String helpers = helper + helper.replace("zzFirst", "zzSecond");
    String two =
        GOOD.replace("\"components\": [", "\"components\": [" + helpers)
            .replace("=zzKind = ", "=zzFirst = null or zzSecond = ");

    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(() -> read(two))
        .withMessageContaining("field zzNumber has a condition over a helper and over another");
  }

  /** The line of what is wrong; of what is missing, that of what it is missing in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"additional-fields-zz\"| \"zz\"| line 1: must have the id additional-fields-zz",
        "\"tlds\": \"zz\"| \"tlds\": \".zz\"| line 2: must name its TLDs in lower case",
        "\"tlds\": \"zz\"| \"tlds\": \"zz\", \"yearz\": \"1,2\"| line 2: has a property that is not known, yearz",
        "\"tlds\": \"zz\"| \"tlds\": \"zz\", \"years\": \"1,11\"| line 2: has years that are not",
        "\"tlds\": \"zz\"| \"tlds\": \"zz\", \"years\": \"one\"| line 2: has years that are no numbers",
        "\"tlds\": \"zz\"| \"tlds\": \"zz\", \"nameservers\": \"2\"| line 2: has nameservers that are not",
        "\"tlds\": \"zz\"| \"tlds\": \"zz\", \"privacy\": \"yes\"| line 2: must say true or false for privacy",
        "\"tlds\": \"zz\"| \"tlds\": \"zz\", \"transferContacts\": \"OWNER\"| line 2: has transferContacts other than",
        "X-ZZ-KIND| x-zz-kind| line 6: field zzKind has a property ispapi",
        "\"value\": \"2\"| \"value\": \"1\"| line 5: field zzKind has the same option twice",
        "^[0-9]+$| ^[0-9+$| line 8: field zzNumber has a pattern",
        "=zzKind = | =zzKnid = | line 9: field zzNumber has a condition over zzKnid",
        "register,transfer| register,move| line 10: field zzNumber applies to an unknown operation",
        "\"appliesTo\": \"register,transfer\"| \"appliesto\": \"register\"| line 10: field zzNumber has a property that is not known",
        "\"label\": \"Number\",| | line 7: field zzNumber needs a label",
      })
  void saysInWhichLine(String right, String wrong, String message) {
    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(() -> read(GOOD.replace(right, wrong == null ? "" : wrong)))
        .withMessageStartingWith("additional-fields/zz.form, " + message);
  }

  private static FormFile read(String json) {
    return new FormFile(
        "additional-fields/zz.form", json, new ObjectMapper(), ServerFeel.conditions());
  }
}

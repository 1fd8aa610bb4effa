package io.domainflow.tld;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.process.ServerFeel;
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
          "properties": {"ispapi": "X-ZZ-NUMBER", "appliesTo": "register,transfer"}}
       ]}
      """;

  @Test
  void readsAFormThatIsRight() {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"default\",| \"default\"| zz.form is not JSON",
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
        "=zzKind = | zzKind = | field zzNumber has a condition that does not start with =",
        "=zzKind = | =zzKnid = | field zzNumber has a condition over zzKnid",
        "=zzKind = | =zzKind = = | field zzNumber has a condition that is not FEEL",
      })
  void saysWhereAndWhatIsWrong(String right, String wrong, String message) {
    String broken = GOOD.replace(right, wrong == null ? "" : wrong);

    assertThatExceptionOfType(CatalogueFault.class)
        .isThrownBy(() -> read(broken))
        .withMessageContaining("additional-fields/zz.form")
        .withMessageContaining(message);
  }

  private static FormFile read(String json) {
    return new FormFile(
        "additional-fields/zz.form", json, new ObjectMapper(), ServerFeel.conditions());
  }
}

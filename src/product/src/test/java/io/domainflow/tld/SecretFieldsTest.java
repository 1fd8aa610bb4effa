package io.domainflow.tld;

import static io.domainflow.tld.AdditionalFieldsForm.MASK;
import static io.domainflow.tld.Catalogues.codes;
import static io.domainflow.tld.Catalogues.individual;
import static io.domainflow.tld.Catalogues.values;
import static io.domainflow.tld.FormOperation.REGISTER;
import static io.domainflow.tld.FormOperation.TRADE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Tld;
import io.domainflow.process.additionalfields.ServerFeel;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The handling of secrets, consents and chargeable options among the values stored with a name. */
class SecretFieldsTest {

  private static final AdditionalFieldsForm FORM =
      new FormFile(
              "zz.form",
              """
              {"id": "additional-fields-zz", "type": "default", "schemaVersion": 16,
               "properties": {"tlds": "zz"},
               "components": [
                 {"type": "textfield", "key": "zzKeySecret", "id": "Field_zzKeySecret",
                  "label": "Membership key",
                  "properties": {"ispapi": "X-ZZ-KEY", "appliesTo": "register", "secret": "true"}},
                 {"type": "textfield", "key": "zzAuthSecret", "id": "Field_zzAuthSecret",
                  "label": "Auth code", "validate": {"required": true},
                  "properties": {"ispapi": "AUTH", "appliesTo": "trade", "secret": "true", "kept": "false"}},
                 {"type": "checkbox", "key": "zzTerms", "id": "Field_zzTerms", "label": "Terms",
                  "description": "The terms of the registry.",
                  "properties": {"ispapi": "X-ZZ-TAC", "appliesTo": "register,trade", "wireTrue": "1", "consent": "true"}},
                 {"type": "checkbox", "key": "zzTrustee", "id": "Field_zzTrustee", "label": "Trustee",
                  "properties": {"ispapi": "X-ZZ-TRUSTEE", "appliesTo": "register", "wireTrue": "1", "chargeable": "true"}},
                 {"type": "select", "key": "zzKind", "id": "Field_zzKind", "label": "Kind",
                  "values": [{"label": "One", "value": "1"}, {"label": "Two", "value": "2"}],
                  "properties": {"ispapi": "X-ZZ-KIND", "appliesTo": "register,trade"}},
                 {"type": "textfield", "key": "zzNumber", "id": "Field_zzNumber", "label": "Number",
                  "conditional": {"hide": "=zzKind != \\"1\\""},
                  "properties": {"ispapi": "X-ZZ-NUMBER", "appliesTo": "register,trade"}}
               ]}
              """,
              new ObjectMapper(),
              ServerFeel.conditions())
          .forTld(new Tld("zz"));

  private static final AdditionalFields ALL =
      values(
          "X-ZZ-KEY",
          "k-17",
          "X-ZZ-TAC",
          "1",
          "X-ZZ-TRUSTEE",
          "1",
          "X-ZZ-KIND",
          "1",
          "X-ZZ-NUMBER",
          "7");

  @Test
  void areShownAsDotsThatMeanAsBefore() {
    Map<String, Object> shown = FORM.toForm(ALL, individual(REGISTER));

    assertThat(shown).containsEntry("zzKeySecret", MASK).containsEntry("zzNumber", "7");
    assertThat(FORM.fromForm(FORM.unmasked(shown, ALL))).isEqualTo(ALL);
    shown.put("zzKeySecret", "k-18");
    assertThat(FORM.fromForm(FORM.unmasked(shown, ALL)).values()).containsEntry("X-ZZ-KEY", "k-18");
  }

  @Test
  void areNotDotsThemselves() {
    AdditionalFields dots =
        FORM.fromForm(FORM.unmasked(Map.of("zzKeySecret", MASK), AdditionalFields.NONE));

    assertThat(codes(FORM.check(dots, individual(REGISTER)))).containsExactly("X-ZZ-KEY MALFORMED");
  }

  @Test
  void keepsNothingThatIsAgreedToOrBoughtOrMustLeave() {
    assertThat(FORM.keepable(ALL.with(values("AUTH", "secret1", "X-ZZ-OF-AN-OLD-FORM", "1"))))
        .isEqualTo(values("X-ZZ-KEY", "k-17", "X-ZZ-KIND", "1", "X-ZZ-NUMBER", "7"));
    assertThat(FORM.notKept()).containsExactly("AUTH");
  }

  @Test
  void canBeLeftOut() {
    assertThat(FORM.withoutSecrets(values("X-ZZ-KEY", "k-17", "X-ZZ-NUMBER", "7")))
        .isEqualTo(values("X-ZZ-NUMBER", "7"));
  }

  @Test
  void usesOnlyKeptValuesThatFitTheGivenOnes() {
    assertThat(FORM.fitting(ALL, AdditionalFields.NONE, individual(TRADE)))
        .isEqualTo(values("X-ZZ-KIND", "1", "X-ZZ-NUMBER", "7"));
    assertThat(FORM.fitting(ALL, values("X-ZZ-KIND", "2"), individual(TRADE)))
        .isEqualTo(AdditionalFields.NONE);
    assertThat(
            FORM.fitting(values("X-ZZ-KIND", "1"), values("X-ZZ-NUMBER", "8"), individual(TRADE)))
        .as("what a given value needs beside it")
        .isEqualTo(values("X-ZZ-KIND", "1"));
  }

  @Test
  void knowsWhatIsAgreedTo() {
    assertThat(FORM.consents(ALL, individual(REGISTER)))
        .extracting(AdditionalField::description)
        .containsExactly("The terms of the registry.");
    assertThat(FORM.consents(values("X-ZZ-KIND", "1"), individual(REGISTER))).isEmpty();
  }
}

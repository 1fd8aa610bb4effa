package io.domainflow.tld;

import static io.domainflow.tld.Catalogues.codes;
import static io.domainflow.tld.Catalogues.individual;
import static io.domainflow.tld.Catalogues.missing;
import static io.domainflow.tld.Catalogues.organization;
import static io.domainflow.tld.Catalogues.values;
import static io.domainflow.tld.FormOperation.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.AdditionalFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsFormTest {

  private final AdditionalFieldsForm form = Catalogues.form("example.us");

  @ParameterizedTest
  @EnumSource
  void requiresPurposeAndNexusWithEveryOperation(FormOperation operation) {
    for (FieldContext context :
        new FieldContext[] {individual(operation), organization(operation)}) {
      assertThat(form.missing(AdditionalFields.NONE, context))
          .extracting(AdditionalField::parameter)
          .containsExactly("X-US-NEXUS-APPPURPOSE", "X-US-NEXUS-CATEGORY");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C31", "C32"})
  void requiresTheCountryOfAForeignOrganization(String category) {
    AdditionalFields foreign =
        values("X-US-NEXUS-APPPURPOSE", "P1", "X-US-NEXUS-CATEGORY", category);

    assertThat(missing(form, foreign, organization(REGISTER))).containsExactly("usNexusCountry");
    AdditionalFields complete = foreign.with(values("X-US-NEXUS-VALIDATOR", "DE"));
    assertThat(missing(form, complete, organization(REGISTER))).isEmpty();
    assertThat(form.check(complete, organization(REGISTER))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C11", "C12", "C21"})
  void refusesTheCountryInAnyOtherCategory(String category) {
    AdditionalFields surplus =
        values(
            "X-US-NEXUS-APPPURPOSE", "P3",
            "X-US-NEXUS-CATEGORY", category,
            "X-US-NEXUS-VALIDATOR", "DE");

    FieldContext context = category.equals("C21") ? organization(REGISTER) : individual(REGISTER);
    assertThat(form.check(surplus, context))
        .singleElement()
        .hasToString(
            "X-US-NEXUS-VALIDATOR does not apply in this case: it is only for a foreign"
                + " organization, which is X-US-NEXUS-CATEGORY C31 or C32");
    assertThat(missing(form, surplus, context)).isEmpty();
  }

  @Test
  void refusesAPersonAsAnOrganizationAndViceVersa() {
    AdditionalFields organizationHere =
        values("X-US-NEXUS-APPPURPOSE", "P1", "X-US-NEXUS-CATEGORY", "C21");
    AdditionalFields citizen = values("X-US-NEXUS-APPPURPOSE", "P1", "X-US-NEXUS-CATEGORY", "C11");

    assertThat(codes(form.check(organizationHere, individual(REGISTER))))
        .containsExactly("X-US-NEXUS-CATEGORY NOT_IN_LIST");
    assertThat(codes(form.check(citizen, organization(REGISTER))))
        .containsExactly("X-US-NEXUS-CATEGORY NOT_IN_LIST");
    assertThat(form.check(organizationHere, organization(REGISTER))).isEmpty();
    assertThat(form.check(citizen, individual(REGISTER))).isEmpty();
  }

  @Test
  void refusesAnUnknownCountryWithoutListingAll() {
    AdditionalFields values =
        values("X-US-NEXUS-CATEGORY", "C31", "X-US-NEXUS-VALIDATOR", "Germany");

    assertThat(form.check(values, organization(REGISTER)))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("one of 249 codes such as AF (Afghanistan)")
                    .hasSizeLessThan(120));
  }

  @Test
  void refusesEveryWrongValueAtOnce() {
    AdditionalFields wrong =
        values("X-US-NEXUS-APPPURPOSE", "p1", "X-US-NEXUS-CATEGORY", "C99", "X-US", "1");

    assertThat(codes(form.check(wrong, individual(REGISTER))))
        .containsExactly(
            "X-US-NEXUS-APPPURPOSE NOT_IN_LIST",
            "X-US-NEXUS-CATEGORY NOT_IN_LIST",
            "X-US UNKNOWN_FIELD");
  }
}

package io.domainflow.process.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.FieldProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTextTest {

  @ParameterizedTest
  @CsvSource({
    "nameservers[0],          Name server 1",
    "nameservers[12],         Name server 13",
    "nameservers,             Name servers",
    "authCode,                Auth code",
    "registrant.postalCode,   Registrant: postal code",
    "newRegistrant.firstName, New registrant: first name",
    "admin.email,             Administrative contact: mail address",
    "tech.state,              Technical contact: state or province",
    "X-CA-LEGAL-TYPE,         X-CA-LEGAL-TYPE",
    "additionalFields.kind,   Kind"
  })
  void callsAFieldAsTheFormDoes(String field, String label) {
    assertThat(text(new FieldProblem(field, "MALFORMED", "is too long")))
        .isEqualTo(label + " is too long");
  }

  @Test
  void callsWhatIsMissingByTheLabelThatItComesWith() {
    assertThat(text(new FieldProblem("registrant.city", "MISSING", "is missing: City")))
        .isEqualTo("City is missing");
    assertThat(text(new FieldProblem("kind", "MISSING", "is missing: Kind, one of: A, B")))
        .isEqualTo("Kind is missing, one of: A, B");
  }

  @Test
  void saysAllInOneLine() {
    assertThat(
            text(
                new FieldProblem("nameservers[0]", "MALFORMED", "is no name"),
                new FieldProblem("authCode", "MALFORMED", "is too long")))
        .isEqualTo("Name server 1 is no name; Auth code is too long");
  }

  private static String text(FieldProblem... problems) {
    return ProblemText.of(List.of(problems), Optional.empty());
  }
}

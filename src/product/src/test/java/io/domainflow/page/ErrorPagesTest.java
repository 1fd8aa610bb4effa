package io.domainflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** What a browser is shown that the server or a web application refuses. */
class ErrorPagesTest {

  @ParameterizedTest
  @CsvSource({
    "400, Not possible",
    "401, Login required",
    "403, Not allowed",
    "404, Nothing at this address",
    "405, Not offered here",
    "500, Something went wrong on our side",
    "503, Something went wrong on our side"
  })
  void saysWhatHappenedAndNothingOfTheInside(int status, String title) throws Exception {
    Map<String, Object> inside =
        Map.of("message", "NullPointerException at io.domainflow", "trace", "at org.example");
    MockHttpServletRequest request = new MockHttpServletRequest();
    MockHttpServletResponse response = new MockHttpServletResponse();

    ModelAndView page =
        new ErrorPages().resolveErrorView(request, HttpStatus.valueOf(status), inside);
    page.getView().render(page.getModel(), request, response);

    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContentAsString())
        .contains("<h2>" + title + "</h2>", "<a href=\"/\">Back to the start page</a>")
        .doesNotContain("Exception", "org.example");
    assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @Test
  void textIsNeverMarkup() {
    assertThat(new String(ErrorPage.html(404, "<b>", "<img src=x>"), StandardCharsets.UTF_8))
        .contains("&lt;b&gt;", "&lt;img")
        .doesNotContain("<b>", "<img");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,*/*;q=0.8 | true",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | false",
        "application/json | false",
        "*/* | false",
        "text/csv, application/json | false"
      })
  void aBrowserIsKnownByWhatItTakes(String accept, boolean browser) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Accept", accept);

    assertThat(ErrorPage.isWanted(request)).isEqualTo(browser);
    assertThat(ErrorPage.isWanted(new MockHttpServletRequest())).isFalse();
  }
}

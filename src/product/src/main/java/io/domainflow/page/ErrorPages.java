package io.domainflow.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows refusals by the server and the web applications with our own texts. */
@Component
class ErrorPages implements ErrorViewResolver {

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    return new ModelAndView(
        (values, asked, response) ->
            ErrorPage.send(response, status.value(), title(status), detail(status)));
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "Login required";
      case FORBIDDEN -> "Not allowed";
      case NOT_FOUND -> "Nothing at this address";
      case METHOD_NOT_ALLOWED -> "Not offered here";
      default -> status.is5xxServerError() ? "Something went wrong on our side" : "Not possible";
    };
  }

  private static String detail(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "You are not logged in, or your session has ended. Nothing was changed.";
      case FORBIDDEN ->
          "Your login may not open this page. Nothing was changed. An administrator can give you"
              + " the right, if you need it.";
      case NOT_FOUND -> "There is nothing at this address. Nothing was changed.";
      case METHOD_NOT_ALLOWED ->
          "This address does not take what was sent to it. Nothing was changed.";
      default ->
          status.is5xxServerError()
              ? "Whether something was changed is not known. Look at how it stands before you try"
                  + " again. The log has the details."
              : "The server cannot serve this request as it is. Nothing was changed.";
    };
  }
}

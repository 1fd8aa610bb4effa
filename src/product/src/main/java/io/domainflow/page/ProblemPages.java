package io.domainflow.page;

import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Shows a problem as a page if {@link ErrorPage#isWanted} detects a browser. */
@Configuration(proxyBeanMethods = false)
class ProblemPages implements WebMvcConfigurer {

  /** Added last, so that a caller without an Accept header gets JSON. */
  @Override
  public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
    converters.add(new Converter());
  }

  private static final class Converter extends AbstractHttpMessageConverter<ProblemDetail> {

    Converter() {
      super(MediaType.APPLICATION_XHTML_XML);
    }

    @Override
    protected boolean supports(Class<?> type) {
      return ProblemDetail.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, MediaType mediaType) {
      return false;
    }

    @Override
    protected ProblemDetail readInternal(
        Class<? extends ProblemDetail> type, HttpInputMessage message) {
      throw new HttpMessageNotReadableException("problems are not read", message);
    }

    @Override
    protected void writeInternal(ProblemDetail problem, HttpOutputMessage message)
        throws IOException {
      message.getHeaders().setContentType(ErrorPage.TYPE);
      message.getHeaders().set("Content-Security-Policy", ErrorPage.POLICY);
      message
          .getBody()
          .write(
              ErrorPage.html(
                  problem.getStatus(),
                  problem.getTitle() == null ? "Not possible" : problem.getTitle(),
                  problem.getDetail()));
    }
  }
}

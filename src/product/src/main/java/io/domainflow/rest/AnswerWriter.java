package io.domainflow.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.StreamUtils;

/**
 * Writes answers of one type in a format other than JSON, as text in UTF-8. Requests never use this
 * format.
 *
 * @param <T> the answer
 */
public abstract class AnswerWriter<T> extends AbstractHttpMessageConverter<T> {

  private final Class<T> answer;

  /** Writes answers of this type in this format. */
  protected AnswerWriter(Class<T> answer, MediaType form) {
    super(StandardCharsets.UTF_8, form);
    this.answer = answer;
  }

  /** The answer as text. */
  protected abstract String text(T answer);

  /** Sets the headers that the answer needs besides the content type. */
  protected abstract void head(T answer, HttpHeaders headers);

  @Override
  protected final boolean supports(Class<?> type) {
    return type == answer;
  }

  @Override
  protected final boolean canRead(MediaType type) {
    return false;
  }

  @Override
  protected final T readInternal(Class<? extends T> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("nobody sends answers", message);
  }

  @Override
  protected final void writeInternal(T written, HttpOutputMessage message) throws IOException {
    head(written, message.getHeaders());
    StreamUtils.copy(text(written), StandardCharsets.UTF_8, message.getBody());
  }
}

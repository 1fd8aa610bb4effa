package io.domainflow.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.springframework.boot.jackson.JsonComponent;

/**
 * Writes each time in JSON with as many digits as the database stores. A caller who asks for
 * changes since such a time gets exactly those.
 */
@JsonComponent
class TimeWriter extends JsonSerializer<Instant> {

  private static final int DIGITS = 6;

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(DIGITS).toFormatter();

  @Override
  public void serialize(Instant time, JsonGenerator json, SerializerProvider serializers)
      throws IOException {
    json.writeString(FORMAT.format(time));
  }
}

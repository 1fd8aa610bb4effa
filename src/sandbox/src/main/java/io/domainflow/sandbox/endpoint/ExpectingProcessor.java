package io.domainflow.sandbox.endpoint;

import org.apache.coyote.ErrorState;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * Reads requests as Tomcat does, but takes an empty {@code Expect} at the registrar's address, as
 * the registrar's own SDKs send it. Tomcat would answer it with 417 before any filter.
 */
final class ExpectingProcessor extends Http11Processor {

  private static final String EXPECT = "Expect";

  ExpectingProcessor(ResettableHttp11Protocol protocol) {
    super(protocol, protocol.getAdapter());
  }

  // Tomcat calls this between reading the headers and checking them.
  @Override
  protected ErrorState getErrorState() {
    MessageBytes expected = request.getMimeHeaders().getValue(EXPECT);
    if (expected != null
        && expected.toString().isBlank()
        && ApiController.ADDRESSES.stream().anyMatch(request.requestURI()::equals)) {
      request.getMimeHeaders().removeHeader(EXPECT);
    }
    return super.getErrorState();
  }
}

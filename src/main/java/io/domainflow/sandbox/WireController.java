package io.domainflow.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The address the registrar's API is called at. */
@RestController("sandboxWireController")
@ConditionalOnSandbox
@Behaviour(
    value = "answers are text/plain with HTTP 200, whatever the code",
    basis = Basis.INVENTED)
class WireController {

  private final Dispatcher dispatcher;
  private final Delivery delivery;

  WireController(Dispatcher dispatcher, Delivery delivery) {
    this.dispatcher = dispatcher;
    this.delivery = delivery;
  }

  @PostMapping("/sandbox/api/call.cgi")
  void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] body = request.getInputStream().readNBytes(WireReader.MAX_BODY + 1);
    delivery.deliver(reply(body, request), request, response);
  }

  private Dispatcher.Reply reply(byte[] body, HttpServletRequest request) {
    WireCall call;
    try {
      String type = request.getContentType();
      if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
        throw WireReader.format("not a form");
      }
      if (body.length > WireReader.MAX_BODY) {
        throw WireReader.format("request too long");
      }
      call = WireReader.read(body, request.getRemoteAddr() + ":" + request.getRemotePort());
    } catch (Refusal refusal) {
      return dispatcher.unreadable(refusal);
    }
    return dispatcher.dispatch(call);
  }
}

package io.domainflow.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The address the registrar's API is called at. */
@RestController("sandboxWireController")
@ConditionalOnSandbox
@Behaviour(
    value = "answers are text/plain with HTTP 200, whatever the code",
    basis = Basis.INVENTED)
@Behaviour(
    value = "a form sent as text/plain is read all the same",
    basis = Basis.DOCUMENTED,
    source = "HEXONET Node SDK 9.0.8, APIClient, which names no other type")
@Behaviour(value = "anything but a form that is posted is 507", basis = Basis.INVENTED)
class WireController {

  private final Dispatcher dispatcher;
  private final Delivery delivery;

  WireController(Dispatcher dispatcher, Delivery delivery) {
    this.dispatcher = dispatcher;
    this.delivery = delivery;
  }

  @RequestMapping("/sandbox/api/call.cgi")
  void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] body = request.getInputStream().readNBytes(WireReader.MAX_BODY + 1);
    delivery.deliver(reply(body, request), request, response);
  }

  private Dispatcher.Reply reply(byte[] body, HttpServletRequest request) {
    WireCall call;
    try {
      if (!request.getMethod().equals("POST") || !isForm(request.getContentType())) {
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

  private static boolean isForm(String type) {
    return type != null
        && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("text/plain"));
  }
}

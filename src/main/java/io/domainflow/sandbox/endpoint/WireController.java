package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import io.domainflow.sandbox.wire.WireReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The address the registrar's API is called at. */
@RestController("sandboxWireController")
@ConditionalOnSandbox
@Behaviour(
    value = "answers are text/plain with HTTP 200, whatever the code",
    basis = Basis.INVENTED)
@Behaviour(
    value = "a form is read whatever its Content-Type says",
    basis = Basis.DOCUMENTED,
    source =
        "HEXONET Node SDK 9.0.8, APIClient, which sends text/plain, and the PHP SDK of its WHMCS"
            + " module 5.1.8, which sends text/html")
@Behaviour(
    value = "the fields may stand in the address of a GET",
    basis = Basis.DOCUMENTED,
    source =
        "call.cgi?s_entity=1234&… of the HEXONET API reference; acme.sh dns_hexonet, which asks so")
@Behaviour(value = "other methods are 507", basis = Basis.INVENTED)
@Behaviour(
    value = "an empty header Expect changes nothing",
    basis = Basis.DOCUMENTED,
    source = "HEXONET Go SDK 4.0.7 and Perl SDK, which send it")
class WireController {

  /** Where it is. */
  static final String ADDRESS = "/sandbox/api/call.cgi";

  private static final Set<String> METHODS = Set.of("GET", "POST");

  private final Dispatcher dispatcher;
  private final Delivery delivery;

  WireController(Dispatcher dispatcher, Delivery delivery) {
    this.dispatcher = dispatcher;
    this.delivery = delivery;
  }

  @RequestMapping(ADDRESS)
  void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] body = fields(request);
    delivery.deliver(reply(body, request), request, response);
  }

  private Dispatcher.Reply reply(byte[] body, HttpServletRequest request) {
    WireCall call;
    try {
      if (!METHODS.contains(request.getMethod())) {
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

  private static byte[] fields(HttpServletRequest request) throws IOException {
    return request.getMethod().equals("GET")
        ? Objects.requireNonNullElse(request.getQueryString(), "")
            .getBytes(StandardCharsets.ISO_8859_1)
        : request.getInputStream().readNBytes(WireReader.MAX_BODY + 1);
  }
}

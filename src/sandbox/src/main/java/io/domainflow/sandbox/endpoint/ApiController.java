package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.protocol.FormBody;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses at which the registrar's APIs are called. */
@RestController("sandboxApiController")
@ConditionalOnSandbox
class ApiController {

  private static final String ISPAPI = "/sandbox/api/call.cgi";
  private static final String CNR = "/sandbox/cnr/api/call.cgi";
  private static final String CNR_TOO = "/sandbox/cnr/api/call";

  /** The paths of the APIs. */
  static final Set<String> ADDRESSES = Set.of(ISPAPI, CNR, CNR_TOO);

  private static final Set<String> METHODS = Set.of("GET", "POST");

  private final IspapiApi ispapi;
  private final CnrApi cnr;
  private final Dispatcher dispatcher;
  private final Delivery delivery;

  ApiController(IspapiApi ispapi, CnrApi cnr, Dispatcher dispatcher, Delivery delivery) {
    this.ispapi = ispapi;
    this.cnr = cnr;
    this.dispatcher = dispatcher;
    this.delivery = delivery;
  }

  @RequestMapping(ISPAPI)
  void ispapi(HttpServletRequest request, HttpServletResponse response) throws IOException {
    call(ispapi, request, response);
  }

  @RequestMapping({CNR, CNR_TOO})
  void cnr(HttpServletRequest request, HttpServletResponse response) throws IOException {
    call(cnr, request, response);
  }

  private void call(PlatformApi api, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = fields(request);
    delivery.deliver(reply(api, body, request), request, response);
  }

  private Dispatcher.Reply reply(PlatformApi api, byte[] body, HttpServletRequest request) {
    ReceivedCommand call;
    try {
      if (!METHODS.contains(request.getMethod())) {
        throw FormBody.refused("not a form");
      }
      if (body.length > FormBody.MAX) {
        throw FormBody.refused("request too long");
      }
      call = api.read(body, request.getRemoteAddr() + ":" + request.getRemotePort());
    } catch (Refusal refusal) {
      return dispatcher.unreadable(api, refusal);
    }
    return dispatcher.dispatch(api, call);
  }

  private static byte[] fields(HttpServletRequest request) throws IOException {
    return request.getMethod().equals("GET")
        ? Objects.requireNonNullElse(request.getQueryString(), "")
            .getBytes(StandardCharsets.ISO_8859_1)
        : request.getInputStream().readNBytes(FormBody.MAX + 1);
  }
}

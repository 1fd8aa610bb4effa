package io.domainflow.rest.leaving;

import io.domainflow.client.ApiClients;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransferPage;
import io.domainflow.rest.LoginAccess;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists who has requested which names, the answers and the outcomes: all of them for staff, only
 * their own names for everybody else. For an API client, accounts outside its scope do not exist.
 */
@RestController
class OutgoingTransferController {

  private final OutgoingTransferPage transfers;
  private final ApiClients clients;
  private final LoginAccess access;

  OutgoingTransferController(
      OutgoingTransferPage transfers, ApiClients clients, LoginAccess access) {
    this.transfers = transfers;
    this.clients = clients;
    this.access = access;
  }

  @GetMapping(path = "/api/v1/outgoing-transfers", produces = MediaType.APPLICATION_JSON_VALUE)
  OutgoingTransferList list(@RequestParam Map<String, String> parameters, Authentication login) {
    OutgoingTransferQuery query = OutgoingTransferQuery.of(parameters);
    List<OutgoingTransfer> found =
        transfers.read(
            query.state(),
            query.domain(),
            query.account(),
            clients.scopeOf(login.getName()),
            access.caller(login),
            query.after(),
            query.limit() + 1);
    List<OutgoingTransfer> page = found.stream().limit(query.limit()).toList();
    return new OutgoingTransferList(
        page.stream().map(transfer -> OutgoingTransferView.of(transfer, login)).toList(),
        found.size() > page.size()
            ? OutgoingTransferQuery.cursor(page.get(page.size() - 1))
            : null);
  }
}

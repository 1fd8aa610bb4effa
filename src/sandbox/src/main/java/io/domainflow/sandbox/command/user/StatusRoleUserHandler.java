package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.RoleUser;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusRoleUserHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    RoleUser role = find(call, transaction);
    return Answer.of(Code.COMPLETED)
        .with("ACL", role.acl())
        .with("ALLOWEDIP", role.allowedIps())
        .with("CREATEDDATE", RegistrarDate.of(role.createdAt()))
        .with("DEFAULTPOLICY", role.policy())
        .with("DESCRIPTION", role.description())
        .with("OTPSTATUS", "INACTIVE")
        .with("STATUS", role.status())
        .with("UPDATEDDATE", RegistrarDate.of(role.updatedAt()));
  }

  /**
   * The role user a command is about.
   *
   * @throws Refusal 545 if there is none
   */
  static RoleUser find(ReceivedCommand call, Transaction transaction) {
    String account = Users.subject(call, transaction);
    return transaction
        .find(Table.ROLE_USERS, RoleUser.key(account, call.required("ROLEID")))
        .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "ROLEID"));
  }
}

package io.domainflow.proof;

import io.domainflow.registrar.command.CreateAuthCode;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.SetRenewalMode;
import java.util.stream.Stream;

/**
 * Lists the orders that send a command only at CentralNic Reseller, or another one than at ISPAPI;
 * {@link CommonFaultedOrders} has the others.
 */
final class CnrFaultedOrders {

  private CnrFaultedOrders() {}

  /** The orders, placed and answered through these calls. */
  static Stream<FaultedOrder> through(TrialOrders orders) {
    return Stream.of(
        FaultedOrder.buys(
                RegisterDomain.class,
                "AddDomainApplication",
                orders::applyInAPhase,
                RegistrarBooks::belongsToThePerson)
            .inTheWay("by application"),
        FaultedOrder.buys(
            SetRenewalMode.class,
            "SetDomainRenewalMode",
            orders::register,
            RegistrarBooks::isToExpire),
        FaultedOrder.buys(
            DeleteEvent.class,
            "DeleteEvent",
            trial -> orders.transfer(trial, "P3D"),
            RegistrarBooks::eventIsGone),
        FaultedOrder.buys(
                RenewDomain.class,
                "SetDomainRenewalMode",
                trial -> orders.renew(trial, false),
                RegistrarBooks::isToRenewOnce)
            .repeatable()
            .inTheWay("by its mode"),
        FaultedOrder.underWay(
                CreateAuthCode.class,
                "SetAuthCode",
                orders::leave,
                "AUTH_CODE_APPROVAL",
                orders::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable()
            .inTheWay("at DENIC")
            .below("de"),
        FaultedOrder.underWay(
                MailAuthCode.class,
                "SetAuthCode",
                orders::leave,
                "AUTH_CODE_APPROVAL",
                orders::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable()
            .below("be"),
        FaultedOrder.underWay(
                ReplaceContacts.class,
                "ModifyDomain",
                orders::takeOverWithoutContacts,
                "CONTACTS_AFTER_TRANSFER",
                orders::giveContacts,
                RegistrarBooks::belongsToThePerson)
            .forNothing(),
        FaultedOrder.underWay(
            ResendTransferMails.class,
            "ResendNotification",
            orders::transferByMail,
            "CONFIRMATION_MAIL",
            orders::resend,
            RegistrarBooks::hasSentMailsAgain));
  }
}

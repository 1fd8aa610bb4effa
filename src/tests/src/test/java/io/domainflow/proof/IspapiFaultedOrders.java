package io.domainflow.proof;

import io.domainflow.build.BuildSize;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.CreateAuthCode;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.SetRenewalMode;
import java.util.stream.Stream;

/**
 * Lists the orders that send a command only at ISPAPI, or another one than at CentralNic Reseller;
 * {@link CommonFaultedOrders} has the others.
 */
final class IspapiFaultedOrders {

  /**
   * While a transfer waits, some of the registrar's events are deleted each hour, until a deletion
   * fails: within this time all of them are deleted.
   */
  private static final String EVENTS_ARE_DELETED = BuildSize.choose("PT10H", "P3D", "P3D");

  private IspapiFaultedOrders() {}

  /** The orders, placed and answered through these calls. */
  static Stream<FaultedOrder> through(TrialOrders orders) {
    return Stream.of(
        FaultedOrder.buys(
                RegisterDomain.class,
                "AddDomainApplication",
                orders::apply,
                RegistrarBooks::belongsToThePerson)
            .inTheWay("by application"),
        FaultedOrder.buys(
            SetRenewalMode.class,
            "SetDomainRenewalMode",
            orders::apply,
            RegistrarBooks::isToExpire),
        FaultedOrder.buys(
            DeleteEvent.class,
            "DeleteEvent",
            trial -> orders.transfer(trial, EVENTS_ARE_DELETED),
            RegistrarBooks::eventIsGone),
        FaultedOrder.buys(
            ChangeRegistrant.class,
            "TradeDomain",
            orders::change,
            RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
                RenewDomain.class,
                "PayDomainRenewal",
                trial -> orders.renew(trial, false),
                orders::isPaidForAnotherYear)
            .inTheWay("in advance"),
        FaultedOrder.changesOnce(
            ReplaceContacts.class,
            "ModifyDomain",
            orders::update,
            RegistrarBooks::belongsToThePerson),
        FaultedOrder.underWay(
                CreateAuthCode.class,
                "DENIC_CreateAuthInfo1",
                orders::leave,
                "AUTH_CODE_APPROVAL",
                orders::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable()
            .inTheWay("at DENIC")
            .below("de"),
        FaultedOrder.underWay(
                MailAuthCode.class,
                "RequestDomainAuthInfo",
                orders::leave,
                "AUTH_CODE_APPROVAL",
                orders::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable()
            .below("at"),
        FaultedOrder.underWay(
            DeleteContact.class,
            "DeleteContact",
            orders::registerWithUnknownNameserver,
            "REGISTRAR_REFUSED",
            orders::cancel,
            (books, trial) -> books.contacts(trial) == 0),
        FaultedOrder.underWay(
            CancelRegistrantChange.class,
            "TradeDomain",
            trial -> orders.change(trial, TrialOrders.Course.BY_MAIL),
            "CONFIRMATION",
            orders::cancel,
            RegistrarBooks::changeIsOff),
        FaultedOrder.underWay(
            ResendTransferMails.class,
            "ResendDomainTransferConfirmationEmails",
            trial -> orders.change(trial, TrialOrders.Course.BY_MAIL),
            "CONFIRMATION",
            orders::resend,
            RegistrarBooks::hasSentMailsAgain));
  }
}

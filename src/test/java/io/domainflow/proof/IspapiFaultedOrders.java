package io.domainflow.proof;

import io.domainflow.build.BuildSize;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.CancelTransfer;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.CreateAuthCode;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.stream.Stream;

/** Lists, for each command that changes something at ISPAPI, the orders that send it. */
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
            "AddDomain",
            orders::register,
            RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
                RegisterDomain.class,
                "AddDomainApplication",
                orders::apply,
                RegistrarBooks::belongsToThePerson)
            .inTheWay("by application"),
        FaultedOrder.buys(
            CreateContact.class,
            "AddContact",
            orders::register,
            RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
            SetRenewalMode.class,
            "SetDomainRenewalMode",
            orders::apply,
            RegistrarBooks::isToExpire),
        FaultedOrder.buys(
            RequestTransfer.class,
            "TransferDomain",
            trial -> orders.transfer(trial, "PT1H"),
            RegistrarBooks::isInItsAccount),
        FaultedOrder.buys(
            UpdateDomain.class,
            "ModifyDomain",
            trial -> orders.transfer(trial, "PT1H"),
            RegistrarBooks::isLocked),
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
            "RenewDomain",
            trial -> orders.renew(trial, true),
            orders::isPaidForAnotherYear),
        FaultedOrder.buys(
                RenewDomain.class,
                "PayDomainRenewal",
                trial -> orders.renew(trial, false),
                orders::isPaidForAnotherYear)
            .inTheWay("in advance"),
        FaultedOrder.buys(
            RestoreDomain.class, "RestoreDomain", orders::restore, RegistrarBooks::isInItsAccount),
        FaultedOrder.changesOnce(
            ReplaceContacts.class,
            "ModifyDomain",
            orders::update,
            RegistrarBooks::belongsToThePerson),
        FaultedOrder.changesOnce(
            DeleteDomain.class, "DeleteDomain", orders::delete, RegistrarBooks::isDeleted),
        FaultedOrder.underWay(
                CreateAuthCode.class,
                "ModifyDomain",
                orders::leave,
                "AUTH_CODE_APPROVAL",
                orders::approve,
                RegistrarBooks::hasAuthCode)
            .repeatable(),
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
                PushDomain.class,
                "PushDomain",
                orders::release,
                "RELEASE_APPROVAL",
                orders::approve,
                RegistrarBooks::isGone)
            .forNothing()
            .below("de"),
        FaultedOrder.repeats(
            HoldDomain.class, "ModifyDomain", orders::suspend, RegistrarBooks::isOnHold),
        FaultedOrder.repeats(
                UpdateDomain.class, "ModifyDomain", orders::setUpAnew, RegistrarBooks::isSetUpAnew)
            .inTheWay("of an update"),
        FaultedOrder.changesOnce(
                ReplaceContacts.class,
                "ModifyDomain",
                orders::moveHouse,
                RegistrarBooks::livesThere)
            .inTheWay("of an update"),
        FaultedOrder.underWay(
            DeleteContact.class,
            "DeleteContact",
            orders::registerWithUnknownNameserver,
            "REGISTRAR_REFUSED",
            orders::cancel,
            (books, trial) -> books.contacts(trial) == 0),
        FaultedOrder.underWay(
            CancelTransfer.class,
            "TransferDomain",
            trial -> orders.transfer(trial, "P9D"),
            "TRANSFER_AT_REGISTRY",
            orders::cancel,
            RegistrarBooks::transferIsOff),
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

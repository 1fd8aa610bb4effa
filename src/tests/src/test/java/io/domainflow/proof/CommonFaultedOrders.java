package io.domainflow.proof;

import io.domainflow.registrar.command.CancelTransfer;
import io.domainflow.registrar.command.CreateAuthCode;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.stream.Stream;

/** Lists the orders that send the same command on both platforms. */
final class CommonFaultedOrders {

  private CommonFaultedOrders() {}

  /** The orders, placed and answered through these calls. */
  static Stream<FaultedOrder> through(TrialOrders orders) {
    return Stream.of(
        FaultedOrder.buys(
            RegisterDomain.class,
            "AddDomain",
            orders::register,
            RegistrarBooks::belongsToThePerson),
        FaultedOrder.buys(
            CreateContact.class,
            "AddContact",
            orders::register,
            RegistrarBooks::belongsToThePerson),
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
            RenewDomain.class,
            "RenewDomain",
            trial -> orders.renew(trial, true),
            orders::isPaidForAnotherYear),
        FaultedOrder.buys(
            RestoreDomain.class, "RestoreDomain", orders::restore, RegistrarBooks::isInItsAccount),
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
            CancelTransfer.class,
            "TransferDomain",
            trial -> orders.transfer(trial, "P9D"),
            "TRANSFER_AT_REGISTRY",
            orders::cancel,
            RegistrarBooks::transferIsOff));
  }
}

package io.domainflow.registrar;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLogEntry;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the data of one account at the registrar without changing anything; used by all checks,
 * previews and probes. Objects that do not exist or belong to another account are empty; every
 * other refusal, and an unavailable registrar, is thrown as by {@link RegistrarGateway#ask}.
 */
public interface Reader {

  /** The name of the account. */
  String account();

  /** Sends a query like {@link RegistrarGateway#ask}. */
  <R> R ask(Query<R> query);

  /** The registrar's price class of ordinary names in the zone of a name. */
  String priceClassOf(DomainName name);

  /**
   * Whether the registrar also renews a name that is restored after its period, for an additional
   * charge of a year.
   */
  boolean renewsWhatIsRestored();

  /**
   * Whether the registrar charges an advance renewal, where a registry does not accept renewal
   * commands, only when it is carried out. Otherwise it is paid when it is ordered.
   */
  boolean chargesRenewalsLater();

  /**
   * Whether the registrar may hide a name on which a registry has not decided yet. Otherwise a name
   * that it does not show was rejected.
   */
  boolean mayHidePending();

  /** Whether a name can be registered. */
  default boolean isFree(DomainName name) {
    return ask(new CheckDomains(List.of(name))).names().get(0).kind().isFree();
  }

  /** A name in the account. */
  default Optional<ReadDomain.Result> domain(DomainName name) {
    return there(new ReadDomain(name));
  }

  /** The transfer of a name that is under way, or that the registrar still shows. */
  default Optional<ReadTransfer.Result> transfer(DomainName name) {
    return there(new ReadTransfer(name), RefusalReason.ALREADY_THERE);
  }

  /** The change of registrant of a name that is under way, or that the registrar still shows. */
  default Optional<ReadRegistrantChange.Result> change(DomainName name) {
    return there(new ReadRegistrantChange(name), RefusalReason.ALREADY_THERE);
  }

  /** A contact by its handle at the registrar. */
  default Optional<Contact> contact(String handle) {
    return there(new ReadContact(handle)).map(ReadContact.Result::contact);
  }

  /**
   * The entry of a name in the list of deleted names, for information only. Code that decides by it
   * uses {@link ReadDeletedDomain}, which fails if the list may not be read.
   *
   * @return empty if the account may not read the list, as not every login may
   */
  default Optional<ReadDeletedDomain.Result> deleted(DomainName name) {
    return allowed(() -> Optional.of(ask(new ReadDeletedDomain(name))));
  }

  /**
   * The registrar's log of a name since then, newest first.
   *
   * @param most maximum number of entries
   * @return empty if the account may not read it, as not every login may
   */
  default Optional<List<ReadLog.Entry>> log(DomainName name, Instant since, int most) {
    return allowed(() -> Optional.of(ask(new ReadLog(name, since, most)).entries()));
  }

  /**
   * Why the operation of a log entry failed, as the registrar states it.
   *
   * @return empty if the entry does not say, or the account may not read it
   */
  default Optional<String> reason(ReadLog.Entry entry) {
    return allowed(() -> ask(new ReadLogEntry(entry.index())).reason());
  }

  // If the login itself is refused, its permissions are not known.
  private static <T> Optional<T> allowed(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (Refused e) {
      return Optional.empty();
    } catch (AccessRefused e) {
      if (e.isRightMissing()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private <R> Optional<R> there(Query<R> query, RefusalReason... alsoAbsent) {
    try {
      return Optional.of(ask(query));
    } catch (Refused e) {
      if (e.saysNotHere() || e.isFor(alsoAbsent)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}

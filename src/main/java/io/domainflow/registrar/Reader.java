package io.domainflow.registrar;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
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
 * Reads what one account has at the registrar, without changing anything: the one way to ask for
 * checks, looks, previews and probes. What is not there, or is another account's, is empty; every
 * other refusal, and a registrar that cannot be asked, is thrown as {@link RegistrarGateway#ask}
 * does.
 */
public interface Reader {

  /** Whose it is. */
  String account();

  /** Asks as {@link RegistrarGateway#ask} does. */
  <R> R ask(Query<R> query);

  /** The registrar's price class of plain names in the zone of a name. */
  String priceClassOf(DomainName name);

  /**
   * Whether the registrar itself renews a name that is restored after its period, by a year that it
   * charges in addition.
   */
  boolean renewsWhatIsRestored();

  /** A name as the account has it. */
  default Optional<ReadDomain.Result> domain(DomainName name) {
    return there(new ReadDomain(name));
  }

  /** The transfer of a name that runs, or that the registrar still shows. */
  default Optional<ReadTransfer.Result> transfer(DomainName name) {
    return there(new ReadTransfer(name), RefusalReason.ALREADY_THERE);
  }

  /** The change of registrant of a name that runs, or that the registrar still shows. */
  default Optional<ReadRegistrantChange.Result> change(DomainName name) {
    return there(new ReadRegistrantChange(name), RefusalReason.ALREADY_THERE);
  }

  /** A contact by its handle at the registrar. */
  default Optional<Contact> contact(String handle) {
    return there(new ReadContact(handle)).map(ReadContact.Result::contact);
  }

  /**
   * What the list of deleted names says of a name, for code that only tells it. Code that decides
   * by it asks {@link ReadDeletedDomain}: there it is no answer that the list may not be read.
   *
   * @return empty if the account may not read it, as not every login may
   */
  default Optional<ReadDeletedDomain.Result> deleted(DomainName name) {
    return allowed(() -> Optional.of(ask(new ReadDeletedDomain(name))));
  }

  /**
   * What the registrar wrote down of a name since then, newest first.
   *
   * @param most entries
   * @return empty if the account may not read it, as not every login may
   */
  default Optional<List<ReadLog.Entry>> log(DomainName name, Instant since, int most) {
    return allowed(() -> Optional.of(ask(new ReadLog(name, since, most)).entries()));
  }

  /**
   * Why the operation of a log entry failed, in the registrar's words.
   *
   * @return empty if the entry does not say, or the account may not read it
   */
  default Optional<String> reason(ReadLog.Entry entry) {
    return allowed(() -> ask(new ReadLogEntry(entry.index())).reason());
  }

  // A login that is refused altogether says nothing of what it may read.
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

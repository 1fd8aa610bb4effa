package io.domainflow.imports;

import io.domainflow.imports.BillingRow.Standing;
import io.domainflow.imports.ImportWork.Incomplete;
import io.domainflow.imports.ImportWork.Name;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.tld.TldCatalogue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends an import: compares both sides and writes the report. */
@Component
public class ImportComparison {

  private static final Comparator<ImportFinding> ORDER =
      Comparator.comparing(ImportFinding::domain)
          .thenComparing(ImportFinding::finding)
          .thenComparing(ImportFinding::line, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final NamesImports imports;
  private final ImportWork work;
  private final OrderedNames orderedNames;
  private final StoredDomains domains;
  private final TldCatalogue tlds;
  private final Clock clock;

  ImportComparison(
      NamesImports imports,
      ImportWork work,
      OrderedNames orderedNames,
      StoredDomains domains,
      TldCatalogue tlds,
      Clock clock) {
    this.imports = imports;
    this.work = work;
    this.orderedNames = orderedNames;
    this.domains = domains;
    this.tlds = tlds;
    this.clock = clock;
  }

  /** Compares, stores the report and ends the import. */
  @Transactional
  public void complete(UUID id) {
    NamesImport running = imports.find(id).orElseThrow();
    List<ImportFinding> findings = new ArrayList<>();
    Map<String, BillingRow> rows = rows(work.rows(id), findings);
    Map<String, Name> names = new LinkedHashMap<>();
    work.names(id).forEach(name -> names.put(name.domain(), name));
    NameComparison comparison = new NameComparison(running.format() != null, clock.instant());
    Set<String> all = new TreeSet<>(names.keySet());
    all.addAll(rows.keySet());
    for (String domain : all) {
      comparison.compare(unicode(domain), rows.get(domain), names.get(domain), findings);
    }
    known(running.account(), all, names, findings);
    work.incompleteContacts(id).forEach(contact -> findings.add(incomplete(contact)));
    for (String domain : work.withoutOwner(id)) {
      findings.add(
          about(
              ImportFindingKind.CONTACT_INCOMPLETE, domain, "it has no contact of its registrant"));
    }
    findings.sort(ORDER);
    imports.complete(id, findings);
  }

  /** One row for each name; problems with the other rows go into the report. */
  private static Map<String, BillingRow> rows(List<BillingRow> all, List<ImportFinding> findings) {
    Map<String, BillingRow> rows = new LinkedHashMap<>();
    for (BillingRow row : all) {
      if (row.standing() == Standing.NO_NAME) {
        findings.add(unreadable(row));
        continue;
      }
      if (row.problem() != null) {
        findings.add(
            finding(
                ImportFindingKind.ROW_UNREADABLE, unicode(row.domain()), row, row.problem(), null));
      }
      BillingRow earlier = rows.putIfAbsent(row.domain(), row);
      // A name that was given up and ordered again has an old row, which no longer counts.
      if (earlier != null && isOver(earlier)) {
        rows.put(row.domain(), row);
      } else if (earlier != null && !isOver(row)) {
        findings.add(
            finding(
                ImportFindingKind.DUPLICATE,
                unicode(row.domain()),
                row,
                "the same name as in line " + earlier.line() + ": " + row.asWritten(),
                null));
      }
    }
    return rows;
  }

  private static boolean isOver(BillingRow row) {
    return row.standing() == Standing.ENDED || row.standing() == Standing.LEFT;
  }

  private static ImportFinding unreadable(BillingRow row) {
    return row.problem() == null
        ? finding(ImportFindingKind.INVALID_NAME, row.domain(), row, "«" + row.domain() + "»", null)
        : finding(ImportFindingKind.ROW_UNREADABLE, row.domain(), row, row.problem(), null);
  }

  private void known(
      String account, Set<String> all, Map<String, Name> names, List<ImportFinding> findings) {
    Set<String> inWork = orderedNames.openDomains(account);
    Map<String, String> elsewhere = domains.elsewhere(account, all);
    for (String domain : all) {
      boolean here = names.containsKey(domain) && Boolean.TRUE.equals(names.get(domain).here());
      if (inWork.contains(domain)) {
        findings.add(about(ImportFindingKind.OPEN_ORDER, domain, "an order works on it here"));
      }
      if (elsewhere.containsKey(domain)) {
        findings.add(
            about(
                ImportFindingKind.OTHER_ACCOUNT,
                domain,
                "the account «" + elsewhere.get(domain) + "» has it, as far as is known here"));
      }
      if (here && !isSold(domain)) {
        findings.add(
            about(
                ImportFindingKind.UNSUPPORTED_TLD,
                domain,
                "the account has it; its top-level domain is not sold here"));
      }
    }
  }

  private boolean isSold(String domain) {
    return tlds.policyFor(new DomainName(domain, domain)).isPresent();
  }

  private static ImportFinding incomplete(Incomplete contact) {
    String others = contact.names() > 1 ? " and of %d more".formatted(contact.names() - 1) : "";
    String who =
        "contact %s (%s of %s%s)"
            .formatted(
                contact.handle(),
                String.join(", ", contact.roles()).toLowerCase(Locale.ROOT),
                unicode(contact.domain()),
                others);
    return contact.remark() == null
        ? about(
            ImportFindingKind.CONTACT_INCOMPLETE,
            contact.domain(),
            who + " lacks: " + String.join(", ", contact.missing()))
        : about(ImportFindingKind.NOT_READ, contact.domain(), who + ": " + contact.remark());
  }

  private static ImportFinding about(ImportFindingKind kind, String domain, String registrar) {
    return finding(kind, unicode(domain), null, null, registrar);
  }

  /** A finding with the usual advice. */
  static ImportFinding finding(
      ImportFindingKind kind,
      String domain,
      @Nullable BillingRow row,
      @Nullable String billing,
      @Nullable String registrar) {
    return new ImportFinding(
        domain, kind, row == null ? null : row.line(), billing, registrar, kind.whatToDo());
  }

  // A name that cannot be ordered here can still be in the account.
  private static String unicode(String domain) {
    try {
      return DomainName.of(domain).unicode();
    } catch (InvalidValue e) {
      return domain;
    }
  }
}

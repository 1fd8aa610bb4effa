package io.domainflow.rest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.Accounts;
import io.domainflow.imports.BillingList;
import io.domainflow.imports.BillingListReader;
import io.domainflow.imports.ImportState;
import io.domainflow.imports.ListRejected;
import io.domainflow.imports.NamesImport;
import io.domainflow.imports.NamesImports;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.FieldProblem;
import io.domainflow.owner.OwnerLookup;
import io.domainflow.rest.AccountNotFound;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.SpreadsheetWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports the names that an account already has, for administrators. */
@RestController
class ImportController {

  private static final Logger log = LoggerFactory.getLogger(ImportController.class);

  private final Accounts accounts;
  private final BillingListReader lists;
  private final NamesImports imports;
  private final OwnerLookup owners;

  ImportController(
      Accounts accounts, BillingListReader lists, NamesImports imports, OwnerLookup owners) {
    this.owners = owners;
    this.accounts = accounts;
    this.lists = lists;
    this.imports = imports;
  }

  /** Starts an import without a list: it reads only the registrar's data. */
  @PostMapping(
      path = "/api/v1/accounts/{account}/import",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ImportView> start(
      @PathVariable("account") String account,
      @RequestParam Map<String, String> parameters,
      @RequestBody(required = false) @Nullable JsonNode body,
      Authentication login) {
    known(account);
    if (body != null) {
      JsonMembers fields = RequestRejected.fields(body);
      fields.refuseUnknown(Set.of());
      RequestRejected.ifWrong(fields);
    }
    return started(account, ImportOptions.of(parameters, owners), null, login);
  }

  /** Starts an import that compares with the list of a billing system. */
  @PostMapping(
      path = "/api/v1/accounts/{account}/import",
      consumes = SpreadsheetWriter.TYPE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ImportView> startWithList(
      @PathVariable("account") String account,
      @RequestParam Map<String, String> parameters,
      @RequestBody byte[] list,
      Authentication login) {
    known(account);
    ImportOptions options = ImportOptions.of(parameters, owners);
    try {
      return started(account, options, lists.read(list), login);
    } catch (ListRejected e) {
      throw new RequestRejected(List.of(new FieldProblem("list", "INVALID", e.reason())));
    }
  }

  private ResponseEntity<ImportView> started(
      String account, ImportOptions options, @Nullable BillingList list, Authentication login) {
    NamesImport started =
        find(
            imports
                .start(account, options.dryRun(), list, options.owner(), login.getName())
                .toString());
    log.info("import {} of account {} was started by {}", started.id(), account, login.getName());
    return ResponseEntity.accepted()
        .location(URI.create(ImportView.path(started)))
        .body(view(started));
  }

  @GetMapping(path = "/api/v1/imports/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ImportView get(@PathVariable("id") String id) {
    return view(find(id));
  }

  @GetMapping(
      path = "/api/v1/imports/{id}/report",
      produces = {MediaType.APPLICATION_JSON_VALUE, SpreadsheetWriter.TYPE})
  ImportReport report(@PathVariable("id") String id) {
    NamesImport found = find(id);
    if (found.state() != ImportState.COMPLETED) {
      throw new ImportNotCompleted(found);
    }
    return new ImportReport(found, imports.findings(found.id()));
  }

  private ImportView view(NamesImport found) {
    return ImportView.of(
        found, imports.trouble(found).orElse(null), imports.findingCounts(found.id()));
  }

  private NamesImport find(String id) {
    try {
      return imports.find(UUID.fromString(id)).orElseThrow(ImportNotFound::new);
    } catch (IllegalArgumentException e) {
      throw new ImportNotFound();
    }
  }

  private void known(String account) {
    if (accounts.find(account).isEmpty()) {
      throw new AccountNotFound();
    }
  }
}

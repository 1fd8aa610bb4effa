package io.domainflow.process.namesimport;

import java.util.UUID;

/**
 * Business key of the process of an import, {@code account:id}.
 *
 * @param account name of the account
 * @param id of the import
 */
record ImportKey(String account, UUID id) {

  static ImportKey of(String businessKey) {
    int colon = businessKey.indexOf(':');
    return new ImportKey(
        businessKey.substring(0, colon), UUID.fromString(businessKey.substring(colon + 1)));
  }

  String text() {
    return account + ":" + id;
  }
}

package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.registrar.command.AcceptedNotice;
import java.util.Map;

/** An accepted claims notice as parameters of a registration. */
final class NoticeParameters {

  private NoticeParameters() {}

  /**
   * The three parameters on the page of {@code AddDomain}: {@code CLAIMKEY}, {@code
   * NOTICE-POA-ACCEPT-HASH} and {@code CLAIMKEY-UPDATEDDATE}. The page does not explain the last
   * one; that it means the time of acceptance is our interpretation.
   */
  static void putProof(Map<String, String> parameters, AcceptedNotice notice) {
    parameters.put("CLAIMKEY", notice.claimKey());
    parameters.put("CLAIMKEY-UPDATEDDATE", CommandText.date(notice.acceptedAt()));
    putHash(parameters, notice);
  }

  /** The whole notice, which only CheckDomainRegistration accepts. */
  static void putAll(Map<String, String> parameters, AcceptedNotice notice) {
    putProof(parameters, notice);
    parameters.put("NOTICE-ACCEPT-ID", notice.noticeId());
    parameters.put("NOTICE-EXPIRATIONDATE", CommandText.date(notice.expiresAt()));
    parameters.put("NOTICE-ACCEPTEDDATE", CommandText.date(notice.acceptedAt()));
  }

  static void putHash(Map<String, String> parameters, AcceptedNotice notice) {
    parameters.put("NOTICE-POA-ACCEPT-HASH", notice.acceptHash());
  }
}

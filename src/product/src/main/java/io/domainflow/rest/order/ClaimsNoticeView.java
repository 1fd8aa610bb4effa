package io.domainflow.rest.order;

import io.domainflow.order.ClaimsNotice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A trademark notice, as the caller shows it to the customer. */
record ClaimsNoticeView(
    String noticeId, @Nullable Instant createdAt, Instant expiresAt, String text) {

  static ClaimsNoticeView of(ClaimsNotice notice, String text) {
    return new ClaimsNoticeView(notice.noticeId(), notice.createdAt(), notice.expiresAt(), text);
  }
}

package io.domainflow.process.authcode;

import io.domainflow.order.progress.AuthCodes;
import io.domainflow.process.authcode.AuthCodeObstacles.YoungUntil;
import io.domainflow.process.authcode.GetAuthCodeWorker.Got;
import io.domainflow.process.text.PlainTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remarks about a code that was issued, for people. */
final class AuthCodeRemarks {

  private AuthCodeRemarks() {}

  static String lockOpen(@Nullable Instant until) {
    return "The transfer lock was opened for the code; it is set again on "
        + PlainTime.of(until)
        + " unless the domain has left by then or a later order has decided about the lock.";
  }

  /** The remarks; null if there are none. */
  static @Nullable String of(Got got, AuthCodes.Course course, List<YoungUntil> young) {
    List<String> remarks = new ArrayList<>();
    if (got.mailed()) {
      remarks.add(
          got.mailedBefore()
              ? "The registry has mailed an auth code to the registrant before, which is still in"
                  + " force; it sends no other. It is not known here."
              : "The registry mails the auth code to the registrant. It is not known here, so there"
                  + " is nothing to hand over.");
    }
    if (got.code() != null) {
      remarks.add(
          "The code can be read once, until "
              + PlainTime.of(course.endsAt())
              + "; then it is deleted.");
    }
    if (course.unlocked()) {
      remarks.add(lockOpen(course.endsAt()));
    }
    if (course.voids()) {
      remarks.add("The code is void from " + PlainTime.of(course.endsAt()) + " on.");
    }
    young.forEach(
        each ->
            remarks.add(
                "The domain was "
                    + each.of()
                    + " lately: until "
                    + PlainTime.of(each.end())
                    + " a transfer may be refused."));
    return remarks.isEmpty() ? null : String.join(" ", remarks);
  }
}

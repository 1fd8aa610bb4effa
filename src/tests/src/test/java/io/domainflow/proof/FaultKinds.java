package io.domainflow.proof;

import io.domainflow.account.Platform;
import io.domainflow.build.BuildSize;
import io.domainflow.registrar.command.Mutation;
import java.util.List;

/**
 * The kinds of faults that a command of the fault matrix meets, and the queries that fail as well;
 * how many of them depends on the size of the build.
 */
final class FaultKinds {

  /** Faults before and after the registrar has acted, if the sandbox has both. */
  private static final List<List<String>> ALL_FAULTS =
      List.of(
          List.of("REFUSE"),
          List.of("RESET_BEFORE", "RESET_AFTER"),
          List.of("TIMEOUT_BEFORE"),
          List.of("TIMEOUT_AFTER"),
          List.of("HALF_BODY"),
          List.of("GARBAGE"),
          List.of("EMPTY"),
          List.of("HTTP_500"),
          List.of("CODE_421", "CODE_421_AFTER"),
          List.of("CODE_423", "CODE_423_AFTER"),
          List.of("CODE_425", "CODE_425_AFTER"),
          List.of("CODE_521", "CODE_521_AFTER"));

  /** In the short build, a call whose answer is lost in some way, and one that is refused. */
  private static final List<List<String>> FAULTS_OF_MUTATIONS =
      BuildSize.choose(
          List.of(
              List.of("RESET_BEFORE", "RESET_AFTER", "HALF_BODY", "TIMEOUT_AFTER"),
              List.of("CODE_421", "CODE_421_AFTER")),
          ALL_FAULTS,
          ALL_FAULTS);

  /** In the short build, only a lost answer for commands that may be sent twice. */
  private static final List<List<String>> FAULTS_OF_REPEATABLES =
      BuildSize.choose(
          List.of(List.of("RESET_AFTER", "HALF_BODY")),
          List.of(
              List.of("RESET_BEFORE", "RESET_AFTER"),
              List.of("HALF_BODY", "GARBAGE", "EMPTY", "HTTP_500"),
              List.of("CODE_421", "CODE_421_AFTER")),
          ALL_FAULTS);

  /** Faults after which the command was carried out without an answer. */
  static final List<List<String>> LOST_ANSWERS =
      BuildSize.choose(
          List.of(List.of("TIMEOUT_AFTER")),
          List.of(List.of("RESET_AFTER", "HALF_BODY"), List.of("TIMEOUT_AFTER")),
          ALL_FAULTS);

  private static final List<String> LOOKS =
      List.of(
          "StatusDomain",
          "QueryDomainApplicationList",
          "StatusContact",
          "CheckDomains",
          "CheckDomainTransfer",
          "StatusDomainTransfer",
          "CheckDomainTrade",
          "StatusDomainTrade",
          "QueryObjectLogList",
          "QueryObjectList");

  private static final List<String> LOOKS_AT_CNR =
      List.of(
          "StatusDomain",
          "StatusContact",
          "CheckDomains",
          "CheckDomainTransfer",
          "StatusDomainTransfer",
          "QueryDomainHistoryList",
          "QueryDomainApplicationList",
          "StatusRegistrar",
          "QueryEventList",
          "QueryAccountingList",
          "GetZoneInfo");

  private FaultKinds() {}

  static List<List<String>> faults(FaultedOrder way) {
    return Mutation.class.isAssignableFrom(way.command())
        ? FAULTS_OF_MUTATIONS
        : FAULTS_OF_REPEATABLES;
  }

  /** The number of faults of a command that must not be sent twice. */
  static int ofMutations() {
    return FAULTS_OF_MUTATIONS.size();
  }

  /** The queries that a step asks while it looks, one of which fails, too. */
  static List<String> looks(Platform platform) {
    return platform == Platform.CNR ? LOOKS_AT_CNR : LOOKS;
  }
}

package io.domainflow.analysis;

/**
 * SQL for what a task is about: the order that its process carries out or was called for, otherwise
 * the account and, of tasks about a name, the domain.
 */
final class TaskSubject {

  /** The columns of an order that a list has; of a task without an order some are null. */
  static final String COLUMNS =
      """
      o.id, o.reference, o.operation, coalesce(o.domain_unicode, n.domain) as domain,
      coalesce(o.account, n.account) as account,
      coalesce(o.tld, substr(n.domain, strpos(n.domain, '.') + 1)) as tld
      """;

  private TaskSubject() {}

  /**
   * Joins the order as {@code o}, and what there is without an order as {@code n}.
   *
   * @param root the id of the process instance that was started first: it called the one of the
   *     task, or is the same
   */
  static String joined(String root) {
    return """
        left join provisioning_order o on o.process_instance_id = %1$s
        left join lateral (
          select split_part(p.business_key_, ':', 1) as account,
            case when p.proc_def_key_ in ('OutgoingTransferProcess', 'DriftProcess')
              then split_part(p.business_key_, ':', 2) end as domain
          from act_hi_procinst p
          where p.proc_inst_id_ = %1$s
            and p.proc_def_key_ in ('OutgoingTransferProcess', 'DriftProcess',
              'AccountFindingProcess', 'AccountOutOfCreditProcess')) n on true
        """
        .formatted(root);
  }
}

// Codes of the order API, in the order of the page; with words where the code's own do not do.

export const OPERATIONS = ['REGISTER', 'TRANSFER', 'CHANGE_REGISTRANT', 'RENEW', 'RESTORE', 'DELETE', 'SUSPEND', 'UNSUSPEND', 'CANCEL', 'UPDATE', 'REVERT', 'AUTH_CODE', 'RELEASE'];

// Whom an order waits for.
export const WHO = {
  OPERATOR: 'an operator', APPROVER: 'an approver', REGISTRAR: 'the registrar', REGISTRANT: 'the registrant',
  PRIOR_REGISTRANT: 'the prior registrant', CALLER: 'the caller who placed the order',
};

// How an instance can stand.
export const STATES = ['COMPLETED', 'FAILED', 'CANCELLED', 'RUNNING'];

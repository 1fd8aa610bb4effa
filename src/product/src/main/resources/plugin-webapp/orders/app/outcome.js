import {day, sentence, time} from '/pages/shared.js';

// What has come of a task that was completed, in words.

// What is being done to a name, how that has ended well, and what was not done.
const GOING_ON = {
  REGISTER: 'is being registered', TRANSFER: 'is being transferred', CHANGE_REGISTRANT: 'is being given its new registrant',
  RENEW: 'is being renewed', RESTORE: 'is being restored', DELETE: 'is being deleted', SUSPEND: 'is being suspended',
  UNSUSPEND: 'is being reactivated', CANCEL: 'is being cancelled for the end of its period', UPDATE: 'is being updated',
  REVERT: 'is being reverted', AUTH_CODE: 'is being given an auth code', RELEASE: 'is being given away',
};
const ENDED_WELL = {
  REGISTERED: 'is registered', TRANSFERRED: 'has been transferred', ACCOUNT_CHANGED: 'has moved here from another account',
  ALREADY_HERE: 'was already in the account', REGISTRANT_CHANGED: 'has its new registrant', UPDATED: 'is updated',
  NOTHING_TO_CHANGE: 'was already set up as ordered', RENEWED: 'is renewed', RESTORED: 'is restored', DELETED: 'is deleted',
  SUSPENDED: 'is suspended', UNSUSPENDED: 'is active again', CANCELLED_AT_END: 'ends with its period',
  AUTH_CODE_ISSUED: 'has an auth code, which can be read once', AUTH_CODE_MAILED: 'gets its auth code by mail from the registry',
  PUSHED_AWAY: 'was given away',
};
const UNTIL = ['REGISTERED', 'TRANSFERRED', 'RENEWED', 'RESTORED', 'ACCOUNT_CHANGED', 'UNSUSPENDED'];
const NOT = {
  REGISTER: 'is not registered', TRANSFER: 'is not transferred', CHANGE_REGISTRANT: 'keeps its registrant',
  RENEW: 'is not renewed', RESTORE: 'is not restored', DELETE: 'is not deleted', SUSPEND: 'is not suspended',
  UNSUSPEND: 'is not reactivated', CANCEL: 'is not cancelled', UPDATE: 'is not updated', REVERT: 'is not reverted',
  AUTH_CODE: 'gets no auth code', RELEASE: 'is not given away',
};

// The registrar's own words: the order's page has them. What is quoted beside «Its words» is our own.
const QUOTED = /(?: The registrar's words: «[^»]*»\.)|:? «[^»]*»/g;
const ITS_WORDS = / Its words: «[^»]*»\.?/g;

// What a caller is told to send; people have a form instead.
const FOR_CALLERS = ', or an operator ';

// What an order waits for, as staff need to know it.
function forStaff(what) {
  return what.replace(what.search(ITS_WORDS) < 0 ? QUOTED : ITS_WORDS, '').split(/(?<=\.) /)
    .filter((part) => !part.includes(FOR_CALLERS))
    .join(' ');
}

export function outcome({domainUnicode: domain, operation, status, waitingFor, outcome: end, failure}) {
  switch (status) {
    case 'WAITING':
      return domain + ' ' + (waitingFor.who === 'REGISTRAR' && GOING_ON[operation] || 'waits') + ': ' + sentence(forStaff(waitingFor.what))
        + (waitingFor.until ? ' Until ' + time(waitingFor.until) + ' UTC.' : '');
    case 'COMPLETED':
      return domain + ' ' + (ENDED_WELL[end.code] || 'is done')
        + (end.expiresAt && UNTIL.includes(end.code) ? ' until ' + day(end.expiresAt) : '') + '.';
    case 'FAILED':
      return domain + ' ' + (NOT[operation] || 'is not done') + ': ' + sentence(failure.message.replace(QUOTED, ''));
    case 'CANCELLED':
      return 'the order of ' + domain + ' was cancelled.';
    default:
      return domain + ' ' + (GOING_ON[operation] || 'is being worked on') + '.';
  }
}

// The order waits for the same people again, who have just answered.
export function askedAgain({domainUnicode: domain, waitingFor}, kind) {
  const why = forStaff(waitingFor.what).replace(/\.?$/, '.');
  return '«' + kind + '» for ' + domain + ': ' + why;
}

// The name of a task about no order ends in what it is about: «Look after webhook: shop.example.net».
export function kindAndSubject({name, taskDefinitionKey}) {
  return (name || taskDefinitionKey || '').split(/: (.*)/s);
}

// A task about no order, and what it is about.
export function named(task, {domain, account}) {
  const [kind, subject] = kindAndSubject(task);
  const about = domain || [subject, subject && account ? '(' + account + ')' : account].filter(Boolean).join(' ');
  return '«' + kind + '»' + (about ? ' for ' + about : '');
}

// What a choice does: the first part of what the form says of it that is no advice when to choose it.
export function effect(label) {
  const parts = label.replace(/^.+?\(costs [^)]*\): /s, '').split(/[.;] /);
  return parts.find((part) => !/^(choose this|otherwise)/i.test(part)) || '';
}

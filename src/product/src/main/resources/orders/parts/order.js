// One order: how it stands, what can be done with it, what was ordered and what has happened.
import {MONEY, STANDING, STATUS, away, element, link, mayOpen, money, read, sentence, session, time, troubled} from '/pages/shared.js';
import {sayDone, showActions, showTask} from '/orders/parts/actions.js';
import {begin, clearSaid, isLast, load} from '/orders/parts/notes.js';
import {picture, showPicture} from '/orders/parts/picture.js';
import {capital, distance, parts, period, said, serverTime, whom, word} from '/orders/parts/words.js';

const REFRESH = 5000;
const SANDBOX = '/sandbox';

const SECTION_STATES = {WANTED: 'to be done', DONE: 'changed', UNCHANGED: 'was so already', REFUSED: 'not changed', NOT_DONE: 'not done'};
const DELIVER = {CALLER: 'the caller who placed the order', HOLDER: 'the holder of the name, by mail'};

let shown = null;
let timer = null;
// Whether there is a sandbox that this person may look into; null until it was asked.
let sandbox = null;

function address(reference, what = '') {
  return '/api/v1/orders/' + encodeURIComponent(reference) + what;
}

// What is to be done if several orders have the reference, or none that this login may see.
export async function open(reference, {onAmbiguous, onMissing}) {
  clearTimeout(timer);
  const mine = begin();
  const again = () => open(reference, {onAmbiguous, onMissing});
  try {
    const order = await load(address(reference));
    if (isLast(mine)) {
      await show(order, mine, again);
    }
  } catch (e) {
    if (!isLast(mine)) {
      return;
    }
    if (e.type === 'reference-ambiguous') {
      close();
      await onAmbiguous();
      return;
    }
    // An order that is on the screen stays there while the server is away.
    if (shown && [shown.id, shown.reference].includes(reference) && e.status !== 404) {
      timer = setTimeout(again, REFRESH);
    } else {
      close();
    }
    onMissing(e);
  }
}

export function close() {
  clearTimeout(timer);
  shown = null;
  sayDone('');
  document.getElementById('order').hidden = true;
}

async function show(order, mine, again) {
  const first = !shown || shown.id !== order.id;
  shown = order;
  clearSaid();
  if (first) {
    sayDone('');
  }
  document.getElementById('list').hidden = true;
  document.getElementById('order').hidden = false;
  showHead(order);
  showStanding(order);
  showTrouble(order.trouble);
  showTask(order);
  showOrdered(order);
  showFacts(order);
  showSections(order.sections);
  if (sandbox === null) {
    sandbox = await session().then(({groups}) => mayOpen(SANDBOX, groups) && read(SANDBOX + '/clock')).then(Boolean, () => false);
    if (!isLast(mine)) {
      return;
    }
    showFacts(order);
  }
  const [svg, timeline] = await Promise.all([
    picture(order.process), load(address(order.id, '/timeline')),
    showActions(order, () => isLast(mine), again)]);
  if (!isLast(mine)) {
    return;
  }
  showPicture(order, svg);
  showTimeline(timeline);
  if (first) {
    document.getElementById('title').focus();
    scrollTo(0, 0);
  }
  clearTimeout(timer);
  const ended = ['COMPLETED', 'FAILED', 'CANCELLED'].includes(order.status) && !order.trouble;
  if (!ended) {
    timer = setTimeout(again, REFRESH);
  }
}

function showHead(order) {
  const name = capital(word('OperationName', order.operation)) + ': ' + order.domainUnicode;
  document.getElementById('title').replaceChildren(name + ' ', element('span', 'Order ' + order.reference, 'small'));
  document.getElementById('origin').textContent =
    'Account ' + order.account + ' · placed on ' + time(order.createdAt) + ' UTC by ' + order.placedBy;
  // a reader who came by its id leaves with an address that people can read
  if (location.pathname === '/orders/' + order.id) {
    history.replaceState({...history.state, id: order.id}, '', '/orders/' + encodeURIComponent(order.reference));
  }
  document.title = order.domainUnicode + ' (' + order.reference + ') – Orders';
}

const LOOKS = {WAITING: 'waits', COMPLETED: 'good', FAILED: 'bad', CANCELLED: 'over-with', IN_PROGRESS: 'waits'};

function showStanding(order) {
  document.getElementById('standing').className = LOOKS[order.status];
  const wait = order.waitingFor;
  const until = wait && wait.until
    ? ', until ' + time(wait.until) + ' UTC (' + (wait.taskId && wait.until < serverTime()
      ? 'overdue by ' + distance(wait.until, serverTime()) : away(wait.until, serverTime())) + ')'
    : '';
  const it = 'It ' + STANDING[order.status];
  const lines = {
    WAITING: () => [it + ' for ' + whom(wait) + until + '.',
      order.trouble && order.trouble.what === wait.what ? '' : sentence(wait.what)],
    COMPLETED: () => [it + ': ' + said('OutcomeCode', order.outcome.code).replace(/^./, (c) => c.toLowerCase()), ''],
    FAILED: () => [it + '. ' + said('FailureReason', order.failure.reason), sentence(order.failure.message)],
    IN_PROGRESS: () => [it + '.', ''],
    CANCELLED: () => [it + '.', ''],
  };
  const [head, more] = lines[order.status]();
  document.getElementById('sentence').replaceChildren(element('strong', head),
    ...(more ? [element('br'), more] : []), element('br'), element('span', MONEY[order.charged], 'hint'));
}

function showTrouble(trouble) {
  const box = document.getElementById('trouble');
  box.hidden = !trouble;
  if (!trouble) {
    return;
  }
  box.className = trouble.state === 'STOPPED' ? 'bad' : 'retrying';
  box.replaceChildren(
    element('strong', troubled(trouble)),
    element('p', trouble.what),
    element('p', 'Failed first: ' + time(trouble.since) + ' UTC. Tries that failed: ' + trouble.tries + '. '
      + (trouble.nextTryAt ? 'Next try: ' + time(trouble.nextTryAt) + ' UTC.' : 'It is not tried again automatically.')));
}

function setting(name, value) {
  if (value === null || value === undefined) {
    return '';
  }
  if (name === 'transferLock') {
    return value ? 'locked' : 'open';
  }
  if (name === 'renewalMode') {
    return capital(word('RenewalMode', value));
  }
  return Array.isArray(value) ? value.join(', ') || 'none' : value === true ? 'on' : value === false ? 'off' : value;
}

function showSections(sections) {
  document.getElementById('sections').hidden = !sections;
  document.getElementById('section-rows').replaceChildren(...Object.entries(sections || {}).map(([name, section]) => {
    const line = document.createElement('tr');
    line.append(
      element('td', capital(word('Section', name))),
      element('td', setting(name, section.before)),
      element('td', setting(name, section.after)),
      element('td', parts(SECTION_STATES[section.state] + (section.reason ? ':' : ''), section.reason)));
    return line;
  }));
}

// Facts with their names; those that there are not are left out.
function facts(place, ...all) {
  document.getElementById(place).replaceChildren(...all.filter(([, value]) => value).flatMap(([name, value]) => {
    const fact = element('dd');
    fact.append(value);
    return [element('dt', name), fact];
  }));
}

function showOrdered(order) {
  const wanted = order.ordered;
  const price = wanted.acceptPrice;
  facts('ordered',
    ['What', capital(word('Operation', order.operation)) + '.'],
    ['Domain', order.domain === order.domainUnicode ? order.domain : order.domainUnicode + ' (' + order.domain + ')'],
    ['Period', wanted.period && period(wanted.period)],
    ['Ends now on', wanted.expires],
    ['Changes', wanted.sections && wanted.sections.map((one) => word('Section', one)).join(', ')],
    ['Reverts', wanted.reverts && link('order ' + wanted.reverts, '/orders/' + encodeURIComponent(wanted.reverts))],
    ['Name servers', wanted.registrarDns ? "the registrar's own" : wanted.nameservers && (wanted.nameservers.join(', ') || 'none')],
    ['Transfer lock', setting('transferLock', wanted.transferLock)],
    ['Privacy', setting('privacy', wanted.privacy)],
    ['End of the period', wanted.renewalMode && capital(word('RenewalMode', wanted.renewalMode)) + '.'],
    ['Does it resolve?', wanted.hold === null ? '' : wanted.hold ? 'no longer' : 'yes, as before'],
    ['Language', wanted.idnLanguage],
    ['Additional fields', wanted.additionalFields && wanted.additionalFields.join(', ')],
    ['Price agreed to', price && money(price)],
    ['Opens the lock', wanted.unlock === null ? '' : wanted.unlock ? 'yes' : 'no'],
    ['Code goes to', wanted.deliver && DELIVER[wanted.deliver]],
    ['Goes to', wanted.target]);
}

function showFacts(order) {
  const {outcome, failure, registrantChange: change} = order;
  facts('facts',
    ['Status', STATUS[order.status]],
    ['Waits for', order.waitingFor && said('WaitingForCode', order.waitingFor.code)],
    ['Registrant confirms by', change && change.confirmBy && time(change.confirmBy) + ' UTC'],
    ['Reminders sent', change && change.remindersSent > 0 && String(change.remindersSent)],
    ['Paid until', outcome && outcome.expiresAt && time(outcome.expiresAt) + ' UTC'],
    ['At its end', outcome && outcome.renewalMode && said('RenewalMode', outcome.renewalMode)],
    ['Locked until', outcome && outcome.lockedUntil && time(outcome.lockedUntil) + ' UTC'],
    ['Code valid until', outcome && outcome.validUntil && time(outcome.validUntil) + ' UTC'],
    ['Besides', outcome && outcome.remark],
    ['Possible from', failure && failure.until && time(failure.until) + ' UTC'],
    ["Registrar's code", failure && failure.registrarCode && String(failure.registrarCode)],
    ['Price', order.price && money(order.price) + (order.price.booked ? '' : ', not booked yet')],
    ['Registrar', sandbox && link('What the sandbox was asked for this order', '/sandbox#calls=' + encodeURIComponent(order.id))],
    ['Owner', order.owner || 'nobody'],
    ['Placed by', order.placedBy],
    ['Account', order.account],
    ['Reference', order.reference],
    ['Placed', time(order.createdAt) + ' UTC'],
    ['Last changed', time(order.updatedAt) + ' UTC']);
}

function showTimeline(timeline) {
  document.getElementById('timeline').replaceChildren(...[...timeline.entries].reverse().map((entry) => {
    const line = document.createElement('tr');
    line.append(element('td', time(entry.at), 'time'), element('td', entry.text), element('td', entry.by || '', 'by'));
    return line;
  }));
}

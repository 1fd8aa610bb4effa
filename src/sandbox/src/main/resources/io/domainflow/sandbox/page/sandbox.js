import {STATUS, day, element, elsewhere, keepEntered, link, money, read, send, sentence, showLogin, time} from '/pages/shared.js';

const PARTS = ['names', 'mailbox', 'faults', 'calls', 'settings'];
const MOST = 100;
const TICK = 10000;
const OWNERS = {
  FREE: 'nobody', OTHER_ACCOUNT: 'somebody else\'s account', OTHER_REGISTRAR: 'another registrar',
};
const STATUSES = {
  ACTIVE: 'active', REQUESTED: 'requested', TRANSFERLOCK: 'transfer lock', PENDINGDELETE: 'deletion under way',
};
const MODES = {AUTORENEW: 'renewed', AUTOEXPIRE: 'expires', AUTODELETE: 'deleted'};
const WAITS = {
  AddDomain: 'registration', AddDomainApplication: 'application', TransferDomain: 'transfer',
  TradeDomain: 'change of registrant', RestoreDomain: 'restore',
};
// What a person may want to begin with: members of the form, by what it shows.
const EXAMPLES = {
  'a name that is taken': {owner: 'OTHER_REGISTRAR'},
  'a free name whose registration the registry decides in four days':
    {owner: 'FREE', nextCommand: 'AddDomain', nextAfter: '96'},
  'a premium name': {owner: 'FREE', premium: 'PREMIUM', price: '900.00', renewalPrice: '300.00'},
  'a free name with a trademark notice': {owner: 'FREE', claims: 'true'},
  'a name to be transferred, which its registrant confirms by mail':
    {owner: 'OTHER_REGISTRAR', transferConfirmation: 'ICANN-FOA-REQUEST', transferPending: '5'},
  'a name to be transferred that is locked': {owner: 'OTHER_REGISTRAR', transferLock: 'true'},
  'a name of ours that expires in ten days': {owner: 'OURS test.user', expires: 10, renewalMode: 'AUTOEXPIRE'},
  'a name of ours whose registrant changes by ICANN\'s rules':
    {owner: 'OURS test.user', registrantChangeBy: 'ICANN-TRADE'},
};
// Where a member of a call stands in the form of the page.
const FIELDS = {after: 'nextAfter', next: 'nextCommand', to: 'account', account: 'owner', advance: 'amount'};

const note = byId('note');
let choices = null;
let clock = null;
// Counts what was asked for: an answer to an earlier question than the last is not shown.
let turn = 0;

function byId(id) {
  return document.getElementById(id);
}

function say(text, good) {
  note.textContent = text;
  note.className = good ? 'good' : 'bad';
  note.hidden = !text;
}

function option(value, text) {
  const made = element('option', text);
  made.value = value;
  return made;
}

function button(text, about, action) {
  const made = element('button', text);
  made.type = 'button';
  made.setAttribute('aria-label', text + ' ' + about);
  made.addEventListener('click', action);
  return made;
}

function cell(...parts) {
  const made = element('td');
  made.append(...parts);
  return made;
}

function rows(id, lines, none) {
  const body = byId(id);
  if (lines.length) {
    body.replaceChildren(...lines);
    return;
  }
  const empty = element('td', none, 'hint');
  empty.colSpan = body.closest('table').querySelectorAll('thead th').length;
  const line = element('tr');
  line.append(empty);
  body.replaceChildren(line);
}

function line(...cells) {
  const made = element('tr');
  made.append(...cells);
  if (made.lastChild.querySelector('button')) {
    made.lastChild.className = 'actions';
  }
  return made;
}

function followed(domain) {
  return domain ? link(domain, '#calls=' + encodeURIComponent(domain)) : '';
}

function seconds(text) {
  return text ? time(text) + text.slice(16, 19) : '';
}

// ---- forms

function field(form, member) {
  const name = member.split('.').pop();
  const found = form.elements[name] || form.elements[FIELDS[name]];
  return found && found.closest && !found.closest('[hidden]') ? found : null;
}

function forget(form) {
  for (const wrong of form.querySelectorAll('.wrong')) {
    wrong.remove();
  }
  for (const marked of form.querySelectorAll('[aria-invalid]')) {
    marked.removeAttribute('aria-invalid');
    const described = marked.dataset.described;
    if (described) {
      marked.setAttribute('aria-describedby', described);
    } else {
      marked.removeAttribute('aria-describedby');
    }
  }
}

function complain(form, input, text) {
  const wrong = element('span', text, 'wrong');
  wrong.id = form.id + '-' + input.name + '-wrong';
  input.closest('label').append(wrong);
  input.dataset.described = input.getAttribute('aria-describedby') || '';
  input.setAttribute('aria-describedby', (input.dataset.described + ' ' + wrong.id).trim());
  input.setAttribute('aria-invalid', 'true');
}

function explain(form, problem) {
  const rest = [];
  let first = null;
  for (const {field: member, message} of problem.errors || []) {
    const input = field(form, member);
    if (input) {
      complain(form, input, sentence('this ' + message));
      first = first || input;
    } else {
      rest.push(member + ' ' + message);
    }
  }
  if (!first || rest.length) {
    const box = element('p', sentence(rest.length ? rest.join('. ') : problem.message), 'bad wrong wide');
    box.setAttribute('role', 'alert');
    form.querySelector('.bar.end, .wide > button, button[type=submit]').closest('.bar, .wide, button').before(box);
  }
  if (first) {
    first.focus();
  }
}

// In English, whatever the browser speaks.
function complaint({validity, min, max}) {
  return validity.valueMissing ? 'This is needed.'
    : validity.rangeUnderflow ? 'This must be ' + min + ' or more.'
      : validity.rangeOverflow ? 'This must be ' + max + ' or less.'
        : validity.stepMismatch ? 'This has too many decimals.'
          : 'This cannot be read.';
}

// What the browser finds wrong: a required value that is missing, a number that is none.
function isWhole(form) {
  let first = null;
  for (const input of form.elements) {
    if (!input.willValidate || input.closest('[hidden]') || input.checkValidity()) {
      continue;
    }
    complain(form, input, complaint(input));
    first = first || input;
  }
  if (first) {
    first.focus();
  }
  return !first;
}

function onSubmit(id, action) {
  const form = byId(id);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    forget(form);
    say('');
    if (!isWhole(form)) {
      return;
    }
    const pressed = form.querySelector('button[type=submit]');
    pressed.disabled = true;
    try {
      await action(form.elements);
    } catch (e) {
      explain(form, e);
    } finally {
      pressed.disabled = false;
    }
  });
}

async function trying(action) {
  say('');
  try {
    await action();
  } catch (e) {
    say(sentence(e.message), false);
  }
}

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.querySelector('.cancel').addEventListener('click', () => dialog.close());
  keepEntered(dialog);
}

function open(dialog, form) {
  forget(form);
  say('');
  byId(dialog).showModal();
}

// ---- the clock

function lasting(milliseconds) {
  const minutes = Math.round(Math.abs(milliseconds) / 60000);
  const parts = [[Math.floor(minutes / 1440), 'day'], [Math.floor(minutes / 60) % 24, 'hour'], [minutes % 60, 'minute']]
    .filter(([count]) => count).slice(0, 2)
    .map(([count, unit]) => count + ' ' + unit + (count === 1 ? '' : 's'));
  return parts.join(' and ');
}

async function showClock() {
  clock = await read('/sandbox/clock');
  const ahead = Date.parse(clock.now) - Date.now();
  byId('now').textContent = time(clock.now) + ' UTC';
  byId('ahead').textContent = Math.abs(ahead) < 90000 ? 'real time'
    : lasting(ahead) + (ahead > 0 ? ' ahead of real time' : ' behind real time');
  byId('due').textContent = clock.nextDue
    ? 'Next due: ' + time(clock.nextDue) + ' UTC' : 'Nothing falls due.';
  byId('to-due').disabled = !clock.nextDue;
}

async function move(body) {
  const usable = [...document.querySelectorAll('#clock button')].filter((one) => !one.disabled);
  const pressed = document.activeElement;
  usable.forEach((one) => { one.disabled = true; });
  say('The clock moves …', true);
  let moved;
  try {
    moved = await send('POST', '/sandbox/clock', body);
  } finally {
    say('');
    usable.forEach((one) => { one.disabled = false; });
    pressed.focus();
    // also one that stopped on the way has moved
    await showClock().catch(() => {});
  }
  await refresh();
  say('It is ' + time(moved.now) + ' UTC now. '
    + (moved.steps > 1 ? 'On the way the clock stopped ' + (moved.steps - 1) + (moved.steps === 2 ? ' time' : ' times')
      + ' for what fell due.' : 'Nothing fell due on the way.'), true);
}

for (const quick of document.querySelectorAll('[data-by]')) {
  quick.addEventListener('click', () => trying(() => move({advance: quick.dataset.by})));
}
byId('to-due').addEventListener('click', () => trying(() => move({to: clock.nextDue})));
onSubmit('move-by', (form) => move({advance: form.unit.value.replace('{}', form.amount.value)}));
onSubmit('move-to', (form) => move({to: form.to.value + ':00Z'}));

// ---- names

function statuses(name) {
  return [...name.statuses.map((status) => STATUSES[status] || status),
    ...(name.premium ? ['premium'] : []), ...(name.claims ? ['trademark notice'] : [])]
    .flatMap((text) => [element('span', text, 'tag'), ' ']);
}

function waitOf(name, wait) {
  const box = element('div');
  box.append((WAITS[wait.what] || wait.what) + ', '
    + (wait.atRegistry ? 'at the registry' : 'the registrant is asked by mail') + ' until ',
  element('span', time(wait.until), 'time'));
  if (wait.atRegistry) {
    const actions = element('div', undefined, 'small');
    actions.append(
      button('Grant', name.domain, () => decide(name, 'REGISTRY_GRANTS')), ' ',
      button('Refuse', name.domain, () => decide(name, 'REGISTRY_REFUSES')));
    box.append(actions);
  }
  return box;
}

function underWay(name) {
  const made = element('td');
  made.append(...name.waits.map((wait) => waitOf(name, wait)));
  for (const next of name.next) {
    made.append(element('div', 'The next ' + (WAITS[next.command] || next.command) + ' '
      + (next.outcome === 'FAILED' ? 'is refused' : 'is granted') + ' after ' + period(next.after)
      + (next.reason ? ': ' + next.reason : '')));
  }
  return made;
}

// A time such as PT96H in words.
function period(text) {
  const [, days, hours, minutes, rest] =
    /^P(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(text) || [];
  const all = (((Number(days) || 0) * 24 + (Number(hours) || 0)) * 60 + (Number(minutes) || 0)) * 60000
    + (Number(rest) || 0) * 1000;
  return lasting(all) || 'no time';
}

// An account, with the platform it is on unless that is HEXONET.
function onPlatform(account, platform) {
  return platform === 'CNR' && account ? account + ' (CentralNic Reseller)' : account;
}

function nameRow(name) {
  const happen = button('Let happen …', name.domain, () => openHappen(name));
  const made = line(
    cell(followed(name.domain)),
    element('td', onPlatform(name.account || OWNERS[name.owner], name.platform)),
    cell(...statuses(name)),
    element('td', day(name.createdAt), 'time'),
    element('td', day(name.expiresAt), 'time'),
    element('td', MODES[name.renewalMode] || ''),
    underWay(name),
    cell(...(name.owner === 'FREE' && !name.waits.length ? [] : [happen])));
  made.dataset.name = name.domain;
  return made;
}

async function showNames(mine) {
  const part = byId('find').elements.part.value.trim();
  const list = await read('/sandbox/registry?most=' + MOST + (part ? '&domain=' + encodeURIComponent(part) : ''));
  if (mine !== turn) {
    return;
  }
  byId('names-found').textContent = list.found === 0 ? ''
    : list.found > MOST ? 'The first ' + MOST + ' of ' + list.found + ' names.'
      : list.found + (list.found === 1 ? ' name.' : ' names.');
  rows('names-rows', list.names.map(nameRow),
    part ? 'No name has that in it.' : 'There are no names yet. Set one up, or order one.');
}

async function decide(name, what) {
  await trying(async () => {
    await send('POST', '/sandbox/happen', {domain: name.domain, what});
    await refresh();
    say('The registry has ' + (what === 'REGISTRY_GRANTS' ? 'granted' : 'refused') + ' what waited for it: '
      + name.domain + '.', true);
  });
}

function openHappen(name) {
  byId('happen-title').textContent = 'What happens to ' + name.domain;
  byId('happen').reset();
  byId('happen').dataset.domain = name.domain;
  showHappening();
  open('happen-dialog', byId('happen'));
}

function showHappening() {
  const chosen = choices.happenings.find((one) => one.what === byId('happen').elements.what.value);
  byId('happen-meaning').textContent = chosen.meaning;
  for (const label of byId('happen').querySelectorAll('[data-to]')) {
    label.hidden = label.dataset.to !== chosen.to;
  }
  return chosen;
}

byId('happen').elements.what.addEventListener('change', showHappening);
onSubmit('happen', async (form) => {
  const domain = byId('happen').dataset.domain;
  const chosen = showHappening();
  const body = {domain, what: chosen.what};
  const to = {ACCOUNT: form.account, ACCOUNT_OR_REGISTRAR: form.taker, RENEWAL_MODE: form.mode}[chosen.to];
  if (to && to.value) {
    body.to = to.value;
  } else if (to === form.taker && form.registrar.value.trim()) {
    body.registrar = form.registrar.value.trim();
  }
  await send('POST', '/sandbox/happen', body);
  byId('happen-dialog').close();
  await refresh();
  say(domain + ': ' + chosen.meaning, true);
});

onSubmit('find', refresh);

const setup = byId('setup');

function showWhen() {
  const is = {
    taken: setup.elements.owner.value !== 'FREE',
    premium: setup.elements.premium.value === 'PREMIUM',
    next: setup.elements.nextCommand.value !== '',
  };
  for (const part of setup.querySelectorAll('[data-when]')) {
    part.hidden = !is[part.dataset.when];
  }
}

function beginWith() {
  const chosen = setup.elements.example.value;
  const domain = setup.elements.domain.value;
  setup.reset();
  forget(setup);
  setup.elements.example.value = chosen;
  setup.elements.domain.value = domain;
  for (const [member, value] of Object.entries(EXAMPLES[chosen] || {})) {
    setup.elements[member].value = member === 'expires'
      ? new Date(Date.parse(clock.now) + value * 86400000).toISOString().slice(0, 10) : value;
  }
  showWhen();
}

setup.elements.example.append(option('', 'none'), ...Object.keys(EXAMPLES).map((text) => option(text, text)));
setup.elements.example.addEventListener('change', beginWith);
setup.addEventListener('change', showWhen);
byId('set-up').addEventListener('click', () => {
  setup.reset();
  showWhen();
  open('setup-dialog', setup);
});

function words(text) {
  return text.split(/[\s,]+/).filter(Boolean);
}

function setUp(form) {
  const body = {domain: form.domain.value.trim()};
  const put = (into, member, value) => {
    if (value !== '' && value !== undefined) {
      into[member] = value;
    }
  };
  const [owner, account, platform] = form.owner.value.split(' ');
  body.owner = owner;
  put(body, 'platform', platform);
  put(body, 'account', account);
  if (owner !== 'FREE') {
    put(body, 'age', form.age.value && 'P' + form.age.value + 'D');
    if (form.expires.value) {
      // at noon of that day, so that it is that day wherever it is read
      const distance = Math.round((Date.parse(form.expires.value + 'T12:00:00Z') - Date.parse(clock.now)) / 1000);
      body.expires = 'PT' + distance + 'S';
    }
    body.renewalMode = form.renewalMode.value;
    body.transferLock = form.transferLock.value === 'true';
    put(body, 'authCode', form.authCode.value.trim());
    body.authCheck = form.authCheck.value;
    if (form.holder.value === 'NONE') {
      body.registrant = null;
    } else if (form.email.value.trim()) {
      body.registrant = {...choices.registrant, email: form.email.value.trim()};
    }
    if (form.nameservers.value.trim()) {
      body.nameservers = words(form.nameservers.value);
    }
  }
  if (form.premium.value) {
    put(body, 'price', form.price.value || (form.class.value ? '' : '900.00'));
    put(body, 'renewalPrice', form.renewalPrice.value);
    put(body, 'class', form.class.value.trim());
    body.currency = form.currency.value;
  }
  body.claims = form.claims.value === 'true';
  if (form.nextCommand.value) {
    body.next = [{
      command: form.nextCommand.value, after: 'PT' + (form.nextAfter.value || 0) + 'H', outcome: form.nextOutcome.value,
      reason: form.nextReason.value.trim() || null,
    }];
  }
  const zone = {};
  put(zone, 'transferConfirmation', form.transferConfirmation.value);
  put(zone, 'transferPending', form.transferPending.value && 'P' + form.transferPending.value + 'D');
  put(zone, 'registrantChangeBy', form.registrantChangeBy.value);
  put(zone, 'tradePrice', form.tradePrice.value);
  put(zone, 'restorePrice', form.restorePrice.value);
  put(zone, 'explicitRenewal', form.explicitRenewal.value && form.explicitRenewal.value === 'true');
  for (const member of ['transferPeriods', 'renewalPeriods']) {
    if (form[member].value.trim()) {
      zone[member] = words(form[member].value);
    }
  }
  if (Object.keys(zone).length) {
    body.zone = zone;
  }
  return body;
}

onSubmit('setup', async (form) => {
  const {domains: [domain]} = await send('POST', '/sandbox/registry', setUp(form));
  byId('setup-dialog').close();
  await refresh();
  say(domain + ' is set up.', true);
});

// ---- the mailbox

function mailRow(mail) {
  return line(
    element('td', time(mail.at), 'time'),
    element('td', mail.from === 'PRODUCT' ? 'Domainflow' : 'registrar'),
    element('td', mail.to),
    element('td', mail.domain),
    cell(link(mail.subject, '#mail=' + encodeURIComponent(mail.id))));
}

async function showMails(mine) {
  const all = await read('/sandbox/mailbox');
  if (mine !== turn) {
    return;
  }
  const part = byId('find-mail').elements.part.value.trim().toLowerCase();
  const found = all.reverse().filter((mail) =>
    [mail.to, mail.domain, mail.subject].some((text) => (text || '').toLowerCase().includes(part)));
  byId('mails-found').textContent = found.length === 0 ? ''
    : found.length > MOST ? 'The latest ' + MOST + ' of ' + found.length + ' mails.'
      : found.length + (found.length === 1 ? ' mail' : ' mails') + ', latest first.';
  rows('mails-rows', found.slice(0, MOST).map(mailRow),
    part ? 'No mail has that in it.' : 'No mail has been sent yet.');
}

// Text, and addresses in it as links; never HTML.
function withLinks(text) {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, i) => i % 2 ? elsewhere(part, part) : part);
}

async function showMail(id, mine) {
  const mail = (await read('/sandbox/mailbox')).find((one) => one.id === id);
  if (mine !== turn) {
    return;
  }
  byId('mails').hidden = true;
  byId('mail').hidden = false;
  byId('mail-subject').textContent = mail ? mail.subject : 'There is no such mail';
  const facts = mail ? [['From', mail.from === 'PRODUCT' ? 'Domainflow' : 'the registrar'], ['To', mail.to],
    ['At', time(mail.at) + ' UTC'], ['Name', mail.domain]] : [];
  byId('mail-facts').replaceChildren(...facts.flatMap(([name, value]) => {
    const said = element('dd');
    said.append(name === 'Name' ? followed(value) : value);
    return [element('dt', name), said];
  }));
  byId('mail-text').replaceChildren(...(mail ? withLinks(mail.text) : []));
  const links = mail ? Object.entries(mail.links) : [];
  byId('mail-links').replaceChildren(...links.map(([name, address]) =>
    elsewhere(name === 'confirm' ? 'Confirm' : 'Refuse', new URL(address).pathname, 'button')));
  byId('mail-hint').textContent = links.length
    ? 'The links of this mail open in a new tab, as its reader has them; they need no login, and ask before they act.' : '';
  byId('mail-subject').focus();
}

onSubmit('find-mail', refresh);

// ---- faults

const fault = byId('fault');

function takes(form) {
  return form.startsWith('CODE') ? 'CODE' : form.startsWith('DELAY') ? 'DELAY' : form.startsWith('EVENTS_LATE') ? 'LATE' : '';
}

function faultWords(form) {
  return form.toLowerCase().replace(/^events_/, '').replace('_{}', '').replaceAll('_', ' ')
    .replace('http', 'HTTP').replace('code after', 'executed, then a code').replace(/^code$/, 'a code in place of it');
}

function showFault() {
  const chosen = choices.faults.find((kind) => kind.form === fault.elements.fault.value);
  byId('fault-meaning').textContent = chosen.meaning;
  for (const label of fault.querySelectorAll('[data-for]')) {
    label.hidden = label.dataset.for !== takes(chosen.form);
  }
}

function offerFaults() {
  const events = fault.elements.command.value === 'EVENTS';
  fault.elements.fault.replaceChildren(...choices.faults.filter((kind) => kind.events === events)
    .map((kind) => option(kind.form, faultWords(kind.form))));
  showFault();
}

function meaning(name) {
  const found = choices.faults.find((kind) => kind.form === name.replace(/(CODE_|DELAY_|EVENTS_LATE_)[^_]+/, '$1{}'));
  return found ? found.meaning : '';
}

function named(text) {
  return text === '*' ? 'every name' : text;
}

function faultRow(one) {
  return line(
    element('td', one.command === '*' ? 'every command' : one.command === 'EVENTS' ? 'events' : one.command),
    cell(element('code', one.fault), element('div', meaning(one.fault), 'hint')),
    element('td', one.times),
    element('td', named(one.domain)),
    cell(button('Clear', one.fault + ' of ' + one.command, () => trying(async () => {
      await send('DELETE', '/sandbox/faults/' + one.number);
      await refresh();
      say('The fault is cleared.', true);
    }))));
}

async function showFaults(mine) {
  const [waiting, calls] = await Promise.all([read('/sandbox/faults'), read('/sandbox/requests?latest=2000')]);
  if (mine !== turn) {
    return;
  }
  rows('faults-rows', waiting.map(faultRow), 'No fault waits: every call is answered as always.');
  byId('clear').disabled = waiting.length === 0;
  rows('struck-rows', calls.reverse().filter((call) => call.fault).slice(0, 20).map((call) => line(
    element('td', seconds(call.at), 'time'), element('td', call.command), cell(...names(call)),
    cell(element('code', call.fault), element('div', meaning(call.fault), 'hint')))), 'None of late.');
}

fault.elements.command.addEventListener('change', offerFaults);
fault.elements.fault.addEventListener('change', showFault);
onSubmit('fault', async (form) => {
  const value = {CODE: form.code.value, DELAY: form.delay.value, LATE: 'PT' + form.late.value + 'H'};
  const name = form.fault.value.replace('{}', value[takes(form.fault.value)]);
  await send('POST', '/sandbox/faults', {
    command: form.command.value, fault: name, times: Number(form.times.value || 1), domain: form.domain.value.trim() || '*',
  });
  await refresh();
  say('The fault is set. It strikes the next ' + (form.times.value > 1 ? form.times.value + ' calls' : 'call')
    + ' that it is for.', true);
});
byId('clear').addEventListener('click', () => trying(async () => {
  await send('DELETE', '/sandbox/faults');
  await refresh();
  say('All faults are cleared.', true);
}));

// ---- calls

function names(call) {
  return call.domains.length > 3
    ? [followed(call.domains[0]), ' and ' + (call.domains.length - 1) + ' more']
    : call.domains.flatMap((domain, i) => i ? [', ', followed(domain)] : [followed(domain)]);
}

function answered(call) {
  if (call.code === null) {
    return 'none that can be read';
  }
  const known = choices.codes.find((one) => one.code === call.code);
  return call.code + (known ? ' ' + known.text : '');
}

function callRow(call) {
  const made = line(
    element('td', seconds(call.at), 'time'),
    element('td', call.command),
    element('td', call.mutation ? 'changes' : 'asks'),
    cell(...names(call)),
    element('td', answered(call)),
    cell(call.fault ? element('code', call.fault) : ''),
    element('td', onPlatform(call.account, call.platform)));
  made.dataset.command = call.command;
  return made;
}

function ledgerRow(entry) {
  return line(
    element('td', seconds(entry.at), 'time'), element('td', entry.command), cell(followed(entry.domain)),
    element('td', Number(entry.charged) ? money({amount: entry.charged, currency: entry.currency}) : 'nothing'), element('td', onPlatform(entry.account, entry.platform)));
}

// The order of an id, the orders of a reference, or else those for a name; none where there is no application.
async function ordersOf(wanted) {
  if (choices.alone || !wanted) {
    return {named: false, orders: []};
  }
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(wanted)) {
    return {named: true, orders: [await read('/api/v1/orders/' + wanted)]};
  }
  const asked = '/api/v1/orders?limit=20&';
  const {orders: referred} = await read(asked + 'reference=' + encodeURIComponent(wanted));
  if (referred.length) {
    return {named: true, orders: referred};
  }
  try {
    return {named: false, orders: (await read(asked + 'domain=' + encodeURIComponent(wanted))).orders};
  } catch (e) {
    if (e.status !== 400) {
      throw e;
    }
    return {named: false, orders: []};
  }
}

function orderLine(order, one) {
  const made = element('li');
  made.append(link(order.reference, '/orders#' + encodeURIComponent(order.id)), ' – ' + order.domainUnicode + ', '
    + order.operation.toLowerCase().replaceAll('_', ' ') + ', ' + STATUS[order.status]
    + ', placed ' + time(order.createdAt) + ' UTC');
  if (!one) {
    made.append(' – ', link('its calls', '#calls=' + encodeURIComponent(order.id)));
  }
  return made;
}

function showOrders(orders, one, named) {
  const list = element('ul');
  list.append(...orders.map((order) => orderLine(order, one)));
  byId('orders').replaceChildren(...(orders.length
    ? [element('p', one ? 'The order:' : named ? 'Several orders have this reference. Choose one:'
      : 'The orders for this name:', 'hint'), list] : []));
}

async function showCalls(wanted, mine) {
  const {named, orders} = await ordersOf(wanted);
  const one = named && orders.length === 1 ? orders[0] : null;
  const domain = one ? one.domain : wanted;
  const about = '?latest=' + (wanted ? 2000 : MOST) + (wanted ? '&domain=' + encodeURIComponent(domain) : '');
  const [calls, ledger] = named && !one ? [[], []] : await Promise.all([
    read('/sandbox/requests' + about + (one ? '&since=' + encodeURIComponent(one.createdAt) : '')),
    read('/sandbox/ledger' + about)]);
  if (mine !== turn) {
    return;
  }
  byId('follow').elements.wanted.value = one ? one.reference : wanted;
  showOrders(orders, one, named);
  const ended = one && ['COMPLETED', 'FAILED', 'CANCELLED'].includes(one.status);
  const during = ({at}) => !one || (Date.parse(at) >= Date.parse(one.createdAt)
    && (!ended || Date.parse(at) <= Date.parse(one.updatedAt)));
  const made = calls.filter(during);
  const count = made.length + (made.length === 1 ? ' call' : ' calls');
  byId('calls-found').textContent = !made.length ? ''
    : !wanted ? 'The latest ' + count + ' of all, latest first.'
      : count + ' about ' + domain + (one ? ' from the order to ' + (ended ? 'its end' : 'now') : '') + ', latest first.';
  rows('calls-rows', made.reverse().map(callRow), wanted ? 'There was no such call.' : 'There was no call yet.');
  rows('ledger-rows', ledger.filter(during).reverse().map(ledgerRow), 'Nothing was carried out.');
}

onSubmit('follow', async (form) => {
  const wanted = form.wanted.value.trim();
  const hash = '#calls' + (wanted ? '=' + encodeURIComponent(wanted) : '');
  if (location.hash === hash) {
    await refresh();
  } else {
    location.hash = hash;
  }
});

// ---- money and settings

function accountRow(account) {
  const called = onPlatform(account.login, account.platform);
  return line(
    element('td', called),
    element('td', money({amount: account.balance, currency: account.currency})),
    element('td', money({amount: account.creditLimit, currency: account.currency})),
    element('td', MODES[account.renewalMode]),
    element('td', !account.modifyDomainFallback ? 'refused'
      : account.automaticOptOut ? 'a trade to be confirmed' : 'a trade that locks'),
    cell(button('Change', called, () => openAccount(account))));
}

function openAccount(account) {
  const form = byId('account');
  form.reset();
  form.dataset.login = account.login;
  form.dataset.platform = account.platform;
  byId('account-title').textContent = 'Account ' + onPlatform(account.login, account.platform);
  for (const member of ['renewalMode', 'modifyDomainFallback', 'automaticOptOut']) {
    form.elements[member].value = String(account[member]);
  }
  for (const amount of ['balance', 'creditLimit']) {
    form.elements[amount].defaultValue = Number(account[amount]).toFixed(2);
  }
  open('account-dialog', form);
}

onSubmit('account', async (form) => {
  const body = {
    login: byId('account').dataset.login, platform: byId('account').dataset.platform, renewalMode: form.renewalMode.value,
    modifyDomainFallback: form.modifyDomainFallback.value === 'true',
    automaticOptOut: form.automaticOptOut.value === 'true',
  };
  // Money moves meanwhile: only what was changed here is sent.
  for (const amount of ['balance', 'creditLimit']) {
    if (form[amount].value !== form[amount].defaultValue) {
      body[amount] = form[amount].value;
    }
  }
  for (const mark of ['softQuota', 'hardQuota']) {
    if (form[mark].value) {
      body[mark] = Number(form[mark].value);
    }
  }
  await send('POST', '/sandbox/accounts', body);
  byId('account-dialog').close();
  await refresh();
  say('Account ' + onPlatform(body.login, body.platform) + ' is changed.', true);
});

onSubmit('profile', async (form) => {
  const chosen = await send('POST', '/sandbox/profile', {name: form.name.value});
  say('Profile ' + chosen.name + ' is chosen.', true);
});

async function demoState() {
  try {
    return await read('/sandbox/demo-data');
  } catch (e) {
    if (e.status === 404) {
      return null;
    }
    throw e;
  }
}

async function showSettings(mine) {
  const [accounts, profile, demo] = await Promise.all(
    [read('/sandbox/accounts'), read('/sandbox/profile'), choices.alone ? null : demoState()]);
  if (mine !== turn) {
    return;
  }
  rows('accounts-rows', accounts.map(accountRow), 'There is no account.');
  byId('profile').elements.name.value = profile.name;
  showDemo(demo);
}

function showDemo(demo) {
  byId('demo-can').hidden = !demo;
  byId('demo-hint').textContent = demo
    ? 'Orders of a shop over three months, in every state. The clock moves 84 days ahead meanwhile, which takes some '
      + 'minutes. Does nothing while earlier demo data has open orders. To have the orders end today, start with '
      + '--domainflow.demo-data.orders=300 on an empty database.'
    : 'It is made by the whole application only: domainflow-sandbox.jar in the profile demo, here or at its start with '
      + '--domainflow.demo-data.orders=300.';
  byId('demo').querySelector('button').disabled = Boolean(demo) && demo.stage === 'RUNNING';
  byId('demo-state').textContent = !demo || demo.stage === 'NONE' ? ''
    : demo.stage === 'RUNNING' ? 'Demo data is being made …' : demo.message;
}

onSubmit('demo', async (form) => {
  await send('POST', '/sandbox/demo-data', {orders: Number(form.orders.value)});
  // when the form has given its button back
  setTimeout(() => trying(refresh));
});

byId('reset').addEventListener('click', () => {
  if (!confirm('Start over? The registry, the mailbox and the ledger are emptied, and open orders end.')) {
    return;
  }
  trying(async () => {
    await send('POST', '/sandbox/reset');
    await refresh();
    say('The sandbox has started over. The clock is at real time.', true);
  });
});

// ---- which part is shown

async function show(part, value, mine) {
  switch (part) {
    case 'mailbox': return value ? showMail(value, mine) : showMails(mine);
    case 'faults': return showFaults(mine);
    case 'calls': return showCalls(value, mine);
    case 'settings': return showSettings(mine);
    default: return showNames(mine);
  }
}

function wanted() {
  const [name, value] = location.hash.slice(1).split(/=(.*)/s);
  const part = name === 'mail' ? 'mailbox' : PARTS.includes(name) ? name : 'names';
  return [part, value ? decodeURIComponent(value) : ''];
}

async function refresh() {
  const mine = ++turn;
  const [part, value] = wanted();
  for (const one of PARTS) {
    byId('part-' + one).hidden = one !== part;
    const tab = document.querySelector('.tabs a[href="#' + one + '"]');
    if (one === part) {
      tab.setAttribute('aria-current', 'page');
    } else {
      tab.removeAttribute('aria-current');
    }
  }
  byId('mails').hidden = part === 'mailbox' && Boolean(value);
  byId('mail').hidden = !byId('mails').hidden;
  await Promise.all([showClock(), show(part, value, mine)]);
}

addEventListener('hashchange', () => trying(refresh));
addEventListener('focus', () => {
  if (choices && !document.querySelector('dialog[open]')) {
    refresh().catch((e) => say(sentence(e.message), false));
  }
});
for (const again of document.querySelectorAll('.again')) {
  again.addEventListener('click', () => trying(refresh));
}

async function tick() {
  if (!document.hidden) {
    const [part] = wanted();
    await showClock().catch(() => {});
    if (part === 'settings' && !choices.alone) {
      await demoState().then(showDemo).catch(() => {});
    }
  }
  setTimeout(tick, TICK);
}

function arrange() {
  byId('applications').hidden = choices.alone;
  if (!choices.alone) {
    showLogin().catch(() => null);
  }
  byId('follow-label').textContent = choices.alone ? 'Name' : 'Name, or reference of an order';
  byId('move-does').textContent = (choices.alone
    ? 'Moves the clock of this sandbox. An application that uses it has its own page, which moves both clocks together.'
    : 'Moves the clock of the registrar, of the registries and of Domainflow together, from one due time to the next: '
      + 'timers, reminders, deadlines and decisions of registries happen in their order, as if the time had passed.')
    + ' It goes forward only; «Start over» under «Money and settings» sets it back to real time.';
  if (choices.elsewhere) {
    const there = new URL('/sandbox', choices.elsewhere).href;
    byId('elsewhere').replaceChildren('The registrar of this application runs elsewhere: names, mails and faults are on ',
      elsewhere('its own page', there), '. Only the clock here counts; it moves both.');
    byId('elsewhere').hidden = false;
  }
  fault.elements.command.append(option('*', 'every command'), option('EVENTS', 'events'),
    ...choices.commands.map((command) => option(command, command)));
  fault.elements.code.append(...choices.codes.map((one) => option(one.code, one.code + ' ' + one.text)));
  fault.elements.code.value = '421';
  offerFaults();
  byId('happen').elements.what.append(...choices.happenings.map((one) =>
    option(one.what, one.what.toLowerCase().replaceAll('_', ' '))));
}

trying(async () => {
  choices = await read('/sandbox/choices');
  arrange();
  await refresh();
  byId('move-to').elements.to.value = clock.now.slice(0, 16);
  setTimeout(tick, TICK);
});

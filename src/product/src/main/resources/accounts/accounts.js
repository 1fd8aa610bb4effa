import {amount, day, element, keepEntered, read, send, sentence, showLogin} from '/pages/shared.js';

const ACCOUNTS = '/api/v1/accounts';
const MODES = {
  LOCK_AT_ONCE: 'at once, with lock',
  WAIT_WITHOUT_LOCK: 'wait, without lock',
  WAIT_THEN_LOCK: 'wait, then lock',
  ASK: 'ask an operator',
};
const TEXTS = ['name', 'system', 'login', 'password', 'clientAddress', 'adminContact', 'techContact',
  'billingContact', 'renewalMode', 'registrantChangeMode', 'registrantChangePolicy'];
const DRIFT = ['nameservers', 'contacts', 'transferLock', 'privacy', 'renewalMode'];
const field = (section) => 'drift.' + section;
const LABELS = {
  name: 'Name', system: 'System', login: 'Login', password: 'Password', clientAddress: 'Client address',
  quotaSoft: 'Quota, soft mark', quotaHard: 'Quota, hard mark', nameservers: 'Name servers',
  adminContact: 'Administrative contact', techContact: 'Technical contact',
  billingContact: 'Billing contact', renewalMode: 'At the end of the period',
  transferLock: 'Transfer lock', registrantChangeMode: 'Change of registrant',
  registrantChangePolicy: 'Policy of changes', 'drift.nameservers': 'Other name servers',
  'drift.contacts': 'Other contacts', 'drift.transferLock': 'Other transfer lock', 'drift.privacy': 'Other privacy',
  'drift.renewalMode': 'Other renewal mode',
  automaticRestore: 'Restore',
  transferOutFourEyes: 'Two approvals',
};

const form = document.getElementById('form');
const editor = document.getElementById('editor');
const wrong = document.getElementById('wrong');
const note = document.getElementById('note');
let edited = null;


function say(text, good) {
  note.textContent = text;
  note.className = good ? 'good' : 'bad';
  note.hidden = !text;
}

function button(text, account, action) {
  const made = element('button', text);
  made.type = 'button';
  made.setAttribute('aria-label', text + ' ' + account.name);
  made.addEventListener('click', () => action(made));
  return made;
}

function row(account) {
  const cells = document.createElement('tr');
  cells.dataset.account = account.name;
  cells.append(element('td', account.name, 'typed'));
  const system = element('td');
  system.append(element('span', account.system.replace('OTE', 'OT&E').replace('CNR_', 'CNR '), 'tag ' + account.system.replace('CNR_', '')));
  cells.append(
    system,
    element('td', account.login, 'typed'),
    element('td', account.quotaSoft + ' / ' + account.quotaHard),
    element('td', (MODES[account.registrantChangeMode] || account.registrantChangeMode)
      + (account.registrantChangePolicy === '2016' ? '' : ', policy ' + account.registrantChangePolicy)),
    element('td', account.designatedAgent
      ? account.designatedAgent.attestedBy + ', ' + day(account.designatedAgent.attestedAt)
        + ', terms ' + account.designatedAgent.termsVersion
      : 'not attested', 'typed'),
    element('td', account.source === 'CONFIGURATION' ? 'configuration' : 'here'));
  const actions = element('td', undefined, 'actions');
  actions.append(
    button('Test connection', account, (pressed) => test(account, cells, pressed)),
    button('Edit', account, () => open(account)));
  const remove = button('Delete', account, () => removeAccount(account));
  if (account.source === 'CONFIGURATION') {
    remove.disabled = true;
    remove.title = 'Comes from the configuration; remove it there.';
  }
  actions.append(remove);
  cells.append(actions);
  return cells;
}

async function load() {
  try {
    const accounts = await read(ACCOUNTS);
    document.getElementById('rows').replaceChildren(...accounts.map(row));
  } catch (e) {
    say(sentence(e.message), false);
  }
}

async function test(account, cells, pressed) {
  pressed.disabled = true;
  const old = cells.nextElementSibling;
  if (old && old.dataset.reportOf) {
    old.remove();
  }
  const line = document.createElement('tr');
  line.dataset.reportOf = account.name;
  const cell = element('td', undefined, 'report');
  cell.colSpan = 8;
  const text = element('p', 'Asking the registrar …', 'good');
  text.setAttribute('role', 'status');
  cell.append(text);
  line.append(cell);
  for (const above of cells.children) {
    above.classList.add('joined');
  }
  cells.after(line);
  try {
    const report = await send('POST', ACCOUNTS + '/' + encodeURIComponent(account.name) + '/test');
    text.className = report.good ? 'good' : 'bad';
    text.textContent = report.message + (report.user ? ' Account: ' + report.user + '.' : '')
      + (report.balance && report.balance.amount !== null
        ? ' Balance: ' + amount(report.balance.amount) + ' ' + (report.balance.currency || '') + '.' : '');
    line.dataset.cause = report.cause;
  } catch (e) {
    text.className = 'bad';
    text.textContent = sentence(e.message);
  } finally {
    pressed.disabled = false;
  }
}

function open(account) {
  edited = account;
  form.reset();
  say('');
  wrong.hidden = true;
  document.getElementById('title').textContent = account ? 'Account ' + account.name : 'New account';
  const configured = account ? account.setByConfiguration : [];
  document.getElementById('configured').hidden = configured.length === 0;
  const fixed = new Set(account ? ['name', 'system', ...configured] : []);
  if (fixed.has('designatedAgent')) {
    fixed.add('attestedBy').add('termsVersion');
  }
  if (fixed.has('drift')) {
    DRIFT.forEach((section) => fixed.add(field(section)));
  }
  for (const input of form.elements) {
    input.disabled = fixed.has(input.name);
  }
  form.elements.password.placeholder = account ? 'unchanged' : '';
  if (account) {
    for (const [member, value] of Object.entries(shown(account))) {
      form.elements[member].value = value;
    }
  }
  editor.showModal();
}

function shown(account) {
  const values = {};
  for (const member of TEXTS) {
    values[member] = account[member] || '';
  }
  values.quotaSoft = String(account.quotaSoft);
  values.quotaHard = String(account.quotaHard);
  values.nameservers = account.nameservers.join(' ');
  values.transferLock = String(account.transferLock);
  values.automaticRestore = String(account.automaticRestore);
  values.transferOutFourEyes = String(account.transferOutFourEyes);
  for (const section of DRIFT) {
    values[field(section)] = account.drift[section];
  }
  values.attestedBy = account.designatedAgent ? account.designatedAgent.attestedBy : '';
  values.termsVersion = account.designatedAgent ? account.designatedAgent.termsVersion : '';
  return values;
}

// Only what was changed is sent, so that what somebody else changed meanwhile stays.
function changes() {
  const before = edited ? shown(edited) : {};
  const body = {};
  const isNew = (member) => !form.elements[member].disabled
    && form.elements[member].value.trim() !== (before[member] || '');
  for (const member of TEXTS.filter(isNew)) {
    body[member] = form.elements[member].value.trim() || null;
  }
  for (const member of ['quotaSoft', 'quotaHard'].filter(isNew)) {
    const text = form.elements[member].value.trim();
    body[member] = text ? Number(text) : null;
  }
  if (isNew('nameservers')) {
    body.nameservers = form.elements.nameservers.value.split(/[\s,]+/).filter(Boolean);
  }
  for (const member of ['transferLock', 'automaticRestore', 'transferOutFourEyes'].filter(isNew)) {
    body[member] = form.elements[member].value === 'true';
  }
  const drift = DRIFT.filter((section) => isNew(field(section)));
  if (drift.length) {
    body.drift = Object.fromEntries(drift.map((section) => [section, form.elements[field(section)].value]));
  }
  if (isNew('attestedBy') || isNew('termsVersion')) {
    const attestedBy = form.elements.attestedBy.value.trim();
    const termsVersion = form.elements.termsVersion.value.trim();
    body.designatedAgent = attestedBy || termsVersion
      ? {attestedBy: attestedBy || null, termsVersion: termsVersion || null} : null;
  }
  return body;
}

async function save() {
  wrong.hidden = true;
  const name = edited ? edited.name : form.elements.name.value.trim();
  try {
    if (edited) {
      await send('PATCH', ACCOUNTS + '/' + encodeURIComponent(edited.name), changes());
    } else {
      await send('POST', ACCOUNTS, changes());
    }
    editor.close();
    await load();
    say('Account ' + name + ' is saved.', true);
  } catch (e) {
    explain(e);
  }
}

function explain(failure) {
  const errors = failure.errors || [];
  wrong.className = 'bad';
  wrong.replaceChildren(element('strong', errors.length ? 'Nothing was changed. Correct this:' : sentence(failure.message)));
  if (errors.length) {
    const list = element('ul');
    for (const error of errors) {
      list.append(element('li', (LABELS[error.field] || error.field) + ' ' + error.message));
    }
    wrong.append(list);
  }
  wrong.hidden = false;
  wrong.scrollIntoView({block: 'nearest'});
}

async function removeAccount(account) {
  if (!confirm('Delete account ' + account.name + '? Its password is gone then; orders that have ended stay.')) {
    return;
  }
  try {
    await send('DELETE', ACCOUNTS + '/' + encodeURIComponent(account.name));
    await load();
    say('Account ' + account.name + ' is deleted.', true);
  } catch (e) {
    say(sentence(e.message), false);
  }
}

document.getElementById('add').addEventListener('click', () => open(null));
document.getElementById('cancel').addEventListener('click', () => editor.close());
keepEntered(editor);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  save();
});
showLogin().catch(() => null);
load();

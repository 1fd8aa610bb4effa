// What can be done with an order. What follows from it is said before, and what has happened afterwards.
import {MONEY, element, link, money, send} from '/pages/shared.js';
import {explain, load, say} from '/orders/parts/notes.js';

const HEADINGS = {RESEND: 'Send the mails again', CANCEL: 'Cancel the order'};

const MODES = {
  LOCK_AT_ONCE: 'Change it at once; the name is locked against transfers afterwards',
  WAIT_THEN_LOCK: 'Ask the prior registrant by mail first; the name is locked afterwards',
  WAIT_WITHOUT_LOCK: 'Ask the prior registrant by mail first; no lock follows. The prior registrant must have opted out of the lock before the order',
};

// What is drawn: as long as it stays so, nobody's typing is taken away.
let drawn = '';

function button(text, className, act) {
  const made = element('button', text, className);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function field(text, input) {
  const label = element('label', text);
  input.required = true;
  label.append(input);
  return label;
}

function typed(text, name) {
  const input = element(name);
  input.autocomplete = 'off';
  input.spellcheck = false;
  return {parts: [field(text, input)], value: () => input.value.trim(), focus: () => input.focus()};
}

function chosen(text, options) {
  const group = element('fieldset');
  group.append(element('legend', text));
  for (const [value, words] of Object.entries(options)) {
    const input = element('input');
    Object.assign(input, {type: 'radio', name: 'choice', value});
    const label = element('label', undefined, 'radio');
    label.append(input, words);
    group.append(label);
  }
  return {
    parts: [group],
    value: () => (group.querySelector(':checked') || {value: ''}).value,
    focus: () => group.querySelector('input').focus(),
  };
}

// For what an order waits: what is asked, what is sent, what the button says. What is not here is given in its task, whose
// form has all of it, and to which the sentence above leads.
const INPUTS = {
  PRICE: ({price: agreed}) => agreed && ({
    heading: 'Agree to the price', act: 'Agree to ' + money(agreed), sure: 'Yes, pay ' + money(agreed),
    body: () => ({acceptPrice: agreed}), done: 'The price is agreed to; the order continues.',
  }),
  AUTH_CODE_MISSING: () => authCode(),
  AUTH_CODE_WRONG: () => authCode(),
  DELETION_CONFIRMATION: (action, order) => ({
    heading: 'Confirm the deletion', ask: typed('To confirm, type ' + order.domainUnicode, 'input'), act: 'Delete the name',
    missing: 'Type the domain.', body: (value) => ({confirmDomain: value}), done: 'The deletion is confirmed; the order continues.',
  }),
  CHOICE: () => ({
    heading: 'Choose how', ask: chosen('How is the registrant to be changed?', MODES), act: 'Choose this', missing: 'Choose one.',
    body: (value) => ({registrantChangeMode: value}), done: 'The choice is made; the order continues.',
  }),
  QUESTION: () => ({
    heading: 'Answer the approver', ask: typed('Answer', 'textarea'), act: 'Answer', missing: 'Type an answer.',
    body: (value) => ({answer: value}), done: 'The approver has the answer.',
  }),
  CONFIRMATION: () => ({
    heading: 'Check whether it is confirmed', act: 'Ask the registrar now', body: () => ({}), done: 'The registrar is asked.',
  }),
  TRANSFER_LOCKED: () => again(),
  TOO_YOUNG: () => again(),
  TRANSFER_PENDING: () => again(),
  CHANGE_PENDING: () => again(),
  REGISTRAR_REFUSED: (action, order) => order.waitingFor.accepts.length === 0 && again(),
};

function authCode() {
  return {
    heading: 'Give the auth code', ask: typed('Auth code', 'input'), act: 'Give it and continue', missing: 'Type the auth code.',
    body: (value) => ({authCode: value}), done: 'The order has the auth code and continues.',
  };
}

function again() {
  return {heading: 'Try again', act: 'Try again now', body: () => ({}), done: 'The order is tried again.'};
}

function address(order, what) {
  return '/api/v1/orders/' + encodeURIComponent(order.id) + '/' + what;
}

export function sayDone(text) {
  const done = document.getElementById('done');
  done.textContent = text;
  done.hidden = !text;
}

// One at a time: what was clicked twice is done once.
async function carryOut(box, calling, done, refresh) {
  const buttons = [...box.querySelectorAll('button')];
  buttons.forEach((one) => {
    one.disabled = true;
  });
  sayDone('');
  say('');
  try {
    const order = await calling();
    drawn = '';
    await refresh();
    sayDone(done(order));
    document.getElementById('title').focus();
  } catch (problem) {
    explain(problem);
    document.getElementById('note').scrollIntoView({block: 'nearest'});
  } finally {
    buttons.forEach((one) => {
      one.disabled = false;
    });
  }
}

// A second click where the first cannot be taken back.
function asked(box, first, sure, className, act) {
  const place = element('p', undefined, 'buttons');
  const begin = button(first, className, () => {
    const yes = button(sure, 'primary', act);
    const no = button('No, leave it', '', () => {
      place.replaceChildren(begin);
      begin.focus();
    });
    // where the first button was, a second click changes nothing
    place.replaceChildren(no, yes);
    no.focus();
  });
  place.append(begin);
  box.append(place);
}

function input(box, action, order, refresh) {
  const wait = order.waitingFor;
  const way = INPUTS[wait.code] && INPUTS[wait.code](action, order);
  if (!way || !action.possible) {
    box.prepend(element('h4', wait.taskId ? 'Give what is missing, in its task' : 'Give what is missing'));
    if (action.possible && !wait.taskId) {
      box.append(element('p', 'It is given over the order API: ' + wait.accepts.join(', ') + '.', 'buttons'));
    }
    return;
  }
  box.prepend(element('h4', way.heading));
  const act = () => {
    const value = way.ask ? way.ask.value() : null;
    if (way.ask && !value) {
      say(way.missing);
      way.ask.focus();
      return;
    }
    carryOut(box, () => send('POST', address(order, 'input'), way.body(value)), () => way.done, refresh);
  };
  if (way.ask) {
    box.append(...way.ask.parts);
  }
  if (way.sure) {
    asked(box, way.act, way.sure, '', act);
  } else {
    const place = element('p', undefined, 'buttons');
    place.append(button(way.act, '', act));
    box.append(place);
  }
}

function cancelled(order) {
  return order.status === 'CANCELLED' ? 'The order is cancelled. ' + MONEY[order.charged]
    : 'It is being withdrawn at the registrar; the order ends when the registrar shows how it ended.';
}

function drawOne(action, order, refresh) {
  const box = element('div', undefined, 'action');
  box.append(element('p', action.text));
  if (action.action === 'INPUT') {
    input(box, action, order, refresh);
    return box;
  }
  box.prepend(element('h4', HEADINGS[action.action]));
  if (!action.possible) {
    return box;
  }
  if (action.action === 'CANCEL') {
    asked(box, 'Cancel the order …', 'Yes, cancel the order', 'danger',
      () => carryOut(box, () => send('POST', address(order, 'cancel')), cancelled, refresh));
  } else {
    const place = element('p', undefined, 'buttons');
    place.append(button('Send the mails again', '', () => carryOut(box, () => send('POST', address(order, 'resend')),
      () => 'The registrar is being asked to send the mails again. The timeline says whether it accepts.', refresh)));
    box.append(place);
  }
  return box;
}

// `refresh` reads the order anew.
export async function showActions(order, isLast, refresh) {
  const {actions} = order.status === 'IN_PROGRESS' || order.status === 'WAITING'
    ? await load(address(order, 'actions')) : {actions: []};
  if (!isLast()) {
    return;
  }
  const key = JSON.stringify([order.id, actions, order.waitingFor]);
  if (key === drawn) {
    return;
  }
  drawn = key;
  document.getElementById('actions').hidden = actions.length === 0;
  document.getElementById('action-list').replaceChildren(...actions.map((action) => drawOne(action, order, refresh)));
}

function taskAddress(wait) {
  return '/camunda/app/tasklist/default/#/?task=' + encodeURIComponent(wait.taskId);
}

// The way to the task, with whose it is and until when.
export function showTask(order) {
  const place = document.getElementById('task');
  const wait = order.waitingFor;
  place.hidden = !(wait && wait.taskId);
  if (!place.hidden) {
    place.replaceChildren(
      link('Open it in Tasklist', taskAddress(wait), 'primary'),
      wait.who === 'APPROVER' ? ' Only approvers see this task.' : '');
  }
}

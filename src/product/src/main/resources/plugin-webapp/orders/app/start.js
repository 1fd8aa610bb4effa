import {STANDING, element, elsewhere, link, read, sentence, session, time} from '/pages/shared.js';

// What Tasklist does not do when an order is entered in a start form: it shows what is wrong at the
// fields, and afterwards how the order stands.

const FORM = '.modal-content .fjs-form';
const START = '.modal-content [ng-click="startProcessInstance()"]';
const FIELD = '.fjs-form-field';
const CHOSEN = '.fjs-form-field-select, .fjs-form-field-radio, .fjs-form-field-checkbox';
const PROBLEM = /^«(.+?)» *(.*)$/;
const NOTHING = 'Nothing was started.';

// Milliseconds until a new order is looked at again, for as long as it is worked on.
const LOOKS = [500, 1000, 1500, 2000, 3000, 5000, 5000, 10000, ...Array(20).fill(30000)];

let reference = '';
let notice = null;
// The note that says why nothing was started.
let refusal = null;
let closeNotes = null;

function label(field) {
  const text = field.querySelector('.fjs-form-field-label')?.cloneNode(true);
  text?.querySelector('.fjs-asterix')?.remove();
  return text ? text.textContent.trim() : '';
}

export function fieldOf(name) {
  return [...document.querySelectorAll(FORM + ' ' + FIELD)].find((field) => label(field) === name);
}

function mark(field, words) {
  const input = field.querySelector('input, textarea');
  let mark = field.querySelector('.order-refusal');
  if (!mark) {
    mark = element('div', '', 'fjs-form-field-error order-refusal');
    mark.append(element('ul'));
    field.append(mark);
  }
  mark.firstChild.append(element('li', words));
  field.classList.add('order-refused');
  if (input) {
    // the fields say that this describes them
    mark.id = input.id + '-error-message';
    input.setAttribute('aria-invalid', 'true');
  }
}

function unmark(field) {
  field.querySelector('.order-refusal')?.remove();
  field.classList.remove('order-refused');
  field.querySelector('input, textarea')?.setAttribute('aria-invalid', 'false');
}

function unmarkAll() {
  document.querySelectorAll(FORM + ' .order-refused').forEach(unmark);
}

function show(field) {
  field.scrollIntoView({block: 'center'});
  if (!field.matches(CHOSEN)) {
    field.querySelector('input, textarea')?.focus({preventScroll: true});
  }
}

// Begins to start: what was wrong before is no longer said.
function begin() {
  unmarkAll();
  refusal = null;
  closeNotes();
  notice?.remove();
  reference = fieldOf('Reference')?.querySelector('input')?.value.trim() || '';
}

export function names(fields) {
  return fields.map((field) => '«' + label(field) + '»').join(', ');
}

// What is still wrong.
function wrongFields(empty) {
  return [...document.querySelectorAll(FORM + ' ' + FIELD)]
    .filter((field) => empty ? field.matches('.fjs-has-errors') : field.querySelector('.order-refusal'));
}

// Tasklist offers no other start while a field is wrong: what the note names has to follow what is typed.
function follow() {
  if (!refusal) {
    return;
  }
  const {message, empty, others} = refusal;
  const wrong = wrongFields(empty);
  if (wrong.length === 0 && others.length === 0) {
    refusal = null;
    closeNotes();
    return;
  }
  const asked = wrong.length > 0 ? [(empty ? 'Fill in ' : 'Correct ') + names(wrong) + '.'] : [];
  const text = [...asked, ...others].join(' ');
  if (message.textContent !== text) {
    message.textContent = text;
  }
}

// Takes a refusal apart, which has a problem in each line.
export function refused(note) {
  const status = note.querySelector('.status');
  const message = note.querySelector('.message');
  if (!note.closest('.modal-content') || !status || !message) {
    return;
  }
  reference = '';
  const others = [];
  for (const line of message.textContent.split('\n').map((text) => text.trim())) {
    const [, name, words] = PROBLEM.exec(line) || [];
    const field = name && fieldOf(name);
    if (field) {
      mark(field, sentence(words.replace(/^\((.+?)\)/, '$1')));
    } else if (line && line !== NOTHING) {
      others.push(line);
    }
  }
  const empty = message.textContent.trim() === '';
  const wrong = wrongFields(empty);
  if (wrong.length > 0) {
    status.textContent = NOTHING;
    refusal = {message, empty, others};
    follow();
    note.querySelectorAll('strong:not(.status)').forEach((colon) => colon.remove());
    show(wrong[0]);
  }
}

const COLOUR = {COMPLETED: 'alert-success', FAILED: 'alert-danger', CANCELLED: 'alert-danger'};

function standing(order) {
  const wait = order.waitingFor;
  const why = wait ? wait.what : order.failure ? order.failure.message : '';
  return sentence('It ' + STANDING[order.status] + (why ? ': ' + why : '')) + (wait && wait.until ? ' Until ' + time(wait.until) + ' UTC.' : '');
}

function taskAddress(order) {
  return '#/?task=' + encodeURIComponent(order.waitingFor.taskId);
}

function task(order) {
  return order.waitingFor && order.waitingFor.taskId ? link('Open the task', taskAddress(order)) : null;
}

// What somebody has come to in Tasklist: the list, and the task that is open.
function position() {
  const query = new URLSearchParams(location.hash.split('?')[1]);
  return {list: query.get('filter'), task: query.get('task')};
}

// Opens the task that the order waits for if it is this login's. A person who has turned to something else meanwhile, or
// may be typing into another task, is not taken away from it.
async function openOwn(order, before) {
  const wait = order.waitingFor;
  if (!wait || !wait.taskId || before.task) {
    return false;
  }
  const [{login}, {assignee}] = await Promise.all([session(), read('/engine-rest/task/' + encodeURIComponent(wait.taskId))]);
  const now = position();
  if (assignee !== login || now.task || now.list !== before.list || document.querySelector('.modal-content')
    || document.activeElement?.matches('input, textarea, select')) {
    return false;
  }
  location.hash = taskAddress(order);
  return true;
}

function draw(box, order, over) {
  const close = element('button', '×', 'close');
  close.type = 'button';
  close.setAttribute('aria-label', 'Close');
  close.addEventListener('click', over);
  const doors = element('p');
  const opened = task(order);
  box.className = 'order-notice alert ' + (COLOUR[order.status] || 'alert-info');
  opened?.addEventListener('click', over);
  doors.append(...(opened ? [opened, ' · '] : []),
    elsewhere('Everything about this order', '/orders/#' + encodeURIComponent(order.id)));
  box.replaceChildren(
    close,
    element('strong', 'Order ' + order.reference + ' for ' + order.domainUnicode + ' was placed.'),
    element('p', standing(order)),
    doors);
}

function pass(milliseconds) {
  return new Promise((over) => setTimeout(over, milliseconds));
}

// Whether an order continues without anybody: a registrar that does not answer is asked again.
function continues({status, waitingFor}) {
  return status === 'IN_PROGRESS' || (status === 'WAITING' && waitingFor.who === 'REGISTRAR');
}

// Looks at an order again while it continues and somebody wants to know. Gives it as it was last.
export async function followed(path, order, isWanted, tell) {
  let last = order;
  for (const pause of LOOKS) {
    if (!continues(last)) {
      break;
    }
    await pass(pause);
    if (!isWanted()) {
      break;
    }
    const next = await read(path).catch(() => last);
    if (next !== last && isWanted()) {
      tell(next);
    }
    last = next;
  }
  return last;
}

// Only what was started is found: a form can also be left.
async function tell(placed) {
  const path = '/api/v1/orders/' + encodeURIComponent(placed);
  const before = position();
  const placedOrder = await read(path);
  const box = element('div');
  box.setAttribute('role', 'status');
  notice = box;
  document.body.append(box);
  const show = (order) => draw(box, order, () => box.remove());
  show(placedOrder);
  const order = await followed(path, placedOrder, () => box.isConnected, show);
  if (box.isConnected && await openOwn(order, before)) {
    box.querySelector('[href^="#"]')?.nextSibling.remove();
    box.querySelector('[href^="#"]')?.remove();
  }
}

// To be called after every change of the page.
export function changed() {
  follow();
  if (reference && !document.querySelector(FORM)) {
    const placed = reference;
    reference = '';
    tell(placed).catch(() => {});
  }
}

// `close` closes the notes of before.
export function watch(close) {
  closeNotes = close;
  addEventListener('click', ({target}) => target.closest?.(START) && begin(), true);
  addEventListener('submit', ({target}) => target.closest?.('.modal-content') && begin(), true);
  addEventListener('input', ({target}) => {
    const field = target.closest?.('.order-refused');
    return field && unmark(field);
  }, true);
  for (const event of ['mousedown', 'change']) {
    addEventListener(event, ({target}) => {
      const field = target.closest?.('.order-refused');
      return field?.matches(CHOSEN) && unmark(field);
    }, true);
  }
}

import {element, elsewhere, read, sentence} from '/pages/shared.js';
import {isRead, looking, stopLooking} from './find.js';
import {countAll} from './lists.js';
import {askedAgain, effect, kindAndSubject, named, outcome} from './outcome.js';
import {followed, names} from './start.js';
import {address, found, go, list, on, openList, openTask, readAnew, rows, whoAndWhen} from './tasklist.js';

// What Tasklist does not do when a task is completed: it says what is still to be filled in, takes back what was said
// before as soon as it is no longer so, says what has come of it, and opens the next task of the list.

const CARD = '.task-card';
const COMPLETE = CARD + ' [ng-click="complete()"]';
const MINE = CARD + ' [ng-click*="unclaim"]';
const WRONG = CARD + ' .fjs-form .fjs-form-field.fjs-has-errors';
const CHOSEN = CARD + ' .fjs-form input[type="radio"]:checked';
const ENDED = ['COMPLETED', 'FAILED', 'CANCELLED'];

// What is known of the task that is open: its order, as it stood then.
let opened = null;
// The task that was sent off, until it is known whether it is completed.
let sent = null;
// The note that names what is still to be filled in.
let lacking = null;
// The task whose form was sent off with something left to fill in.
let unfinished = null;
let closeNotes = null;
// Whether the server has refused what was filled in, and nothing was changed since.
let refused = false;

// ---- what was sent

async function look(task) {
  const variables = await read(
    '/engine-rest/task/' + encodeURIComponent(task.id) + '/variables?deserializeValues=false');
  const value = (name) => variables[name]?.value;
  const path = value('orderId') ? '/api/v1/orders/' + encodeURIComponent(value('orderId')) : null;
  return {path, domain: value('domain'), account: value('account'), order: path ? await read(path) : null};
}

on('task', (task) => {
  if (task && said?.next && task.id !== said.next) {
    goOn();
  }
  if (task && task.id !== opened?.task.id) {
    opened = {task, facts: look(task).catch(() => ({}))};
  }
});

function begin() {
  const task = openTask();
  if (!document.querySelector(COMPLETE)?.matches(':enabled') || !task) {
    return;
  }
  closeNotes();
  forget();
  lacking = null;
  unfinished = null;
  refused = false;
  const chosen = document.querySelector(CHOSEN)?.closest('label');
  sent = {
    task,
    facts: opened?.task.id === task.id ? opened.facts : Promise.resolve({}),
    list: openList(),
    place: rows().findIndex((row) => row.id === task.id),
    after: rows().map((row) => row.id),
    choice: chosen?.querySelector('strong')?.textContent,
    does: chosen ? effect(chosen.textContent.trim()) : '',
  };
}

// ---- why it was refused

function follow() {
  if (!lacking) {
    return;
  }
  const wrong = [...document.querySelectorAll(WRONG)];
  if (wrong.length === 0 || !lacking.isConnected) {
    lacking = null;
    closeNotes();
    return;
  }
  const text = 'Not completed yet. Fill in ' + names(wrong) + '.';
  if (lacking.textContent !== text) {
    lacking.textContent = text;
  }
}

// The form remembers what was wrong with a field when another choice hides the field, and Tasklist then keeps Complete
// closed although nothing is left to fill in. Whether that is so is looked at again when it is pressed.
function open() {
  const complete = document.querySelector(COMPLETE);
  if (unfinished && unfinished === openTask()?.id && complete?.disabled
    && document.querySelector(MINE) && !document.querySelector(WRONG)) {
    complete.disabled = false;
  }
}

// Tasklist's own words say neither what nor why.
export function refusedTask(note) {
  const status = note.querySelector('.status');
  const message = note.querySelector('.message');
  if (!sent || note.closest('.modal-content') || !status || !message) {
    return;
  }
  sent = null;
  const wrong = [...document.querySelectorAll(WRONG)];
  unfinished = wrong.length > 0 ? openTask()?.id : null;
  if (message.textContent.trim() !== '') {
    refused = true;
    status.textContent = '';
    note.querySelectorAll('strong:not(.status)').forEach((colon) => colon.remove());
  } else if (wrong.length > 0) {
    lacking = status;
    follow();
    wrong[0].scrollIntoView({block: 'center'});
    wrong[0].querySelector('input, textarea')?.focus({preventScroll: true});
  }
}

// ---- what has come of it

// Above the task that is open, which it moves down and does not cover.
function place() {
  const column = document.querySelector('.task-details > .content');
  let box = column?.querySelector(':scope > .task-done');
  if (column && !box) {
    box = element('div', undefined, 'task-done');
    box.setAttribute('role', 'status');
    column.prepend(box);
  }
  return box;
}

// What is said of the task that was completed last; null if nothing is.
let said = null;

function forget() {
  said = null;
  const box = place();
  box?.replaceChildren();
  box?.classList.remove('shown', 'again');
}

// Who turns to something else has read it, once it says what has come of it; that something is asked again stays.
function goOn() {
  if (said?.over && !said.again) {
    forget();
  }
}

function taskLink(id) {
  const link = element('a', 'Open the task');
  link.href = '#/?' + new URLSearchParams({...Object.fromEntries(address()), task: id});
  // left out of the list that is open, it is shown nevertheless
  link.addEventListener('click', (event) => {
    event.preventDefault();
    go({task: id, forceDisplayTask: 'true'});
  });
  return link;
}

// `again` is the task that asks the same once more: a part may be done nevertheless, so no more is said than that it is
// open. `open` is the one that is still asked although this was carried out. Where it is not known what has come of
// it, the task is `completed`.
function draw({text, order, left, again, open, completed}) {
  const box = place();
  if (!box || !text) {
    return;
  }
  const close = element('button', '×', 'close');
  close.type = 'button';
  close.setAttribute('aria-label', 'Close');
  close.addEventListener('click', forget);
  const words = element('p');
  words.append(element('strong', again ? 'Open again: ' : completed ? 'Completed: ' : 'Done: '), text, left ? ' ' + left : '');
  if (!box.matches('.shown')) {
    box.parentElement.scrollTop = 0;
  }
  box.classList.add('shown');
  box.classList.toggle('again', !!again);
  const links = element('span', undefined, 'task-done-links');
  links.append(
    ...(again || open ? [taskLink(again || open)] : []),
    ...(order ? [elsewhere('Order ' + order.reference, '/orders/#' + encodeURIComponent(order.id))] : []));
  box.replaceChildren(words, links, close);
}

function say(note, more) {
  Object.assign(note, more);
  if (said === note) {
    draw(note);
  }
}

// Whether this is a task of the same kind, which one who has just completed the other is asked again.
async function isSameKind(task, id) {
  const other = id && id !== task.id
    ? await read('/engine-rest/task/' + encodeURIComponent(id)).catch(() => null)
    : null;
  return other?.taskDefinitionKey === task.taskDefinitionKey;
}

const RETURNS = 20;
const RETURN = 500;

// A mail that is sent once more ends no wait, so neither the order nor whether the task is open again says whether the
// registrar has accepted it. Its answer follows in the timeline on what a person did last; '' as long as there is none.
const RESEND = 'Resend';

async function answerToResend(path) {
  const {entries} = await read(path + '/timeline').catch(() => ({entries: []}));
  const asked = entries.findLastIndex(({kind}) => kind === 'PERSON');
  return entries.slice(asked + 1).findLast(({kind}) => kind === 'REGISTRAR')?.text || '';
}

async function tellOfMails(note, {task, path}) {
  for (let look = 1; look <= RETURNS && said === note; look++) {
    const answer = await answerToResend(path);
    // read after the answer: the task that is open again comes with it
    const order = await read(path);
    const id = order.waitingFor?.taskId;
    const text = named(task, {domain: order.domainUnicode}) + ': ' + RESEND + '. ' + answer;
    say(note, {text: text.trim(), order, open: await isSameKind(task, id) && id, completed: true});
    if (answer) {
      return;
    }
    await new Promise((over) => setTimeout(over, RETURN));
  }
}

async function tell(note, {task, facts, choice, does, after}) {
  const isWanted = () => said === note;
  const {path, order: before, domain, account} = await facts;
  const order = path ? await read(path).catch(() => null) : null;
  // An order that had ended before has not become anything by this.
  if (!order || (ENDED.includes(order.status) && before?.updatedAt === order.updatedAt)) {
    const about = named(task, {domain, account});
    const text = about + (choice ? ': ' + choice + '. ' + (does ? sentence(does) : '') : '.');
    await tellOfReturn(note, {task, after}, {domain, account}, {text: text.trim(), order}, about + '.');
    note.over = true;
    return;
  }
  if (choice === RESEND) {
    await tellOfMails(note, {task, path});
    note.over = true;
    return;
  }
  const show = async (now) => {
    const id = now.waitingFor?.taskId;
    const again = await isSameKind(task, id);
    say(note, {text: again ? askedAgain(now, kindAndSubject(task)[0]) : outcome(now), order: now, again: again && id});
  };
  await show(order);
  await followed(path, order, isWanted, show);
  note.over = true;
}

// A task about no order can come back when what it asked for was not so, such as whether an account was topped up, also
// from another process. An operator does not see processes, so nothing says whether it is done: it is completed, and
// its choice says what follows.
async function tellOfReturn(note, {task, after}, {domain, account}, done, asksAgain) {
  const about = Object.entries({domain, account}).filter(([, value]) => value);
  const open = '/engine-rest/task?' + new URLSearchParams({
    taskDefinitionKey: task.taskDefinitionKey,
    name: task.name,
    ...about.length > 0 ? {processVariables: about.map(([name, value]) => name + '_eq_' + value).join()} : {},
  });
  say(note, {...done, completed: true});
  for (let look = 1; look <= RETURNS && said === note; look++) {
    const all = await read(open).catch(() => []);
    const returned = all.find(({id}) => id !== task.id && !after.includes(id));
    if (returned) {
      say(note, {...done, text: asksAgain, again: returned.id});
      return;
    }
    await new Promise((over) => setTimeout(over, RETURN));
  }
}

// ---- the next one

const LOOK = 50;
const LOOKS = 100;
const AGAIN = 20;

async function until(isSo, again) {
  for (let look = 1; look <= LOOKS && !isSo(); look++) {
    await new Promise((over) => setTimeout(over, LOOK));
    if (look % AGAIN === 0) {
      again();
    }
  }
  return isSo();
}

// The one that followed, or else the first; those that others have taken are passed over.
async function following({place: at, after}) {
  const {login} = await whoAndWhen();
  const free = rows().filter((row) => !row.assignee || row.assignee === login);
  const later = after.slice(at + 1);
  return free.find((row) => later.includes(row.id)) || free[0];
}

function nothingLeft(name) {
  return found() > 0 ? 'Others have the remaining tasks of «' + name + '».'
    : 'Nothing is left in «' + name + '».';
}

// Without a mouse one would otherwise begin at the top of the page again.
async function focusTask(id) {
  const isOpen = () => openTask()?.id === id && document.querySelector(CARD + ' h2.task');
  if (await until(isOpen, () => {}) && document.activeElement === document.body) {
    const name = document.querySelector(CARD + ' h2.task');
    name.tabIndex = -1;
    name.focus({preventScroll: true});
  }
}

async function openNext(note, done) {
  // a task that was opened over a link need not be in the list
  if (done.place < 0 || openList()?.id !== done.list.id) {
    return;
  }
  const isThere = () => list() !== done.stale && !rows().some((row) => row.id === done.task.id);
  const next = await until(isThere, readAnew) && await following(done);
  if (address().get('task') || openList().id !== done.list.id) {
    return;
  }
  if (next) {
    note.next = next.id;
    await openTaskOfList(next);
  } else if (looking()) {
    await backToList();
  } else {
    say(note, {left: nothingLeft(done.list.name)});
  }
}

async function openTaskOfList({id}) {
  go({task: id});
  await focusTask(id);
}

// All that was found is done: the list that was open before the search continues with its first one.
async function backToList() {
  stopLooking();
  const first = await until(isRead, readAnew) && await following({place: -1, after: []});
  if (first && !address().get('task')) {
    await openTaskOfList(first);
  }
}

async function isGone(task) {
  const {count} = await read('/engine-rest/task/count?taskId=' + encodeURIComponent(task.id));
  return count === 0;
}

async function completed(done) {
  if (await isGone(done.task)) {
    const note = {};
    said = note;
    countAll();
    await Promise.all([tell(note, done), openNext(note, done)]);
  }
}

// To be called after every change of the page.
export function changedTask() {
  follow();
  open();
}

// `close` closes the notes of before.
export function watchTask(close) {
  closeNotes = close;
  addEventListener('click', ({target}) => target.closest?.(COMPLETE) && begin(), true);
  addEventListener('submit', ({target}) => target.closest?.(CARD) && begin(), true);
  // Calendars tell of changes that nobody has made.
  addEventListener('input', ({target, isTrusted}) => {
    if (isTrusted && target.closest?.(CARD)) {
      goOn();
      if (refused) {
        refused = false;
        closeNotes();
      }
    }
  }, true);
  // Tasklist takes the task out of the address when it is completed.
  addEventListener('hashchange', () => {
    if (sent && !address().get('task')) {
      const done = {...sent, stale: list()};
      sent = null;
      completed(done).catch(() => {});
    }
  });
}

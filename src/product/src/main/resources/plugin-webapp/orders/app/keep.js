import {element} from '/pages/shared.js';
import {address, on} from './tasklist.js';

// What somebody has typed stays until it is sent, or the form is closed by its own button. Tasklist closes its dialogs with
// Esc and with a click beside them, and draws the form of a task anew after another tab was looked at.

// ---- dialogs

const DIALOG = '.modal-content';
const ENTERED = DIALOG + ' :is(.fjs-form, form:not(.modal-header form))';
const PICKED = '.fjs-dropdownlist-item, .flatpickr-day';
const MOVES = ['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta'];
const KEPT = 'Still open, with what you have entered. «Close» discards it.';

// The form that something was entered in last.
let entered = null;

// Calendars tell of changes that nobody has made.
function enter({target, isTrusted}) {
  entered = (isTrusted && target.closest?.(ENTERED)) || entered;
}

function isBegun() {
  return entered?.isConnected && entered.closest(DIALOG);
}

function sayKept() {
  const place = entered.closest(DIALOG).querySelector('.modal-footer');
  if (place && !place.querySelector('.kept')) {
    const line = element('p', '', 'kept');
    line.setAttribute('role', 'status');
    place.prepend(line);
    line.textContent = KEPT;
  }
}

for (const event of ['input', 'change']) {
  addEventListener(event, enter, true);
}
addEventListener('keydown', (event) => !MOVES.includes(event.key) && enter(event), true);
addEventListener('click', (event) => event.target.closest?.(PICKED) && enter(event), true);
// What is open in the form has had the key by then, and the dialog listens to the document.
document.body.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isBegun()) {
    event.stopPropagation();
    sayKept();
  }
});
addEventListener('click', (event) => {
  if (event.target.matches?.('.modal') && isBegun()) {
    event.stopPropagation();
    sayKept();
  }
}, true);

// ---- tabs

const TAB = '.task-card .tabbed-content .nav-tabs > li';
const FORM_TAB = TAB + ':first-child';
const SAVE = '.task-card .form-actions [ng-click^="save("]';
const FORM = '.task-card .fjs-form';

// What was entered into the form of a task, while another tab is looked at. Tasklist keeps what is saved in the browser's
// store, where it would outlive the session, and secrets with it: there it is only for as long as it takes to be read.
let kept = null;
let bringing = null;

function place(task) {
  return 'camunda-form:' + task;
}

function put(task, text) {
  if (text === null) {
    localStorage.removeItem(place(task));
  } else {
    localStorage.setItem(place(task), text);
  }
}

function keep() {
  const task = address().get('task');
  const save = document.querySelector(SAVE);
  if (task && save && !save.disabled) {
    const before = localStorage.getItem(place(task));
    save.click();
    kept = {task, text: localStorage.getItem(place(task))};
    put(task, before);
  }
}

function bringBack() {
  if (kept && kept.task === address().get('task')) {
    bringing = {task: kept.task, before: localStorage.getItem(place(kept.task))};
    put(kept.task, kept.text);
  }
}

// To be called after every change of the page.
export function drawn() {
  if (bringing && (document.querySelector(FORM) || bringing.task !== address().get('task'))) {
    put(bringing.task, bringing.before);
    bringing = null;
  }
}

addEventListener('click', ({target}) => {
  const tab = target.closest?.(TAB);
  if (!tab || tab.matches('.active')) {
    return;
  }
  if (tab.matches(':first-child')) {
    bringBack();
  } else {
    keep();
  }
}, true);

// Another task begins with its form, whichever tab of the one before was open.
let last = null;

on('task', (task) => {
  if (task && last && task.id !== last) {
    kept = null;
    document.querySelector(FORM_TAB + ':not(.active) a')?.click();
  }
  last = task?.id || last;
});

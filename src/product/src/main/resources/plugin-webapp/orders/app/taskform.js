import {element} from '/pages/shared.js';
import {draw as drawDates} from './dates.js';
import {on, openTask} from './tasklist.js';

// What Tasklist does not do with the form of a task: it folds the facts below the question, sets the name of each
// choice off from what the choice costs and does, says beside the buttons why a form cannot be filled in, and keeps open
// lists in sight.

const FACTS = '.fjs-container [role="group"][aria-labelledby$="-Group_Facts"]';
const CHOICES = '.fjs-container .fjs-form-field-radio label';
const NAME = /^.+?(?= \(costs )/;

// Tasks whose facts somebody has opened: a form that is drawn anew, as after a refusal, shows them as they were.
const opened = new Set();
// The task whose button had the focus when it was last seen.
let focused = null;

function task() {
  return new URLSearchParams(location.hash.split('?')[1]).get('task');
}

// The label has the button in it, so that pressing the label presses the button.
function fold(group) {
  const label = group.querySelector(':scope > label');
  const facts = label?.nextElementSibling;
  if (!facts || label.querySelector('button')) {
    return;
  }
  const mine = task();
  const button = element('button', undefined, 'facts-button');
  const show = (shown) => {
    facts.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
  };
  button.type = 'button';
  facts.id = label.id + '-shown';
  button.setAttribute('aria-label', label.textContent);
  button.setAttribute('aria-controls', facts.id);
  button.addEventListener('click', () => {
    opened[facts.hidden ? 'add' : 'delete'](mine);
    show(opened.has(mine));
  });
  show(opened.has(mine));
  label.append(button);
  if (focused === mine) {
    button.focus({preventScroll: true});
  }
}

function setOff(label) {
  const text = [...label.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  const name = text && NAME.exec(text.data)?.[0];
  if (name) {
    const strong = label.querySelector('strong') || element('strong');
    strong.textContent = name;
    text.data = text.data.slice(name.length);
    label.insertBefore(strong, text);
  }
}

// ---- whose task it is

const BAR = '.task-card .form-actions';
const VEILED = '.task-card .disabled-form';
const CLAIM = '.task-card button.claim';
// The task that was claimed by the button of the bar, until something else is pressed.
let claiming = null;

function claimButton() {
  const button = element('button', 'Claim', 'btn btn-primary');
  button.type = 'button';
  button.addEventListener('click', () => {
    claiming = task();
    document.querySelector(CLAIM)?.click();
  });
  return button;
}

function drawOwner() {
  const bar = document.querySelector(BAR);
  const mine = bar && !bar.closest(VEILED);
  const free = document.querySelector(CLAIM);
  const owner = openTask()?.id === task() && openTask()?.assignee;
  const text = !bar || mine ? '' : free ? 'Claim this task to fill in its form.' : owner ? owner + ' has this task.' : '';
  let box = bar?.querySelector('.task-owner');
  if ((box?.dataset.text || '') !== text) {
    box?.remove();
    if (text) {
      box = element('span', text, 'task-owner');
      box.dataset.text = text;
      if (free) {
        box.append(' ', claimButton());
      }
      bar.prepend(box);
    }
    bar.classList.toggle('taken', !!text && !free);
  }
}

// The button is gone with the claim, and Tasklist moves on to the assignee, far from the form.
function backToForm({target}) {
  if (claiming === task() && target.closest?.('.task-card .assignee') && !document.querySelector(VEILED)) {
    claiming = null;
    document.querySelector('.task-card .fjs-form input[type="radio"]')?.focus({preventScroll: true});
  }
}

// ---- lists and calendars

const OPENED = '.task-card .fjs-container :is(.fjs-dropdownlist, .flatpickr-calendar.open)';
let shown = null;

// A list that opens at the lower end of the form is drawn there, and may be out of sight.
function showOpened() {
  const open = document.querySelector(OPENED);
  if (open && open !== shown) {
    requestAnimationFrame(() => open.scrollIntoView({block: 'nearest'}));
  }
  shown = open;
}

function draw() {
  document.querySelectorAll(FACTS).forEach(fold);
  document.querySelectorAll(CHOICES).forEach(setOff);
  drawDates();
  drawOwner();
  showOpened();
}

new MutationObserver(draw).observe(document.body, {
  childList: true, subtree: true, characterData: true, attributeFilter: ['class'],
});
on('task', drawOwner);
addEventListener('focusin', backToForm);
for (const event of ['pointerdown', 'keydown']) {
  addEventListener(event, () => {
    claiming = null;
  }, true);
}
// Where nothing can be chosen, a click shows what to press first.
addEventListener('click', ({target}) => {
  if (target.matches?.(VEILED)) {
    target.querySelector('.task-owner button')?.focus();
  }
});
// The focus of an element that is taken away leaves no such event.
addEventListener('focusin', ({target}) => {
  focused = target.matches?.('.facts-button') ? task() : null;
});

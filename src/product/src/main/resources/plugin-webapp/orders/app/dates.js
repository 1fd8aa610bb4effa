import {dayInWords, element, readDay} from '/pages/shared.js';
import {whoAndWhen} from './tasklist.js';

// The dates of forms. What form-js takes for a date is whatever its calendar makes of a text: 2027-01-13 became the 8th of
// July. So the text is read here, the calendar gets a day, and what was read is said back below the field. A text that is
// no date stays to be corrected, and nothing is sent meanwhile.

const FIELD = '.fjs-container .fjs-form-field-datetime';
const TYPED = '.fjs-datepicker input[data-input]';
const CHOSEN_TIME = 'input[id$="-time"]';
const SEND = '.task-card [ng-click="complete()"], .modal-content [ng-click="startProcessInstance()"]';
const FORM = '.task-card, .modal-content';

const known = new WeakSet();
// What was typed into a field and is no date.
const refused = new WeakMap();

let today = new Date().toISOString();

function askTheDay() {
  whoAndWhen().then(({now}) => {
    today = new Date(now).toISOString();
    draw();
  });
}

function teach(input) {
  const calendar = input._flatpickr;
  if (!calendar || known.has(calendar)) {
    return;
  }
  known.add(calendar);
  askTheDay();
  const set = calendar.setDate;
  calendar.set('dateFormat', 'Y-m-d');
  input.placeholder = 'yyyy-mm-dd';
  // a text is what somebody has typed; the form itself sets a day
  calendar.setDate = (given, ...more) => {
    if (typeof given === 'string') {
      const day = readDay(given);
      if (given.trim() && !day) {
        // the form keeps what it had, the time beside it too, and is not sent
        refused.set(input, given);
      } else {
        refused.delete(input);
        set(day ? new Date(day + 'T00:00') : '', true);
      }
    } else {
      if (given && !Number.isNaN(given.getTime())) {
        refused.delete(input);
      }
      set(given, ...more);
    }
    if (refused.has(input)) {
      input.value = refused.get(input);
    }
    draw();
  };
}

function said(field, input) {
  if (refused.has(input)) {
    return '«' + refused.get(input).trim() + '» is no date. Write it as 2027-01-31.';
  }
  const day = readDay(input.value);
  const at = field.querySelector(CHOSEN_TIME)?.value;
  return day ? dayInWords(day, today, at && at + ' UTC') : '';
}

function drawField(field) {
  const input = field.querySelector(TYPED);
  if (!input) {
    return;
  }
  teach(input);
  const text = said(field, input);
  let line = field.querySelector('.date-said');
  if (!line) {
    line = element('div', '', 'date-said');
    line.setAttribute('aria-live', 'polite');
    field.append(line);
  }
  if (line.textContent !== text) {
    line.textContent = text;
  }
  line.classList.toggle('wrong', refused.has(input));
}

// To be called after every change of the page.
export function draw() {
  document.querySelectorAll(FIELD).forEach(drawField);
}

function keepBack(event) {
  const wrong = event.target.closest(FORM)?.querySelector(FIELD + ':has(.date-said.wrong) ' + TYPED);
  if (wrong) {
    event.preventDefault();
    event.stopImmediatePropagation();
    wrong.scrollIntoView({block: 'center'});
    wrong.focus({preventScroll: true});
  }
}

addEventListener('click', (event) => event.target.closest?.(SEND) && keepBack(event), true);
addEventListener('submit', (event) => event.target.closest?.(FORM) && keepBack(event), true);
for (const event of ['input', 'change', 'focusout']) {
  addEventListener(event, ({target}) => {
    // the calendar tells so, too, when it has emptied the field
    if (event === 'input' && target.matches?.(TYPED) && target.value) {
      refused.delete(target);
    }
    if (target.closest?.(FIELD)) {
      // the form takes the change first
      setTimeout(draw);
    }
  }, true);
}

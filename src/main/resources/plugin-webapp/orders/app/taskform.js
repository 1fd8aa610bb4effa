import {element} from '/pages/shared.js';

// What Tasklist does not do with the form of a task: it folds the facts below the question, and sets the name of each
// choice off from what the choice costs and does.

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

function draw() {
  document.querySelectorAll(FACTS).forEach(fold);
  document.querySelectorAll(CHOICES).forEach(setOff);
}

new MutationObserver(draw).observe(document.body, {childList: true, subtree: true, characterData: true});
// The focus of an element that is taken away leaves no such event.
addEventListener('focusin', ({target}) => {
  focused = target.matches?.('.facts-button') ? task() : null;
});

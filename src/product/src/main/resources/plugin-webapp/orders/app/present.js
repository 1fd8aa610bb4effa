import {element, read, time} from '/pages/shared.js';
import {fieldOf} from './start.js';

// How a name is set up at present, below the fields of the start form that change it. What is chosen there is what is to
// be another, so nothing is chosen for anybody; name servers are all of them, so those there are can be taken to be changed.

const ONLY_IN_AN_UPDATE = "The registrar's own name servers";

const SECTIONS = {
  nameservers: ['Name servers', (hosts) => hosts.join(', ') || 'none'],
  transferLock: ['Lock against transfers', (locked) => (locked ? 'locked' : 'open')],
  privacy: ['Whois privacy', (on) => (on ? 'on' : 'off')],
  renewalMode: ['At the end of the period', (mode) => MODES[mode]],
};

const MODES = {AUTOEXPIRE: 'expires', AUTORENEW: 'renewed by the registrar', AUTODELETE: 'deleted by the registrar'};

let asked = '';
let sections = {};

function written(name) {
  const field = fieldOf(name);
  return (field?.querySelector('.fjs-select-display')?.textContent || field?.querySelector('input')?.value || '').trim();
}

// The form listens to what is typed, and knows nothing of a value that is set.
function type(input, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
  input.dispatchEvent(new Event('input', {bubbles: true}));
  input.focus();
}

function taking(field, hosts) {
  const button = element('button', 'Take these', 'btn btn-link');
  button.type = 'button';
  button.addEventListener('click', () => type(field.querySelector('input'), hosts.join(', ')));
  return button;
}

function draw() {
  for (const [name, [label, words]] of Object.entries(SECTIONS)) {
    const field = fieldOf(label);
    const {present, readAt} = sections[name] || {};
    const known = present !== null && present !== undefined;
    const text = known ? 'Now: ' + words(present) + ' (read on ' + time(readAt) + ' UTC).' : '';
    const line = field?.querySelector('.order-present');
    if (!field || (line?.dataset.text || '') === text) {
      continue;
    }
    line?.remove();
    if (known) {
      const drawn = element('div', text, 'order-present');
      drawn.dataset.text = text;
      if (name === 'nameservers' && present.length > 0) {
        drawn.append(' ', taking(field, present));
      }
      field.append(drawn);
    }
  }
}

// To be called whenever a name may have been entered, and after every change of the page.
export async function look(entered) {
  if (!fieldOf(ONLY_IN_AN_UPDATE)) {
    asked = '';
    sections = {};
    return;
  }
  // Until somebody has typed all of it, a name is another one.
  const name = written('Domain');
  const account = written('Account').replace(/ \(orders wait: .*/, '');
  const address = name && account
    ? '/api/v1/domains/' + encodeURIComponent(name) + '?account=' + encodeURIComponent(account)
    : '';
  if (entered && address !== asked) {
    asked = address;
    sections = {};
    draw();
    try {
      const found = address ? await read(address) : {};
      if (address === asked) {
        sections = found.sections || {};
      }
    } catch {
      // not known here, or not to this user: the order says so
    }
  }
  draw();
}

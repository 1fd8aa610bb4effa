import {element, elsewhere} from '/pages/shared.js';
import {address, answers, connect, found, go, lists, on, openList, rows, search} from './tasklist.js';

// One input that finds tasks by a part of a domain name, in either spelling, of an order's reference, or of what is to
// be done, and by the whole name of an account, of which names have parts. It looks in all open tasks, whichever list is
// open, sorted like that one, and goes back to it when it is emptied.

const PAUSE = 250;
const WITHOUT_CRITERIA = ['sorting', 'active'];

let theirs = {};
let ours = null;
let wanted = '';
// The list that was open before.
let before = null;
// The list that is being turned to.
let turning = null;
let openFirst = false;
let status = null;
let clear = () => {};

// ---- the spelling of names

const BASE = 36;
const FIRST_ABOVE_ASCII = 128;

// What stands behind «xn--», as RFC 3492 says; nothing if it is no such text.
function decoded(code) {
  const at = code.lastIndexOf('-');
  const characters = [...code.slice(0, Math.max(at, 0))];
  let number = FIRST_ABOVE_ASCII;
  let place = 0;
  let bias = 72;
  for (let next = at + 1; next < code.length;) {
    const start = place;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(code[next++] ?? ' ');
      if (digit < 0) {
        return null;
      }
      place += digit * weight;
      const threshold = Math.min(Math.max(step - bias, 1), 26);
      if (digit < threshold) {
        break;
      }
      weight *= BASE - threshold;
    }
    const length = characters.length + 1;
    let delta = Math.floor((place - start) / (start === 0 ? 700 : 2));
    delta += Math.floor(delta / length);
    for (bias = 0; delta > 455; bias += BASE) {
      delta = Math.floor(delta / 35);
    }
    bias += Math.floor(36 * delta / (delta + 38));
    number += Math.floor(place / length);
    place %= length;
    if (number > 0x10ffff) {
      return null;
    }
    characters.splice(place++, 0, String.fromCodePoint(number));
  }
  return characters.join('');
}

// As the lists have it: small letters, with the name's own characters.
export function spelled(text) {
  return text.normalize('NFC').toLowerCase().split('.')
    .map((label) => (label.startsWith('xn--') ? decoded(label.slice(4)) || label : label))
    .join('.');
}

// ---- the search

function like(text) {
  return '%' + text.replace(/[\\%_]/g, '\\$&') + '%';
}

function criteria(text) {
  const value = like(spelled(text));
  return {
    variableValuesIgnoreCase: true,
    nameLike: value,
    processVariables: [
      ...['domain', 'orderReference'].map((name) => ({name, operator: 'like', value})),
      {name: 'account', operator: 'eq', value: spelled(text)},
    ],
  };
}

function apply() {
  ours = {...theirs, orQueries: [...theirs.orQueries || [], ...wanted ? [criteria(wanted)] : []]};
  search(ours);
}

// Whether the list is the one that is wanted, with what is wanted of it.
export function isRead() {
  return answers(ours, turning);
}

// The list that leaves nothing out.
function widest() {
  return lists().find(({query}) => query && Object.entries(query)
    .every(([name, value]) => WITHOUT_CRITERIA.includes(name) || !value || value.length === 0));
}

// A task that is open stays open.
function turnTo(id, sorting) {
  const open = address().get('task');
  turning = id;
  go({filter: id, page: null, sorting, ...open ? {forceDisplayTask: 'true'} : {}});
}

// How the list is sorted that is left for a search, as Tasklist has it in the address; the widest list has none.
function ownSorting(id) {
  const sorting = lists().find((list) => list.id === id)?.query?.sorting || [];
  return sorting.length > 0 ? JSON.stringify(sorting) : address().get('sorting');
}

function look(text) {
  if (text === wanted) {
    say();
    return;
  }
  const all = widest()?.id;
  const here = address().get('filter');
  if (!wanted && all && here && here !== all) {
    before = {id: here, sorting: address().get('sorting')};
    turnTo(all, ownSorting(here));
  }
  wanted = text;
  apply();
  say();
  if (!wanted) {
    leave();
  }
}

function leave() {
  const back = before;
  before = null;
  if (back && address().get('filter') === widest()?.id) {
    turnTo(back.id, back.sorting);
  }
}

function all(orders) {
  const name = orders.includes('.') ? 'domain' : 'reference';
  return elsewhere('Look among all orders', '/orders/?' + new URLSearchParams({[name]: orders}));
}

function say() {
  const count = found();
  if (!wanted || !isRead()) {
    status.replaceChildren();
  } else if (count > 0) {
    status.replaceChildren(count + (count === 1 ? ' task' : ' tasks') + ' in «' + (openList()?.name || '') + '».');
  } else {
    const where = openList()?.id === widest()?.id ? '' : ' in «' + openList()?.name + '»';
    status.replaceChildren('No open task for «' + wanted + '»' + where + '. ', all(wanted));
  }
}

// Whether somebody is looking for something; what was found last may be all there is in the list.
export function looking() {
  return wanted !== '';
}

export function stopLooking() {
  clear();
}

// ---- what Tasklist has itself, criterion by criterion

function foldCriteria(button, open) {
  document.body.classList.toggle('task-criteria', open);
  button.setAttribute('aria-expanded', String(open));
}

function criteriaButton() {
  const button = element('button', 'More criteria', 'btn btn-link');
  button.type = 'button';
  button.addEventListener('click', () => foldCriteria(button, !document.body.classList.contains('task-criteria')));
  foldCriteria(button, (address().get('searchQuery') || '[]') !== '[]');
  return button;
}

function draw(node) {
  const form = element('form', undefined, 'task-find');
  const input = element('input', undefined, 'form-control');
  form.setAttribute('role', 'search');
  input.type = 'search';
  input.name = 'find';
  input.autocomplete = 'off';
  input.placeholder = 'Find a domain or an order reference';
  input.setAttribute('aria-label', input.placeholder);
  status = element('p', '', 'task-found');
  status.setAttribute('role', 'status');
  let timer = null;
  const now = () => {
    clearTimeout(timer);
    look(input.value.trim());
  };
  input.addEventListener('input', () => {
    openFirst = false;
    // what is said is about what was written before
    status.replaceChildren();
    clearTimeout(timer);
    timer = setTimeout(now, input.value.trim() ? PAUSE : 0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    now();
    openFirst = true;
    enter();
  });
  clear = () => {
    input.value = '';
    now();
  };
  form.append(input, criteriaButton());
  node.append(form, status);
}

// With the Enter key the first task that was found is opened, as soon as it was.
function enter() {
  if (openFirst && wanted && isRead()) {
    openFirst = false;
    if (rows().length > 0) {
      go({task: rows()[0].id});
    }
  }
}

on('taskList', () => {
  if (ours && isRead()) {
    turning = null;
    say();
    enter();
  }
});

on('searchQuery', (query) => {
  if (query !== ours) {
    theirs = query || {};
    if (wanted) {
      apply();
    }
  }
});

export const taskSearch = {
  id: 'task-find',
  pluginPoint: 'tasklist.list',
  priority: 200,
  render(node, given, scope) {
    connect(scope);
    wanted = '';
    before = null;
    draw(node);
  },
};

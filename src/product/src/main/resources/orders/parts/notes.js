// What is said at the top of the page, and how something is read that needs a login.
import {loginAddress, read, sentence} from '/pages/shared.js';

const note = document.getElementById('note');

export async function load(path) {
  const login = document.getElementById('login');
  try {
    const body = await read(path);
    login.hidden = true;
    return body;
  } catch (e) {
    login.hidden = e.status !== 401;
    document.getElementById('login-link').href = loginAddress();
    throw e;
  }
}

export function say(text) {
  note.textContent = text;
  note.hidden = !text;
}

export function explain(problem) {
  if (problem.status !== 401) {
    say(problem.errors && problem.errors.length ? problem.message : sentence(problem.message));
  }
}

export function clearSaid() {
  say('');
}

// Counts what was asked for: an answer to an earlier question than the last is not shown.
let turn = 0;

export function begin() {
  return ++turn;
}

export function isLast(mine) {
  return mine === turn;
}

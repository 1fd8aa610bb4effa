import {logIn, sentence, session} from '/pages/shared.js';

const CLIENT = /^client\//;

const form = document.getElementById('form');
const wrong = document.getElementById('wrong');

// Where the login was asked for. Only what this server has is gone to; the address is taken as the browser reads it.
function wanted() {
  const to = new URLSearchParams(location.search).get('to') || '/';
  try {
    const target = new URL(to, location.origin);
    // not the whole address: it may have a login in it
    return target.protocol === location.protocol && target.host === location.host && target.pathname !== '/login'
      ? location.origin + target.pathname + target.search + target.hash : location.origin + '/';
  } catch {
    return location.origin + '/';
  }
}

function explain(problem, user) {
  const client = problem.type === 'not-for-clients' || CLIENT.test(user);
  wrong.textContent = client ? 'Your login is for programs: it cannot use web pages, only the order API.'
    : problem.status === 401 ? 'User or password is wrong.' : sentence(problem.message);
  wrong.className = client ? 'told' : 'bad';
  wrong.hidden = false;
  document.getElementById('programs').hidden = !client;
  for (const place of document.querySelectorAll('.user')) {
    place.textContent = /^[\w./-]+$/.test(user) ? user : 'billing';
  }
}

async function submit() {
  const user = form.elements.username.value.trim();
  const password = form.elements.password.value;
  wrong.hidden = true;
  if (!user || !password) {
    wrong.className = 'bad';
    wrong.textContent = 'Enter both user and password.';
    wrong.hidden = false;
    form.elements[user ? 'password' : 'username'].focus();
    return;
  }
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await logIn(user, password);
    location.replace(wanted());
  } catch (problem) {
    explain(problem, user);
    form.elements.password.value = '';
    form.elements.password.focus();
  } finally {
    button.disabled = false;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});

for (const place of document.querySelectorAll('.origin')) {
  place.textContent = location.origin;
}

session().then(({login}) => {
  document.getElementById('already').hidden = !login;
  document.getElementById('login').textContent = login;
  document.getElementById('onward').href = wanted();
}).catch(() => null);

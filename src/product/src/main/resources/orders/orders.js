// The page of orders: a list that the address narrows, or one order, which has an address of its own.
import {showLogin} from '/pages/shared.js';
import {clearSaid, explain} from '/orders/parts/notes.js';
import {close, open} from '/orders/parts/order.js';
import {list, prepareList, showChoice} from '/orders/parts/list.js';
import {learnWords} from '/orders/parts/words.js';

const ORDER = /^\/orders\/([^/]+)$/;

// An address of before had the order behind a hash.
function takeFormerAddress() {
  const former = new URLSearchParams('order=' + location.hash.slice(1).replaceAll('+', '%2B')).get('order');
  if (former && !ORDER.test(location.pathname)) {
    history.replaceState(null, '', '/orders/' + encodeURIComponent(former));
  }
}

async function route() {
  clearSaid();
  takeFormerAddress();
  const wanted = location.pathname.match(ORDER);
  if (!wanted) {
    close();
    document.title = 'Orders';
    await list();
    return;
  }
  const reference = decodeURIComponent(wanted[1]);
  // Several logins may use a reference; a row of the list is one order for certain.
  await open((history.state && history.state.id) || reference, {
    // Several logins use the same reference: all of them are offered.
    onAmbiguous: () => showChoice(reference),
    onMissing: explain,
  });
}

// Within the page nothing is loaded anew.
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[data-within]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  if (link.id === 'back' && history.state && history.state.listed) {
    history.back();
    return;
  }
  const listed = !ORDER.test(location.pathname);
  history.pushState({id: link.dataset.id, listed}, '', link.getAttribute('href'));
  route();
});
addEventListener('popstate', route);
addEventListener('hashchange', () => {
  if (location.hash.length > 1 && !ORDER.test(location.pathname)) {
    route();
  }
});

async function start() {
  await learnWords();
  prepareList(route);
  await route();
}

showLogin().catch(() => null);
start();

// Where an order stands, in the picture of its process.
import {element} from '/pages/shared.js';
import {KINDS, capital, parts, word} from '/orders/parts/words.js';

const pictures = new Map();

export async function picture(process) {
  if (!pictures.has(process)) {
    const response = await fetch(new URL('/orders/pictures/' + encodeURIComponent(process) + '.svg', location.origin));
    pictures.set(process, response.ok
      ? new DOMParser().parseFromString((await response.text()).replaceAll(' style="', ' data-style="'),
        'image/svg+xml').documentElement : null);
  }
  const found = pictures.get(process);
  return found && document.importNode(found, true);
}

// The pictures carry their styles as attributes, which the policy of this page does not allow; as properties it does.
function dress(svg) {
  for (const styled of svg.querySelectorAll('[data-style]')) {
    styled.style.cssText = styled.dataset.style;
    delete styled.dataset.style;
  }
}

export function showPicture(order, svg) {
  const frame = document.getElementById('picture');
  const legend = document.getElementById('legend');
  const place = document.getElementById('place');
  const left = frame.scrollLeft;
  const top = frame.scrollTop;
  const same = frame.dataset.order === order.id;
  frame.dataset.order = order.id;
  if (!svg) {
    frame.replaceChildren(element('p', 'There is no picture of this process.'));
    return;
  }
  dress(svg);
  svg.setAttribute('role', 'img');
  const marked = [];
  const troubled = order.trouble
    ? svg.querySelector(shape(order.trouble.activity)) ? [order.trouble.activity] : order.activities : [];
  for (const activity of new Set([...order.activities, ...troubled])) {
    const found = svg.querySelector(shape(activity));
    if (found) {
      const state = troubled.includes(activity) ? order.trouble.state : 'here';
      found.classList.add(state);
      mark(found, state);
      marked.push({name: nameOf(found, activity, svg), state, found});
    }
  }
  const at = marked.map((one) => '«' + one.name + '»' + (KINDS[one.state] ? ' (' + KINDS[one.state] + ')' : ''));
  place.textContent = at.length ? 'The process is at ' + at.join(' and ') + '.'
    : order.activities.length ? 'The process is at a step of an earlier version of its model, which is not in this picture.'
      : 'The process has ended; it is no longer at any step of the picture.';
  legend.textContent = at.length
    ? 'In the picture: «here» in blue marks the current step, «being retried» has a dashed frame, «stuck» a thick red one.' : '';
  svg.setAttribute('aria-label', parts(capital(word('OperationName', order.operation)) + ':', place.textContent));
  frame.replaceChildren(svg);
  if (frame.scrollWidth > frame.clientWidth) {
    legend.textContent = parts(legend.textContent, 'Scroll sideways to see the rest.');
  }
  if (same) {
    frame.scrollTo(left, top);
  } else if (marked.length) {
    const box = marked[0].found.getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    frame.scrollTo(box.left - around.left - frame.clientWidth / 2 + box.width / 2,
      box.top - around.top - frame.clientHeight / 2 + box.height / 2);
  }
}

function shape(activity) {
  return '[data-element-id="' + CSS.escape(activity) + '"]';
}

function nameOf(found, activity, svg) {
  const label = svg.querySelector(shape(activity + '_label')) || found;
  const lines = [...label.querySelectorAll('.djs-label tspan')].map((line) => line.textContent);
  return lines.join(' ').replace(/\s+/g, ' ').trim() || activity;
}

// Not by the colour alone: each mark is written, too.
function mark(found, state) {
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  text.setAttribute('class', 'mark');
  text.setAttribute('y', '-8');
  text.setAttribute('fill', state === 'STOPPED' ? '#b5152b' : state === 'RETRYING' ? '#8a5a00' : '#155cb5');
  text.textContent = state === 'here' ? '● here' : state === 'RETRYING' ? '↻ being retried' : '✖ stuck';
  found.append(text);
}

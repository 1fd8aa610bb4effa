// The picture of a process, large enough to be read or as a whole, and folded to its phases.
import {button, element} from './parts.js';

const pictures = new Map();
// The letters of the picture are small.
const READABLE = 0.9;
// A picture that is as large as this when all of it is in sight needs nothing else.
const LARGE_ENOUGH = 0.6;

// The pictures carry their styles as attributes, which the policy of the page does not allow; as properties it does.
async function picture(address) {
  if (!pictures.has(address)) {
    const response = await fetch(new URL(address, location.origin));
    pictures.set(address, response.ok
      ? new DOMParser().parseFromString((await response.text()).replaceAll(' style="', ' data-style="'), 'image/svg+xml').documentElement : null);
  }
  const found = pictures.get(address);
  const svg = found && document.importNode(found, true);
  for (const styled of svg ? svg.querySelectorAll('[data-style]') : []) {
    styled.style.cssText = styled.dataset.style;
    delete styled.dataset.style;
  }
  return svg;
}

function named(id) {
  return '[data-element-id="' + CSS.escape(id) + '"]';
}

// The phases of a process; null if there is no picture of them.
export function phasesOf(process) {
  return picture('/handbook/pictures/overviews/' + encodeURIComponent(process) + '.svg').catch(() => null);
}

// Reads the picture of a process: {box, has(activity), mark(activity, className, text), show(activity), open(activity)}; null if there is none.
export async function diagram(process, title) {
  const [svg, phases] = await Promise.all([
    picture('/orders/pictures/' + encodeURIComponent(process) + '.svg'),
    phasesOf(process),
  ]);
  if (!svg) {
    return null;
  }
  const width = Number(svg.getAttribute('width'));
  const height = Number(svg.getAttribute('height'));
  const box = element('div');
  const frame = element('div', undefined, 'analysis-picture');
  const choose = element('div', undefined, 'btn-group btn-group-xs');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title);
  choose.setAttribute('role', 'group');
  choose.setAttribute('aria-label', 'Size of the picture');
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', title);

  function turnTo(name) {
    for (const one of choose.children) {
      one.classList.toggle('active', one.dataset.choice === name);
      one.setAttribute('aria-pressed', String(one.dataset.choice === name));
    }
    const shown = name === 'phases' ? phases : svg;
    if (frame.firstChild !== shown) {
      frame.replaceChildren(shown);
    }
    shown.setAttribute('width', name === 'readable' ? String(width * READABLE) : '100%');
    shown.removeAttribute('height');
    frame.classList.toggle('whole', name !== 'readable');
  }

  const choices = [['whole', 'All of it'], ['readable', 'Readable'], ...(phases ? [['phases', 'Phases only']] : [])];
  for (const [name, text] of choices) {
    const one = button(text, 'btn btn-default', () => turnTo(name));
    one.dataset.choice = name;
    choose.append(one);
  }
  box.append(choose, frame);
  turnTo('whole');

  // In the middle of the frame, large enough to be read.
  function show(id) {
    const found = svg.querySelector(named(id));
    turnTo('readable');
    if (found) {
      const at = found.getBoundingClientRect();
      const around = frame.getBoundingClientRect();
      frame.scrollBy(at.left - around.left - frame.clientWidth / 2 + at.width / 2, at.top - around.top - frame.clientHeight / 2 + at.height / 2);
    }
  }

  return {
    box,
    show,
    has: (id) => Boolean(svg.querySelector(named(id))),
    mark(id, className, text) {
      const found = svg.querySelector(named(id));
      found?.classList.add(className);
      svg.querySelector(named(id + '_label'))?.classList.add('way-label');
      if (found && text) {
        const note = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        note.setAttribute('class', 'analysis-way-note');
        note.setAttribute('y', '-7');
        note.textContent = text;
        found.append(note);
      }
    },
    // All of it, if that can be read; otherwise this place.
    open(id) {
      if (svg.getBoundingClientRect().height < LARGE_ENOUGH * height) {
        show(id);
      }
    },
  };
}

// What Tasklist offers and the engine refuses to everybody: the dates of a task follow from the policy of its kind, its
// groups from the model. They are shown, and cannot be pressed. Nor can the assignee's name but by administrators, who
// assign tasks to others. What is a control only, such as «Create task», is hidden by the styles.

const FIXED = '.task-card .meta :is(.followup-date, .due-date, .groups)';
const ASSIGNEE = '.task-card .meta .assignee [cam-widget-inline-field]';

function isRefused(target) {
  return target.closest?.(FIXED) || (target.closest?.(ASSIGNEE) && !document.body.matches('.administrator'));
}

function hold(event) {
  if (event.key !== 'Tab' && isRefused(event.target)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

for (const event of ['click', 'keydown', 'paste']) {
  addEventListener(event, hold, true);
}

// To be called after every change of the page: what cannot be pressed is no stop of the keyboard.
export function drawn() {
  document.querySelectorAll(FIXED).forEach((place) => {
    for (const stop of [place, ...place.querySelectorAll('a[href]')]) {
      if (stop.getAttribute('tabindex') !== '-1') {
        stop.setAttribute('tabindex', '-1');
      }
    }
  });
}

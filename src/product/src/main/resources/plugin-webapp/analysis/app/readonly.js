import {read} from './parts.js';

// Cockpit shows its buttons to everybody, and the engine refuses what one may not do. Users who may not
// change processes do not see them: the class hides what plugin.css names.
const CLASS = 'analysis-read-only';
// Links to tasks lead to Tasklist, which is not for everybody.
const WITHOUT_TASKLIST = 'analysis-without-tasklist';
const PROCESS_INSTANCE = 8;

// Whether the user who is logged in may change processes.
export async function mayChange(api) {
  const asked = new URLSearchParams({
    permissionName: 'UPDATE', resourceName: 'PROCESS_INSTANCE', resourceType: PROCESS_INSTANCE, resourceId: '*',
  });
  return (await read(api.engineApi + '/authorization/check?' + asked)).authorized;
}

// Drawn with the menu, thus anew for each login.
const rights = {
  id: 'analysis-rights',
  pluginPoint: 'cockpit.navigation',
  priority: 0,
  properties: {label: ''},
  render(node, {api}) {
    document.body.classList.add(CLASS);
    mayChange(api)
      .then((may) => document.body.classList.toggle(CLASS, !may))
      // nobody is logged in, or it is not known: then it is better to see less
      .catch(() => {});
    read(api.adminApi + '/auth/user/' + api.engine)
      .then((user) => document.body.classList.toggle(WITHOUT_TASKLIST, !user.authorizedApps.includes('tasklist')))
      .catch(() => {});
  },
};

export default [rights];

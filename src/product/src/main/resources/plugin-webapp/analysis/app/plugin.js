import dashboard from './dashboard.js';
import definition from './definition.js';
import instance from './instance.js';
import lists from './lists.js';
import page from './page.js';
import path from './path.js';
import readonly from './readonly.js';
import retry from './retry.js';
import zoom from './zoom.js';

export default [...readonly, ...dashboard, ...page, ...lists, ...definition, ...instance, ...path, ...retry, ...zoom];

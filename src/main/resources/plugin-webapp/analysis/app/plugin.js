import dashboard from './dashboard.js';
import definition from './definition.js';
import instance from './instance.js';
import readonly from './readonly.js';
import retry from './retry.js';

export default [...readonly, ...dashboard, ...definition, ...instance, ...retry];

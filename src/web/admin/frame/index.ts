export { AdminPage } from './admin-page.js';
export { mayChange } from './admin-parts.js';
export { ConfirmPage } from './confirm.page.js';
export { dayIn } from './day-fields.js';
export { filterQuery } from './filter-query.js';
export { ListTable, NextPage, withQuery } from './list-table.js';
export { linesOf, pairsIn } from './pairs.js';

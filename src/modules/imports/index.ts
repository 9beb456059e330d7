export { columnsOf } from './columns.js';
export { COLLECTIONS, type Collection } from './import-rows.service.js';
export { ImportService, type ImportReport, type ImportRequest } from './import.service.js';
export { ImportsModule } from './imports.module.js';

export { columnsOf } from './columns.js';
export { COLLECTIONS, ImportService, type Collection, type ImportReport, type ImportRequest } from './import.service.js';
export { ImportsModule } from './imports.module.js';

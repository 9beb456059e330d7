export { encoded, EXPORT_FORMATS, type ExportFormat } from './export-encoding.js';
export { ExportsModule } from './exports.module.js';
export { ListingExports } from './listing-exports.service.js';

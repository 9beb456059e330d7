import { ImportFaultEntity } from './import-fault.entity.js';
import { ImportMappingEntity } from './import-mapping.entity.js';
import { ImportRunEntity } from './import-run.entity.js';

export { columnsOf } from './columns.js';
export { COLLECTIONS, type Collection } from './collections.js';
export { importKeptDays } from './import.rules.js';
export { ImportHeader, type TableHeader } from './import-header.service.js';
export { ImportMappings } from './import-mappings.service.js';
export { ImportRuns } from './import-runs.service.js';
export { type ImportLine, type ImportView, newImport } from './import.schemas.js';
export { IMPORT_SWEEP } from './import-sweep.service.js';
export { ImportService, type ImportReport, type ImportRequest } from './import.service.js';
export { importEnded } from './imports.events.js';
export { type ImportOfAll, ImportRunsQueries } from './import-runs.queries.js';
export { ImportsModule } from './imports.module.js';
export const importsEntities = [ImportRunEntity, ImportFaultEntity, ImportMappingEntity];

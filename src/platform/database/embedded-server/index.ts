export { ROLES } from './access.js';
export { freePort, isFree } from './ports.js';
export { acquireServer, type EmbeddedOptions, type EmbeddedServer } from './server.js';

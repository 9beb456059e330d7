export * from './content.schemas.js';
export * from './published-listing.js';
export * from './submit-requirements.js';

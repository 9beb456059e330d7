export { ExampleRemoval } from './example-removal.service.js';
export { ExamplesModule } from './examples.module.js';
export {
  exampleListings,
  exampleMatches,
  exampleOrganizations,
  examplePairs,
  type ExampleListing,
  type ExampleOrganization,
} from './example-data.js';

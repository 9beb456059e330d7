// Mutation run of the rules: scoring, ranking, life cycles, policies. Left out is what has no rule of its own (entities, schemas, modules, controllers)
// and what only a database can judge (repositories, queries, services, jobs), which the tests on PostgreSQL hold.
import jest from './jest.config.js';

const { globalSetup, globalTeardown, extensionsToTreatAsEsm, ...base } = jest;

// As CommonJS: each run of an ES module graph stays in memory for good, and there are thousands of runs.
const toCommonJs = (jsc) => ['@swc/jest', { swcrc: false, module: { type: 'commonjs' }, sourceMaps: 'inline', jsc: { target: 'es2022', ...jsc } }];
const typescript = toCommonJs({
  keepClassNames: true,
  parser: { syntax: 'typescript', tsx: true, decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic', importSource: 'preact' } },
});
// Packages that are ES modules only.
const COMPILED = 'cookie|content-disposition|preact|preact-render-to-string|@orama|@nestjs|intl-messageformat|@formatjs|better-auth|@better-auth|better-call|' +
  '@better-fetch|rou3|defu|jose|kysely|nanostores|@noble|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|@lukeed';
// It looks for message keys in the text of the sources, which is another text once mutants are in it.
const READ_SOURCES = ['/match-words.spec.ts$'];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    config: {
      ...base,
      transform: { '^.+\\.tsx?$': typescript, '/node_modules/.+\\.m?js$': toCommonJs({}) },
      transformIgnorePatterns: [`/node_modules/(?!(.+/)?(${COMPILED})/)`],
      testMatch: ['<rootDir>/src/{kernel,modules}/**/*.spec.ts'],
      testPathIgnorePatterns: READ_SOURCES,
    },
  },
  coverageAnalysis: 'perTest',
  mutate: [
    'src/modules/matching/scoring/**/*.ts',
    'src/modules/matching/match.terms.ts',
    'src/modules/**/*.lifecycle.ts',
    'src/modules/**/*.policy.ts',
    'src/kernel/state-machine.ts',
    '!src/**/*.spec.ts',
  ],
  ignorePatterns: ['.gate*', 'dist', 'reports'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 85, low: 70, break: 70 },
  concurrency: 2,
  maxTestRunnerReuse: 50,
  timeoutMS: 20_000,
  tempDirName: '.stryker-tmp',
};

// Mutation run of the rules: scoring, ranking, life cycles, policies. Left out is what has no rule of its own (entities, schemas, modules, controllers)
// and what only a database can judge (repositories, queries, services, jobs), which the tests on PostgreSQL hold.
import jest from './jest.config.js';

const { globalSetup, globalTeardown, ...base } = jest;

// It looks for message keys in the text of the sources, which is another text once mutants are in it.
const READ_SOURCES = ['/match-words.spec.ts$'];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  jest: { projectType: 'custom', config: { ...base, testMatch: ['<rootDir>/src/{kernel,modules}/**/*.spec.ts'], testPathIgnorePatterns: READ_SOURCES } },
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  coverageAnalysis: 'perTest',
  mutate: [
    'src/modules/matching/scoring/**/*.ts',
    'src/modules/matching/match.terms.ts',
    'src/modules/**/*.lifecycle.ts',
    'src/modules/**/*.policy.ts',
    'src/kernel/state-machine.ts',
    '!src/**/*.spec.ts',
  ],
  ignorePatterns: ['.gate*', 'dist', 'reports', 'docs', 'bench'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 85, low: 70, break: 70 },
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: '.stryker-tmp',
};

const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic', importSource: 'preact' } },
    },
  },
];

export default {
  testEnvironment: '<rootDir>/test/support/native-environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transformIgnorePatterns: [],
  transform: { '/node_modules/.+\\.[cm]?js$': '<rootDir>/test/support/native-packages.mjs', '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  testMatch: ['<rootDir>/src/**/*.spec.ts?(x)', '<rootDir>/test/**/*.spec.ts?(x)'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.gate', '<rootDir>/.stryker-tmp/'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  // PostgreSQL works beside the workers, so two of them keep two cores busy and no test starved.
  maxWorkers: 2,
  // A worker keeps what it has loaded: one that has grown too large is replaced between two files.
  workerIdleMemoryLimit: '2GB',
  testTimeout: 30_000,
};

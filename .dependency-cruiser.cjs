const through = '^src/(?:modules/([^/]+)|web|cli|app|create-app|main)';

/** kernel < platform < modules < web; a module is entered through its index.ts alone. */
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      from: { path: '^src/kernel' },
      to: { path: '^(src/(platform|modules|web|cli)|node_modules/(@nestjs|typeorm|bullmq|pg|fastify))' },
    },
    { name: 'platform-knows-kernel-only', severity: 'error', from: { path: '^src/platform' }, to: { path: '^src/(modules|web|cli|app\\.module|create-app)' } },
    { name: 'modules-know-no-web', severity: 'error', from: { path: '^src/modules' }, to: { path: '^src/(web|cli|app\\.module|create-app)' } },
    { name: 'modules-through-index', severity: 'error', from: { path: through }, to: { path: '^src/modules/([^/]+)/(?!index\\.ts)', pathNot: '^src/modules/$1/' } },
    { name: 'rules-are-pure', severity: 'error', from: { path: '\\.(lifecycle|policy)\\.ts$' }, to: { path: '^node_modules/(@nestjs|typeorm|bullmq|pg|fastify)' } },
    { name: 'entities-know-columns-only', severity: 'error', from: { path: '\\.entity\\.ts$' }, to: { path: '\\.(service|queries|controller|module|jobs)\\.ts$' } },
    { name: 'no-undeclared-package', severity: 'error', from: { path: '^(src|migrations)', pathNot: '^src/web/browser' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-dev', 'unknown', 'undetermined'], dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.tsx?$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

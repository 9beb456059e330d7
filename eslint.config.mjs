import js from '@eslint/js';
import tseslint from 'typescript-eslint';

// One transaction seam: a module reaches the database through UnitOfWork, or its writes escape the unit they belong to.
const seam = 'Reach the database through UnitOfWork (uow.manager, uow.query): a bare repository or data source escapes the transaction.';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'reports/', '.gate*/', '.stryker-tmp/', '**/*.mjs', '**/*.js', '**/*.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/cli/**', 'src/cli.ts', 'src/main.ts', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['src/modules/**', 'src/web/**'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.module.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@nestjs/typeorm', message: seam },
            { name: 'typeorm', importNames: ['DataSource', 'Repository', 'EntityManager', 'getRepository', 'getConnection', 'BaseEntity'], message: seam },
            { name: 'pg', message: seam },
          ],
        },
      ],
      'no-restricted-syntax': ['error', { selector: 'MemberExpression[property.name="getRepository"]', message: seam }],
    },
  },
  {
    files: ['test/**', '**/*.spec.ts', '**/*.spec.tsx'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);

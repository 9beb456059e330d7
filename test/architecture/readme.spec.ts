import { readFileSync } from 'node:fs';
import { settings } from '../../src/platform/config/settings.schemas.js';

test('the table of settings in README is the one the schema makes', async () => {
  const { withSettings } = (await import('../../scripts/readme.mjs' as string)) as { withSettings(readme: string, schema: typeof settings): string };
  const readme = readFileSync('README.md', 'utf8');
  expect(withSettings(readme, settings)).toBe(readme);
});

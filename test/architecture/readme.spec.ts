import { readFileSync } from 'node:fs';
import { settings } from '../../src/platform/config/settings.schemas.js';

test('the table of settings in README is the one the schema makes', async () => {
  // A name in a variable, because the script has no types.
  const script: string = '../../scripts/readme.mjs';
  const { withSettings } = (await import(script)) as { withSettings(readme: string, schema: typeof settings): string };
  const readme = readFileSync('README.md', 'utf8');
  expect(withSettings(readme, settings)).toBe(readme);
});
